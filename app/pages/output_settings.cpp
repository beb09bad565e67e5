#include "app/pages/output_settings.h"

#include "app/pages/part_editors.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "widgets/common/theme.h"
#include "widgets/inspector/field_form.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lamina {

namespace {
std::span<const Field> weightFields()
{
    static const std::array fields{
        Field{.name = "loss_weight",
              .kind = FieldKind::Real,
              .defaultJson = "1",
              .label = LAMINA_TEXT("training", "Loss weight"),
              .help = LAMINA_TEXT("training", "What the loss of this output counts in the whole")}};
    return fields;
}

bool lossByOutput(const TrainingSpec& training)
{
    return training.loss.className.empty() && training.loss.config.is_object()
        && !training.loss.config.empty();
}

PartSpec lossOf(const TrainingSpec& training, const std::string& output)
{
    if (!lossByOutput(training))
        return training.loss;
    const auto own = training.loss.config.find(output);
    return own == training.loss.config.end() ? PartSpec() : partFrom(*own);
}

double weightOf(const TrainingSpec& training, const std::vector<std::string>& outputs, std::size_t at)
{
    const Json& weights = training.lossWeights;
    Json own;
    if (weights.is_array() && at < weights.size())
        own = weights[at];
    else if (weights.is_object())
        own = weights.value(outputs[at], Json());
    return own.is_number() ? own.get<double>() : 1;
}

std::vector<PartSpec> metricsOf(const TrainingSpec& training, const std::string& output)
{
    if (training.outputMetrics.empty())
        return training.metrics;
    const auto own = training.outputMetrics.find(output);
    return own == training.outputMetrics.end() ? std::vector<PartSpec>() : own->second;
}

template <typename Value>
bool allAlike(const std::vector<Value>& values)
{
    return std::ranges::all_of(values, [&](const Value& each) { return each == values.front(); });
}

void setLosses(TrainingSpec& training, const std::vector<std::string>& outputs,
               const std::vector<PartSpec>& losses)
{
    if (allAlike(losses)) {
        training.loss = losses.front();
        return;
    }
    training.loss = {};
    for (std::size_t o = 0; o < outputs.size(); ++o)
        if (const PartSpec& loss = losses[o]; !loss.className.empty())
            training.loss.config[outputs[o]] = loss.config.empty()
                ? Json(loss.className)
                : Json{{"class_name", loss.className}, {"config", loss.config}};
}

void setMetrics(TrainingSpec& training, const std::vector<std::string>& outputs,
                const std::vector<std::vector<PartSpec>>& metrics)
{
    training.metrics.clear();
    training.outputMetrics.clear();
    if (allAlike(metrics))
        training.metrics = metrics.front();
    else
        for (std::size_t o = 0; o < outputs.size(); ++o)
            training.outputMetrics[outputs[o]] = metrics[o];
}

template <typename Of>
auto ofEach(const std::vector<std::string>& outputs, Of of)
{
    std::vector<decltype(of(outputs.front()))> values;
    for (const std::string& output : outputs)
        values.push_back(of(output));
    return values;
}
} // namespace

OutputSettings::OutputSettings(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::unit);
}

void OutputSettings::setTraining(const TrainingSpec& training, const std::vector<std::string>& outputs)
{
    m_training = training;
    if (m_outputs != outputs) {
        m_outputs = outputs;
        rebuild();
    }
    for (std::size_t o = 0; o < m_rows.size(); ++o) {
        m_rows[o].loss->setPart(lossOf(training, outputs[o]));
        m_rows[o].weight->setConfig({{"loss_weight", weightOf(training, outputs, o)}});
        m_rows[o].metrics->setParts(metricsOf(training, outputs[o]));
    }
}

void OutputSettings::rebuild()
{
    for (const Row& row : m_rows)
        delete row.panel;
    m_rows.clear();
    for (const std::string& output : m_outputs)
        addRow(output);
    retranslate();
}

void OutputSettings::addRow(const std::string& output)
{
    auto* panel = new QFrame(this);
    panel->setProperty("panel", true);
    auto* name = new QLabel(QString::fromStdString(output), panel);
    name->setProperty("role", "section");
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto* metricsTitle = new QLabel(panel);
    metricsTitle->setProperty("role", "mutedSmall");
    const Row row{output,
                  panel,
                  new PartChoice(partTable(losses::all(), &losses::find), QString(), panel),
                  new FieldForm(panel),
                  metricsTitle,
                  new PartList(partTable(metrics::all(), &metrics::find), panel)};
    row.weight->setFields(weightFields(), Json::object());
    auto* layout = new QVBoxLayout(panel);
    layout->setSpacing(Theme::unit / 2);
    layout->addWidget(name);
    layout->addWidget(row.loss);
    layout->addWidget(row.weight);
    layout->addWidget(metricsTitle);
    layout->addWidget(row.metrics);
    m_layout->addWidget(panel);

    const std::size_t at = m_rows.size();
    connect(row.loss, &PartChoice::edited, this, [this, at](const PartSpec& part, const QString& key) {
        std::vector<PartSpec> losses =
            ofEach(m_outputs, [this](const std::string& each) { return lossOf(m_training, each); });
        losses[at] = part;
        setLosses(m_training, m_outputs, losses);
        say(tr("Change the loss of %1"), at, key.isEmpty() ? key : "loss " + key);
    });
    connect(row.weight, &FieldForm::edited, this, [this, at](const QString&, const Json& value) {
        if (value.is_number())
            setWeight(at, value.get<double>(), QStringLiteral("weight"));
    });
    connect(row.weight, &FieldForm::resetRequested, this, [this, at] { setWeight(at, 1, {}); });
    connect(row.metrics, &PartList::edited, this,
            [this, at](const std::vector<PartSpec>& parts, const QString& key) {
                auto metrics = ofEach(
                    m_outputs, [this](const std::string& each) { return metricsOf(m_training, each); });
                metrics[at] = parts;
                setMetrics(m_training, m_outputs, metrics);
                say(tr("Change the metrics of %1"), at, key.isEmpty() ? key : "metric " + key);
            });
    m_rows.push_back(row);
}

void OutputSettings::setWeight(std::size_t output, double weight, const QString& key)
{
    Json weights = Json::object();
    bool all = true;
    for (std::size_t o = 0; o < m_outputs.size(); ++o) {
        const double own = o == output ? weight : weightOf(m_training, m_outputs, o);
        weights[m_outputs[o]] = own;
        all = all && own == 1;
    }
    m_training.lossWeights = all ? Json() : weights;
    say(tr("Change the loss weight of %1"), output, key);
}

void OutputSettings::say(const QString& what, std::size_t output, const QString& key)
{
    const QString name = QString::fromStdString(m_outputs[output]);
    emit edited(m_training, what.arg(name), key.isEmpty() ? key : name + QLatin1Char(' ') + key);
}

void OutputSettings::retranslate()
{
    for (const Row& row : m_rows) {
        row.loss->retranslate(tr("Loss of %1").arg(QString::fromStdString(row.output)));
        row.metricsTitle->setText(tr("Metrics"));
        row.metrics->retranslate(tr("Add a metric"), QString());
    }
}

} // namespace lamina
