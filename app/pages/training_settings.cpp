#include "app/pages/training_settings.h"

#include "app/pages/output_settings.h"
#include "app/pages/part_editors.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/training/callback_type.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/inspector/field_form.h"

// An optimizer has slots of another kind than Qt's.
#pragma push_macro("slots")
#undef slots
#include "engine/model/optimizer_type.h"
#pragma pop_macro("slots")

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace lamina {

namespace {
QSpinBox* spinBox(int least, int most, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(false);
    return box;
}

// As the project file has them; weights of classes are shown as the list that they make.
std::span<const Field> weighingFields()
{
    static const std::array fields{
        Field{.name = "gradient_accumulation_steps",
              .kind = FieldKind::Whole,
              .defaultJson = "1",
              .label = LAMINA_TEXT("training", "Steps an update"),
              .help =
                  LAMINA_TEXT("training",
                              "Batches whose gradients are averaged before the weights change, as if they "
                              "were one; what is left at the end of an epoch makes an update, too"),
              .minimum = 1,
              .maximum = 1e6},
        Field{.name = "class_weight",
              .kind = FieldKind::RealList,
              .defaultJson = "[]",
              .label = LAMINA_TEXT("training", "Class weights"),
              .help = LAMINA_TEXT("training",
                                  "What a sample of each class counts in training, from class 0; "
                                  "empty: all the same"),
              .minimum = 0}};
    return fields;
}

Json weighingOf(const TrainingSpec& training)
{
    Json config = Json::object();
    if (training.gradientAccumulationSteps != 1)
        config["gradient_accumulation_steps"] = training.gradientAccumulationSteps;
    const Json& weights = training.classWeight;
    Json list = Json::array();
    while (weights.is_object() && weights.contains(std::to_string(list.size())))
        list.push_back(weights[std::to_string(list.size())]);
    if (weights.is_object() && list.size() == weights.size())
        config["class_weight"] = list;
    else if (!weights.is_null())
        config["class_weight"] = weights; // as it stands in the file
    return config;
}

void setWeighing(TrainingSpec& training, const QString& name, const Json& value)
{
    if (name == QLatin1String("gradient_accumulation_steps")) {
        if (value.is_number() && value >= 1 && value <= 1'000'000)
            training.gradientAccumulationSteps = static_cast<int>(value.get<double>());
    } else {
        Json weights = Json::object();
        for (std::size_t c = 0; value.is_array() && c < value.size(); ++c)
            weights[std::to_string(c)] = value[c];
        training.classWeight = weights.empty() ? Json() : weights;
    }
}
} // namespace

TrainingSettings::TrainingSettings(QWidget* parent)
    : QWidget(parent), m_running(wrappedLabel("caution", this)), m_runTitle(wrappedLabel("section", this)),
      m_run(new QFormLayout), m_epochs(spinBox(1, 100'000, this)), m_batch(spinBox(1, 1 << 20, this)),
      m_split(spinBox(0, 90, this)), m_seed(new QLineEdit(this)), m_shuffle(new QCheckBox(this)),
      m_weighing(new FieldForm(this)), m_lossTitle(wrappedLabel("section", this)),
      m_loss(new PartChoice(partTable(losses::all(), &losses::find), QString(), this)),
      m_outputs(new OutputSettings(this)), m_adviceText(wrappedLabel("caution", this)),
      m_follow(new QPushButton(this)), m_optimizerTitle(wrappedLabel("section", this)),
      m_optimizer(new PartChoice(partTable(optimizers::all(), &optimizers::find), QString(), this)),
      m_metricsTitle(wrappedLabel("section", this)),
      m_metrics(new PartList(partTable(metrics::all(), &metrics::find), this)),
      m_weightedTitle(wrappedLabel("section", this)),
      m_weightedMetrics(new PartList(partTable(metrics::all(), &metrics::find), this)),
      m_callbacksTitle(wrappedLabel("section", this)),
      m_callbacks(new PartList(partTable(callbacks::all(), &callbacks::find), this))
{
    m_split->setSuffix(QStringLiteral(" %"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,19}")), m_seed));

    m_run->setHorizontalSpacing(2 * Theme::unit);
    m_run->setVerticalSpacing(Theme::unit);
    m_run->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field : std::initializer_list<QWidget*>{m_epochs, m_batch, m_split, m_seed})
        m_run->addRow(QStringLiteral(" "), field);
    m_run->addRow(QString(), m_shuffle);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);
    const auto section = [layout](QLabel* title) {
        layout->addSpacing(2 * Theme::unit);
        layout->addWidget(title);
    };
    layout->addWidget(m_running);
    layout->addWidget(m_runTitle);
    layout->addLayout(m_run);
    layout->addWidget(m_weighing);
    m_weighing->setFields(weighingFields(), Json::object());
    section(m_lossTitle);
    layout->addWidget(m_loss);
    layout->addWidget(m_outputs);
    layout->addWidget(m_adviceText);
    layout->addWidget(m_follow, 0, Qt::AlignLeft);
    section(m_optimizerTitle);
    layout->addWidget(m_optimizer);
    section(m_metricsTitle);
    layout->addWidget(m_metrics);
    section(m_weightedTitle);
    layout->addWidget(m_weightedMetrics);
    section(m_callbacksTitle);
    layout->addWidget(m_callbacks);
    layout->addStretch(1);

    connectAll();
    setRunning(false);
    setAdvice({});
    retranslate();
}

void TrainingSettings::connectAll()
{
    connect(m_epochs, &QSpinBox::valueChanged, this, [this](int value) {
        m_training.epochs = value;
        say(tr("Change the number of epochs"), QStringLiteral("epochs"));
    });
    connect(m_batch, &QSpinBox::valueChanged, this, [this](int value) {
        m_training.batchSize = value;
        say(tr("Change the batch size"), QStringLiteral("batch"));
    });
    connect(m_shuffle, &QCheckBox::toggled, this, [this](bool value) {
        m_training.shuffle = value;
        say(tr("Change shuffling"), QString());
    });
    connect(m_split, &QSpinBox::valueChanged, this, [this](int percent) {
        if (!m_filling)
            emit splitEdited(percent / 100.0, tr("Change the validation split"), QStringLiteral("split"));
    });
    connect(m_seed, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!text.isEmpty())
            emit seedEdited(text.toULongLong(), tr("Change the seed"), QStringLiteral("seed"));
    });
    connect(m_loss, &PartChoice::edited, this, [this](const PartSpec& part, const QString& key) {
        m_training.loss = part;
        if (m_training.lossWeights.is_object())
            m_training.lossWeights = nullptr; // of outputs that are no more
        say(tr("Change the loss"), key.isEmpty() ? key : "loss " + key);
    });
    connect(m_optimizer, &PartChoice::edited, this, [this](const PartSpec& part, const QString& key) {
        m_training.optimizer = part;
        say(tr("Change the optimizer"), key.isEmpty() ? key : "optimizer " + key);
    });
    connect(m_weighing, &FieldForm::edited, this, [this](const QString& name, const Json& value) {
        setWeighing(m_training, name, value);
        say(tr("Change the weights of the training"), name);
    });
    connect(m_weighing, &FieldForm::resetRequested, this, [this](const QString& name) {
        setWeighing(m_training, name,
                    name == QLatin1String("gradient_accumulation_steps") ? Json(1) : Json::array());
        say(tr("Change the weights of the training"), QString());
    });
    connect(m_metrics, &PartList::edited, this,
            [this](const std::vector<PartSpec>& parts, const QString& key) {
                m_training.metrics = parts;
                m_training.outputMetrics.clear(); // of outputs that are no more
                say(tr("Change the metrics"), key.isEmpty() ? key : "metric " + key);
            });
    connect(m_weightedMetrics, &PartList::edited, this,
            [this](const std::vector<PartSpec>& parts, const QString& key) {
                m_training.weightedMetrics = parts;
                say(tr("Change the weighted metrics"), key.isEmpty() ? key : "weighted metric " + key);
            });
    connect(m_outputs, &OutputSettings::edited, this,
            [this](const TrainingSpec& training, const QString& what, const QString& key) {
                m_training = training;
                say(what, key);
            });
    connect(m_callbacks, &PartList::edited, this,
            [this](const std::vector<PartSpec>& parts, const QString& key) {
                m_training.callbacks = parts;
                say(tr("Change the callbacks"), key.isEmpty() ? key : "callback " + key);
            });
    connect(m_follow, &QPushButton::clicked, this, [this] {
        if (!m_advice || m_advice->loss.empty())
            return;
        m_training.loss = {m_advice->loss, Json::object()};
        m_loss->setPart(m_training.loss);
        say(tr("Change the loss"), QString());
    });
}

void TrainingSettings::say(const QString& what, const QString& key)
{
    if (!m_filling)
        emit trainingEdited(m_training, what, key);
}

void TrainingSettings::setProject(const Project& project)
{
    m_filling = true;
    m_training = project.training;
    m_epochs->setValue(project.training.epochs);
    m_batch->setValue(project.training.batchSize);
    m_shuffle->setChecked(project.training.shuffle);
    m_split->setValue(static_cast<int>(std::lround(project.data.validationSplit * 100)));
    if (m_seed->text().toULongLong() != project.seed || m_seed->text().isEmpty())
        m_seed->setText(QString::number(project.seed));
    m_weighing->setConfig(weighingOf(project.training));
    m_loss->setPart(project.training.loss);
    m_optimizer->setPart(project.training.optimizer);
    m_metrics->setParts(project.training.metrics);
    m_weightedMetrics->setParts(project.training.weightedMetrics);
    std::vector<std::string> outputs;
    for (const TensorRef& output : project.model.effectiveOutputs())
        outputs.push_back(output.layer);
    const bool several = outputs.size() > 1;
    m_outputs->setVisible(several);
    m_outputs->setTraining(project.training, several ? outputs : std::vector<std::string>());
    for (QWidget* ofOne : std::initializer_list<QWidget*>{m_loss, m_metricsTitle, m_metrics})
        ofOne->setVisible(!several);
    m_lossTitle->setText(several ? tr("Outputs") : tr("Loss"));
    m_callbacks->setParts(project.training.callbacks);
    m_filling = false;
}

void TrainingSettings::setAdvice(const std::optional<LossAdvice>& advice)
{
    m_advice = advice;
    m_adviceText->setVisible(advice.has_value());
    m_follow->setVisible(advice && !advice->loss.empty());
    if (advice)
        m_adviceText->setText(advice->sentence);
}

void TrainingSettings::setRunning(bool running)
{
    m_running->setVisible(running);
}

void TrainingSettings::retranslate()
{
    m_running->setText(tr("A training is running: what you change here is for the next one."));
    m_runTitle->setText(tr("Run"));
    const auto name = [this](QWidget* field, const QString& text, const QString& help) {
        if (auto* shown = qobject_cast<QLabel*>(m_run->labelForField(field)))
            shown->setText(text);
        field->setAccessibleName(text);
        field->setToolTip(help);
    };
    name(m_epochs, tr("Epochs"), tr("How often the network sees the whole training set (epochs)"));
    name(m_batch, tr("Batch size"), tr("Samples that are learned from at once (batch_size)"));
    name(m_split, tr("Validation split"),
         tr("Share at the end of the training set that is kept aside to validate each epoch "
            "(validation_split)"));
    name(m_seed, tr("Seed"), tr("Equal seeds give equal runs"));
    m_shuffle->setText(tr("Shuffle"));
    m_shuffle->setToolTip(tr("Go through the samples in another order each epoch (shuffle)"));
    m_lossTitle->setText(m_outputs->isVisibleTo(this) ? tr("Outputs") : tr("Loss"));
    m_loss->retranslate(tr("Loss"));
    m_outputs->retranslate();
    m_follow->setText(tr("Use it"));
    m_optimizerTitle->setText(tr("Optimizer"));
    m_optimizer->retranslate(tr("Optimizer"));
    m_metricsTitle->setText(tr("Metrics"));
    m_metrics->retranslate(tr("Add a metric"), tr("What is measured besides the loss."));
    m_weightedTitle->setText(tr("Weighted metrics"));
    m_weightedMetrics->retranslate(tr("Add a weighted metric"),
                                   tr("Metrics in which a sample counts by its weight."));
    m_callbacksTitle->setText(tr("Callbacks"));
    m_callbacks->retranslate(tr("Add a callback"),
                             tr("What happens on the way: stop early, keep the best weights."));
}

void TrainingSettings::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lamina
