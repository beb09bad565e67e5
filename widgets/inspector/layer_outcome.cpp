#include "widgets/inspector/layer_outcome.h"

#include "widgets/common/number_text.h"
#include "widgets/common/switch.h"
#include "widgets/common/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace lamina {

LayerOutcome::LayerOutcome(QWidget* parent)
    : QWidget(parent), m_shapeLabel(new QLabel(this)), m_shape(new QLabel(this)),
      m_parametersLabel(new QLabel(this)), m_parameters(new QLabel(this)), m_frozenLabel(new QLabel(this)),
      m_frozen(new Switch(this))
{
    for (QLabel* label : {m_shapeLabel, m_parametersLabel, m_frozenLabel}) {
        label->setProperty("role", QStringLiteral("muted"));
        label->setMinimumWidth(96);
    }
    for (QLabel* value : {m_shape, m_parameters}) {
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_frozen->setObjectName(QStringLiteral("frozenSwitch"));
    m_frozenLabel->setBuddy(m_frozen);
    setFocusProxy(m_frozen);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_shapeLabel, 0, 0, Qt::AlignTop);
    grid->addWidget(m_shape, 0, 1);
    grid->addWidget(m_parametersLabel, 1, 0, Qt::AlignTop);
    grid->addWidget(m_parameters, 1, 1);
    grid->addWidget(m_frozenLabel, 2, 0, Qt::AlignVCenter);
    grid->addWidget(m_frozen, 2, 1, Qt::AlignLeft);
    connect(m_frozen, &QCheckBox::clicked, this, &LayerOutcome::freezeRequested);
}

void LayerOutcome::showLayers(std::span<const LayerSpec> specs, std::span<const LayerAnalysis> analyses)
{
    const bool one = specs.size() == 1;
    m_shapeLabel->setVisible(one);
    m_shape->setVisible(one);
    QStringList shapes;
    for (const Shape& shape : analyses.front().outputs) {
        QStringList sizes;
        for (const Index size : shape.sizes())
            sizes += QString::number(size);
        shapes += sizes.join(QStringLiteral(" × "));
    }
    m_shape->setText(shapes.isEmpty() ? QStringLiteral("–") : shapes.join(QStringLiteral("; ")));
    Index all = 0, trained = 0;
    bool known = false, unknown = false;
    for (const LayerAnalysis& analysis : analyses) {
        all += analysis.parameters;
        trained += analysis.trainableParameters;
        (analysis.outputs.empty() ? unknown : known) = true;
    }
    QString parameters = number::full(all);
    if (trained != all)
        parameters = tr("%1, of them trained %2").arg(parameters, number::full(trained));
    m_parameters->setText(known ? parameters : QStringLiteral("–"));
    showFrozen(specs, all > 0 || unknown);
}

// Where there are no weights there is nothing to freeze.
void LayerOutcome::showFrozen(std::span<const LayerSpec> specs, bool weights)
{
    const auto frozen = std::ranges::count_if(specs, [](const LayerSpec& spec) {
        return spec.config.is_object() && spec.config.value(switchedField, Json(true)) == Json(false);
    });
    const auto all = static_cast<std::ptrdiff_t>(specs.size());
    const bool mixed = frozen > 0 && frozen < all;
    m_frozenLabel->setVisible(frozen > 0 || weights);
    m_frozen->setVisible(frozen > 0 || weights);
    m_frozen->setTristate(mixed);
    m_frozen->setCheckState(mixed ? Qt::PartiallyChecked : frozen > 0 ? Qt::Checked : Qt::Unchecked);
    m_frozen->setText(mixed ? tr("%1 of %2").arg(number::full(frozen), number::full(all)) : QString());
}

void LayerOutcome::retranslate()
{
    m_shapeLabel->setText(tr("Output"));
    m_shape->setToolTip(tr("The size of one sample behind this layer, without the batch."));
    m_parametersLabel->setText(tr("Parameters"));
    m_frozenLabel->setText(tr("Frozen"));
    const QString help = tr("On: training leaves the weights as they are");
    m_frozen->setAccessibleName(m_frozenLabel->text());
    m_frozen->setAccessibleDescription(help);
    for (QWidget* each : {static_cast<QWidget*>(m_frozenLabel), static_cast<QWidget*>(m_frozen)})
        each->setToolTip(QStringLiteral("<p>%1</p><p><code>%2</code></p>")
                             .arg(help.toHtmlEscaped(), QLatin1String(switchedField)));
}

} // namespace lamina
