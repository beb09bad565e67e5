// What the Design page says of costs and of what does not fit.
#include "app/pages/design_page.h"

#include "app/commands/apply_fix.h"
#include "app/design_costs.h"
#include "app/document/project_document.h"
#include "app/settings.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/layer_node.h"
#include "widgets/inspector/layer_inspector.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace lamina {

namespace {
const Setting<int> costShown{"design/cost", 0};

enum Cost { NoCost, Parameters, Memory, MultiplyAdds, Time };

double valueOf(const LayerCost& cost, int which)
{
    switch (which) {
    case Parameters:
        return static_cast<double>(cost.parameters);
    case Memory:
        return cost.memory;
    case MultiplyAdds:
        return cost.multiplyAdds;
    case Time:
        return cost.seconds;
    default:
        return 0;
    }
}

void addTo(LayerCost& sum, const LayerCost& more)
{
    sum.parameters += more.parameters;
    sum.trainableParameters += more.trainableParameters;
    sum.multiplyAdds += more.multiplyAdds;
    sum.memory += more.memory;
    sum.seconds += more.seconds;
}

// "1.2 s", "12 ms", "310 µs": three figures at the most.
QString stepTime(double seconds)
{
    if (seconds >= 0.9995)
        return number::duration(seconds);
    const bool micro = seconds < 0.0009995;
    const double value = seconds * (micro ? 1e6 : 1e3);
    return QStringLiteral("%1\u00A0%2")
        .arg(value, 0, 'f', value < 9.95 ? 1 : 0)
        .arg(micro ? QStringLiteral("µs") : QStringLiteral("ms"));
}

QString shown(double value, int which)
{
    switch (which) {
    case Memory:
        return number::memory(value);
    case Time:
        return stepTime(value);
    default:
        return number::count(static_cast<qint64>(value));
    }
}
} // namespace

void DesignPage::makeCosts()
{
    m_costs = new DesignCosts(m_studio, this);
    m_costChoice->addItems({{}, {}, {}, {}, {}});
    m_costChoice->setCurrentIndex(std::clamp(costShown.value(), 0, static_cast<int>(Time)));
    connect(m_costs, &DesignCosts::changed, this, [this] {
        showAdvice();
        showFooter();
        showCosts();
    });
    connect(m_costChoice, &QComboBox::currentIndexChanged, this, [this](int index) {
        costShown.set(index);
        showCosts();
    });
    connect(m_smallerBatch, &QPushButton::clicked, this, [this] {
        const auto batch = static_cast<int>(m_costs->cost().fittingBatch);
        if (batch > 0)
            applyFix({Text(LAMINA_TEXT("advice", "Use a batch of %1"), batch), {ChooseBatch{batch}}});
    });
    // The loss, the batch and the data decide about advice and costs, too.
    for (const auto edit : {&ProjectDocument::trainingChanged, &ProjectDocument::dataChanged})
        connect(&m_document, edit, this, [this] {
            showAdvice();
            showFooter();
            showCosts();
        });
}

void DesignPage::applyFix(const Fix& fix)
{
    endGesture();
    setFocus(Qt::OtherFocusReason); // the button that was pressed goes, and the keyboard would go anywhere
    m_document.execute(new ApplyFix(m_document.project(), fix));
}

void DesignPage::showAdvice()
{
    const Project& project = m_document.project();
    m_advice = advise(project, m_document.analysis(), m_costs->facts());
    m_inspector->setAdvice(m_advice);
    showSelection();
    for (const LayerSpec& layer : project.model.layers) {
        const QString name = QString::fromStdString(layer.name);
        const auto found = std::ranges::find_if(m_advice, [&](const Advice& each) {
            return each.fault.where.layer == layer.name && each.fault.where.path.empty();
        });
        if (LayerNode* node = m_graph->graph().node(name))
            node->setAdvice(found == m_advice.end() ? QString() : faultTitle(found->fault),
                            found != m_advice.end() && found->blocks);
    }
    m_graph->refreshBlocks();
}

// A bar and a share on each card, as long as the dearest one's is whole. A closed block costs what its layers
// do together.
void DesignPage::showCosts()
{
    const ModelCost& cost = m_costs->cost();
    const int which = m_costChoice->currentIndex();
    const auto& layers = m_document.project().model.layers;
    const std::size_t count = std::min(layers.size(), cost.layers.size());
    std::map<QString, LayerCost> blocks;
    double sum = 0, most = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double value = valueOf(cost.layers[i], which);
        sum += value;
        const std::string* group = groupOf(m_document.project().groups, layers[i].name);
        if (group && m_document.project().groups.at(*group).closed) {
            LayerCost& block = blocks[QString::fromStdString(*group)];
            addTo(block, cost.layers[i]);
            value = valueOf(block, which);
        }
        most = std::max(most, value);
    }
    const auto show = [&](auto* node, const LayerCost& its) {
        const double value = valueOf(its, which);
        node->setCost(which == NoCost || most <= 0 ? -1 : value / most,
                      value > 0
                          ? QStringLiteral("%1 · %2").arg(shown(value, which), number::percent(value / sum))
                          : QString(),
                      costText(its, cost));
    };
    for (std::size_t i = 0; i < count; ++i)
        if (LayerNode* node = m_graph->graph().node(QString::fromStdString(layers[i].name)))
            show(node, cost.layers[i]);
    for (const auto& [name, its] : blocks)
        if (BlockNode* block = m_graph->graph().block(name))
            show(block, its);
    m_graph->viewport()->update();
}

QString DesignPage::costText(const LayerCost& its, const ModelCost& cost) const
{
    const auto source = [](ModelCost::Source from) {
        return from == ModelCost::Source::Measured ? tr("measured on this computer") : tr("estimated");
    };
    QStringList lines{
        tr("%1 parameters, %2 of them trained")
            .arg(number::full(its.parameters), number::full(its.trainableParameters)),
        tr("%1 multiply-adds for a sample").arg(number::full(static_cast<qint64>(its.multiplyAdds)))};
    if (cost.memory != ModelCost::Source::Unknown)
        lines += tr("%1 in training with a batch of %2").arg(number::memory(its.memory)).arg(cost.batch)
            + (cost.memory == ModelCost::Source::Estimated ? tr(", estimated") : QString());
    if (cost.time != ModelCost::Source::Unknown)
        lines += tr("%1 of a training step, %2").arg(stepTime(its.seconds), source(cost.time));
    return lines.join(QLatin1Char('\n'));
}

// "48 MiB · 31 M multiply-adds · 12 ms a step"
QStringList DesignPage::costParts() const
{
    const ModelCost& cost = m_costs->cost();
    const auto about = [](ModelCost::Source source) {
        return source == ModelCost::Source::Estimated ? QStringLiteral("≈ ") : QString();
    };
    QStringList parts;
    if (cost.memory != ModelCost::Source::Unknown)
        parts += about(cost.memory) + number::memory(cost.all.memory);
    parts += tr("%1 multiply-adds").arg(number::count(static_cast<qint64>(cost.all.multiplyAdds)));
    if (cost.time != ModelCost::Source::Unknown)
        parts += tr("%1 a step").arg(about(cost.time) + stepTime(cost.all.seconds));
    else if (m_costs->isMeasuring())
        parts += tr("measuring a step…");
    return parts;
}

QStringList DesignPage::costLines() const
{
    const ModelCost& cost = m_costs->cost();
    QStringList lines = costText(cost.all, cost).split(QLatin1Char('\n')).mid(1);
    if (cost.memoryParts) {
        const TrainingMemory& parts = *cost.memoryParts;
        lines += tr("weights %1, optimizer %2, gradients %3, activations %4, batches %5, states %6")
                     .arg(number::memory(parts.weights), number::memory(parts.optimizer),
                          number::memory(parts.gradients), number::memory(parts.activations),
                          number::memory(parts.batches), number::memory(parts.states));
    }
    return lines;
}

void DesignPage::showTooLarge()
{
    const ModelCost& cost = m_costs->cost();
    m_tooLarge->setVisible(cost.tooLarge.has_value());
    m_smallerBatch->setVisible(cost.tooLarge && cost.fittingBatch > 0);
    if (!cost.tooLarge)
        return;
    m_tooLarge->setText(
        QStringLiteral("%1: %2").arg(faultTitle(*cost.tooLarge), faultRemedy(*cost.tooLarge)));
    m_smallerBatch->setText(tr("Use a batch of %1").arg(cost.fittingBatch));
}

void DesignPage::retranslateCosts()
{
    const QString names[] = {tr("Cost: none"), tr("Parameters"), tr("Memory"), tr("Multiply-adds"),
                             tr("Time")};
    for (int i = 0; i < m_costChoice->count(); ++i)
        m_costChoice->setItemText(i, names[i]);
    m_costChoice->setAccessibleName(tr("Cost shown on the layers"));
    m_costChoice->setToolTip(tr("Which cost each layer shows"));
    showFreeze();
}

void DesignPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_costs->setWatched(true);
    watchPreview();
    m_blockMenu->setEnabled(true);
    makeRoomBeside(Inspector);
}

void DesignPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_costs->setWatched(false);
    watchPreview();
    m_blockMenu->setEnabled(false);
}

} // namespace lamina
