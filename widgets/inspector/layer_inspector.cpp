#include "widgets/inspector/layer_inspector.h"

#include "engine/model/nested.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/advice_list.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"

#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace lamina {

namespace {
QLabel* wrapped(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QFrame* line(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setFixedHeight(1);
    frame->setObjectName(QStringLiteral("inspectorLine"));
    return frame;
}

std::vector<Field> fieldsOf(const LayerType* type)
{
    std::vector<Field> fields;
    if (type)
        fields.assign(type->fields.begin(), type->fields.end());
    const auto common = commonLayerFields();
    fields.insert(fields.end(), common.begin(), common.end());
    return fields;
}
} // namespace

LayerInspector::LayerInspector(QWidget* parent) : QWidget(parent), m_pages(new QStackedWidget)
{
    setProperty("side", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    QWidget* page = makeLayerPage();
    page->setObjectName(QStringLiteral("scrolled"));
    scroll->setWidget(page);

    auto* empty = new QWidget;
    auto* emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    m_note = wrapped("muted", empty);
    emptyLayout->addWidget(m_note);
    m_allAdvice = makeAdviceList(empty);
    emptyLayout->addSpacing(Theme::unit);
    emptyLayout->addWidget(m_allAdvice);
    emptyLayout->addStretch(1);

    auto* overview = new QScrollArea;
    overview->setWidgetResizable(true);
    overview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    overview->setFrameShape(QFrame::NoFrame);
    overview->setFocusPolicy(Qt::NoFocus);
    empty->setObjectName(QStringLiteral("scrolled"));
    overview->setWidget(empty);
    m_pages->addWidget(overview);
    m_pages->addWidget(scroll);
    layout->addWidget(m_pages);
    connect(&Theme::instance(), &Theme::changed, this, &LayerInspector::restyle);
    retranslate();
    restyle();
    showNothing();
}

QWidget* LayerInspector::makeLayerPage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * Theme::unit, 12, Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);

    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::unit);
    m_icon = new QLabel(page);
    m_icon->setFixedSize(20, 20);
    m_type = wrapped("section", page);
    head->addWidget(m_icon);
    head->addWidget(m_type, 1);
    layout->addLayout(head);
    m_help = wrapped("muted", page);
    layout->addWidget(m_help);

    m_layerAdvice = makeAdviceList(page);
    layout->addWidget(m_layerAdvice);

    auto* outcome = new QGridLayout;
    outcome->setHorizontalSpacing(Theme::unit);
    outcome->setVerticalSpacing(4);
    outcome->setColumnStretch(1, 1);
    m_shapeLabel = new QLabel(page);
    m_parametersLabel = new QLabel(page);
    m_shape = wrapped("", page);
    m_parameters = wrapped("", page);
    for (QLabel* label : {m_shapeLabel, m_parametersLabel}) {
        label->setProperty("role", QStringLiteral("muted"));
        label->setMinimumWidth(96);
    }
    for (QLabel* value : {m_shape, m_parameters})
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    outcome->addWidget(m_shapeLabel, 0, 0, Qt::AlignTop);
    outcome->addWidget(m_shape, 0, 1);
    outcome->addWidget(m_parametersLabel, 1, 0, Qt::AlignTop);
    outcome->addWidget(m_parameters, 1, 1);
    layout->addLayout(outcome);
    layout->addWidget(line(page));

    m_nameLabel = new QLabel(page);
    m_name = new QLineEdit(page);
    m_name->setObjectName(QStringLiteral("layerName"));
    m_nameLabel->setBuddy(m_name);
    m_nameFault = wrapped("fault", page);
    m_nameFault->hide();
    auto* nameRow = new QHBoxLayout;
    nameRow->setSpacing(4);
    nameRow->setContentsMargins(0, 0, Theme::unit, 0);
    nameRow->addWidget(m_nameLabel);
    nameRow->addWidget(m_name, 1);
    layout->addLayout(nameRow);
    layout->addWidget(m_nameFault);
    m_form = new FieldForm(page);
    layout->addWidget(m_form);
    layout->addStretch(1);

    connect(m_name, &QLineEdit::textEdited, this, &LayerInspector::checkName);
    connect(m_name, &QLineEdit::editingFinished, this, &LayerInspector::finishName);
    connect(m_form, &FieldForm::edited, this,
            [this](const QString& field, const Json& value) { emit fieldEdited(m_layer, field, value); });
    connect(m_form, &FieldForm::resetRequested, this,
            [this](const QString& field) { emit fieldReset(m_layer, field); });
    connect(m_form, &FieldForm::editingFinished, this, &LayerInspector::editingFinished);
    return page;
}

void LayerInspector::showLayer(const LayerSpec& spec, const LayerAnalysis& analysis)
{
    const LayerType* type = layers::find(spec.className);
    const QString name = QString::fromStdString(spec.name);
    const QString className = QString::fromStdString(spec.className);
    const bool another = m_layer != name || m_pages->currentIndex() == 0;
    m_spec = spec;
    m_analysis = analysis;
    m_several = 0;
    m_layer = name;
    if (another) {
        m_name->setText(name);
        checkName();
    }
    // An edit that renames keeps the rows; another layer of the same kind gets fresh ones, so that nothing
    // half typed goes over to it.
    if (another || m_className != className) {
        m_className = className;
        m_family = type ? type->family : Family::Linear;
        m_form->setFields(fieldsOf(type), spec.config);
    } else {
        m_form->setConfig(spec.config);
    }
    const bool nested = isNested(spec);
    m_type->setText(type ? words(type->label) : nested ? tr("Model") : className);
    m_type->setToolTip(QStringLiteral("<code>%1</code>").arg(className.toHtmlEscaped()));
    m_help->setText(type         ? words(type->help)
                        : nested ? tr("A model of several layers that is one layer here.")
                                 : tr("This version of Lamina does not know this kind of layer."));

    QStringList shapes;
    for (const Shape& shape : analysis.outputs) {
        QStringList sizes;
        for (const Index size : shape.sizes())
            sizes += QString::number(size);
        shapes += sizes.join(QStringLiteral(" × "));
    }
    m_shape->setText(shapes.isEmpty() ? QStringLiteral("–") : shapes.join(QStringLiteral("; ")));
    m_shape->setToolTip(tr("The size of one sample behind this layer, without the batch."));
    QString parameters = number::full(analysis.parameters);
    if (analysis.trainableParameters != analysis.parameters)
        parameters = tr("%1, of them trained %2").arg(parameters, number::full(analysis.trainableParameters));
    m_parameters->setText(analysis.outputs.empty() ? QStringLiteral("–") : parameters);

    showAdvice(m_form->setFaults(analysis.faults));
    restyle();
    m_pages->setCurrentIndex(1);
}

AdviceList* LayerInspector::makeAdviceList(QWidget* parent)
{
    auto* list = new AdviceList(parent);
    connect(list, &AdviceList::fixRequested, this, &LayerInspector::fixRequested);
    connect(list, &AdviceList::layerRequested, this, &LayerInspector::layerRequested);
    return list;
}

void LayerInspector::setAdvice(const std::vector<Advice>& advice)
{
    m_advice = advice;
    m_allAdvice->setAdvice(advice, true);
}

// A fault that stands under its field stands here, too, if there is a fix to press.
void LayerInspector::showAdvice(const Faults& besideTheFields)
{
    std::vector<Advice> shown;
    for (const Fault& fault : besideTheFields)
        shown.push_back({fault, true, {}});
    for (const Advice& advice : m_advice) {
        if (advice.fault.where.layer != m_spec.name)
            continue;
        const auto same = std::find_if(shown.begin(), shown.end(),
                                       [&](const Advice& each) { return each.fault == advice.fault; });
        if (same != shown.end())
            *same = advice;
        else if (!advice.fixes.empty() || advice.fault.where.path.empty())
            shown.push_back(advice);
    }
    m_layerAdvice->setAdvice(shown, false);
}

void LayerInspector::showSeveral(int layers, Index parameters)
{
    m_several = layers;
    m_severalParameters = parameters;
    m_layer.clear();
    m_note->setText(tr("%n layers are selected.", nullptr, layers) + QStringLiteral("\n\n")
                    + tr("%1 parameters together. Delete removes them and closes the gap.")
                          .arg(number::full(parameters)));
    m_pages->setCurrentIndex(0);
}

void LayerInspector::showNothing()
{
    m_several = 0;
    m_layer.clear();
    m_note->setText(tr("Select a layer to see and change its settings."));
    m_pages->setCurrentIndex(0);
}

void LayerInspector::checkName()
{
    const QString fault =
        m_nameCheck && !m_layer.isEmpty() ? m_nameCheck(m_layer, m_name->text().trimmed()) : QString();
    m_nameFault->setText(fault);
    m_nameFault->setVisible(!fault.isEmpty());
    setStyleProperty(m_name, "invalid", !fault.isEmpty());
}

void LayerInspector::finishName()
{
    const QString wanted = m_name->text().trimmed();
    if (m_layer.isEmpty() || wanted == m_layer)
        return;
    checkName();
    if (m_nameFault->text().isEmpty()) {
        emit renameRequested(m_layer, wanted);
        return;
    }
    m_name->setText(m_layer);
    checkName();
}

void LayerInspector::focusFirstField()
{
    if (m_pages->currentIndex() == 0)
        return;
    const QStringList names = m_form->names();
    if (!names.isEmpty())
        m_form->focusField(names.front());
}

void LayerInspector::editName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void LayerInspector::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the layer"));
    m_name->setToolTip(tr("How other layers and saved weights call this layer."));
    m_shapeLabel->setText(tr("Output"));
    m_parametersLabel->setText(tr("Parameters"));
    m_nameLabel->setMinimumWidth(96);
}

void LayerInspector::restyle()
{
    const ThemeColours& colours = Theme::instance().colours();
    setStyleSheet(QStringLiteral("#inspectorLine { background: %1; border: 0; }").arg(colours.line.name()));
    if (m_layer.isEmpty())
        return;
    const LayerType* type = layers::find(m_spec.className);
    const QString name = isNested(m_spec) ? QStringLiteral("layout")
        : !type                           ? QStringLiteral("warning")
        : type->icon                      ? QString::fromLatin1(type->icon)
                                          : familyIcon(type->family);
    m_icon->setPixmap(icon(name, Theme::instance().family(m_family)).pixmap(20, 20));
}

void LayerInspector::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_layer.isEmpty())
        showLayer(LayerSpec(m_spec), LayerAnalysis(m_analysis));
    else if (m_several > 0)
        showSeveral(m_several, m_severalParameters);
    else
        showNothing();
}

} // namespace lamina
