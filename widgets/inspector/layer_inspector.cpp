#include "widgets/inspector/layer_inspector.h"

#include "engine/model/nested.h"

#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/advice_list.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/layer_outcome.h"

#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace lamina {

namespace {
QFrame* line(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setFixedHeight(1);
    frame->setObjectName(QStringLiteral("inspectorLine"));
    return frame;
}

// All that a layer declares but what the switch sets.
std::vector<Field> fieldsOf(const LayerSpec& spec)
{
    std::vector<Field> fields;
    if (const LayerType* type = layers::find(spec.className))
        fields.assign(type->fields.begin(), type->fields.end());
    for (const Field& field : commonLayerFields())
        if (std::string_view(field.name) != LayerOutcome::switchedField)
            fields.push_back(field);
    return fields;
}

QString kindOf(const LayerSpec& spec)
{
    const LayerType* type = layers::find(spec.className);
    return type          ? words(type->label)
        : isNested(spec) ? LayerInspector::tr("Model")
                         : QString::fromStdString(spec.className);
}

QKeySequence resetAllKeys()
{
    return Qt::ALT | Qt::SHIFT | Qt::Key_Home;
}
} // namespace

LayerInspector::LayerInspector(QWidget* parent) : QWidget(parent), m_pages(new QStackedWidget)
{
    setProperty("side", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(scrolled(makeModelPage()));
    m_pages->addWidget(scrolled(makeLayerPage()));
    layout->addWidget(m_pages);
    connect(&Theme::instance(), &Theme::changed, this, &LayerInspector::restyle);
    retranslate();
    restyle();
}

QScrollArea* LayerInspector::scrolled(QWidget* page)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    page->setObjectName(QStringLiteral("scrolled"));
    scroll->setWidget(page);
    return scroll;
}

QWidget* LayerInspector::makeModelPage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    m_note = wrappedLabel("muted", page);
    layout->addWidget(m_note);
    m_allAdvice = makeAdviceList(page);
    layout->addSpacing(Theme::unit);
    layout->addWidget(m_allAdvice);
    layout->addStretch(1);
    return page;
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
    m_type = wrappedLabel("section", page);
    head->addWidget(m_icon);
    head->addWidget(m_type, 1);
    m_reset = new QToolButton(page);
    m_reset->setObjectName(QStringLiteral("resetLayers"));
    m_reset->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reset->setIconSize(QSize(16, 16));
    head->addWidget(m_reset, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_help = wrappedLabel("muted", page);
    layout->addWidget(m_help);

    m_layerAdvice = makeAdviceList(page);
    layout->addWidget(m_layerAdvice);

    m_outcome = new LayerOutcome(page);
    layout->addWidget(m_outcome);
    layout->addWidget(line(page));

    m_name = new LayerNameRow(page);
    layout->addWidget(m_name);
    m_form = new FieldForm(page);
    layout->addWidget(m_form);
    layout->addStretch(1);

    connect(m_name, &LayerNameRow::renameRequested, this, &LayerInspector::renameRequested);
    connect(m_form, &FieldForm::edited, this,
            [this](const QString& field, const Json& value) { emit fieldEdited(layers(), field, value); });
    connect(m_form, &FieldForm::resetRequested, this,
            [this](const QString& field) { emit fieldReset(layers(), field); });
    connect(m_form, &FieldForm::editingFinished, this, &LayerInspector::editingFinished);
    connect(m_outcome, &LayerOutcome::freezeRequested, this,
            [this](bool frozen) { emit freezeRequested(layers(), frozen); });
    connect(m_reset, &QToolButton::clicked, this, [this] {
        if (m_reset->hasFocus())
            focusFirstField(); // the button is about to go
        emit resetRequested(layers());
    });
    connect(new QShortcut(resetAllKeys(), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, m_reset, &QToolButton::click);
    return page;
}

void LayerInspector::showLayers(std::vector<LayerSpec> specs, std::vector<LayerAnalysis> analyses)
{
    const auto same = [](const LayerSpec& a, const LayerSpec& b) {
        return a.name == b.name && a.className == b.className;
    };
    const bool kept = std::ranges::equal(specs, m_specs, same);
    m_specs = std::move(specs);
    m_analyses = std::move(analyses);
    m_name->setLayer(layer());
    if (m_specs.empty()) {
        m_pages->setCurrentIndex(0);
        return;
    }
    std::vector<std::vector<Field>> fields;
    std::vector<PartSettings> settings;
    for (const LayerSpec& spec : m_specs)
        fields.push_back(fieldsOf(spec));
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        settings.push_back({fields[i], m_specs[i].config});
    const bool several = m_specs.size() > 1;
    const SharedSettings shared =
        several ? sharedSettings(settings) : SharedSettings{fields[0], m_specs[0].config, {}};
    // Other layers get fresh rows, so that nothing half typed goes over to them.
    if (kept)
        m_form->setConfig(shared.config, shared.states);
    else
        m_form->setFields(shared.fields, shared.config, shared.states);
    m_name->setVisible(!several);
    m_form->setVisible(!m_form->names().isEmpty());
    m_reset->setVisible(m_form->canReset());
    showHead();
    m_outcome->showLayers(m_specs, m_analyses);
    Faults faults;
    for (const LayerAnalysis& analysis : m_analyses)
        append(faults, analysis.faults);
    showAdvice(m_form->setFaults(faults));
    m_pages->setCurrentIndex(1);
}

void LayerInspector::showHead()
{
    if (m_specs.size() == 1) {
        const LayerSpec& spec = m_specs.front();
        const LayerType* type = layers::find(spec.className);
        m_type->setText(kindOf(spec));
        m_type->setToolTip(
            QStringLiteral("<code>%1</code>").arg(QString::fromStdString(spec.className).toHtmlEscaped()));
        m_help->setText(type ? words(type->help)
                            : isNested(spec)
                            ? tr("A model of several layers that is one layer here.")
                            : tr("This version of Lamina does not know this kind of layer."));
    } else {
        QStringList kinds;
        std::vector<int> counts;
        for (const LayerSpec& spec : m_specs) {
            const QString kind = kindOf(spec);
            if (!kinds.contains(kind)) {
                kinds += kind;
                counts.push_back(0);
            }
            ++counts[static_cast<std::size_t>(kinds.indexOf(kind))];
        }
        for (qsizetype i = 0; i < kinds.size(); ++i)
            if (const int count = counts[static_cast<std::size_t>(i)]; count > 1)
                kinds[i] = QStringLiteral("%1\u00A0× %2").arg(number::full(count), kinds[i]);
        m_type->setText(tr("%n layers", nullptr, static_cast<int>(m_specs.size())));
        m_type->setToolTip(layers().join(QLatin1Char('\n')));
        m_help->setText(kinds.join(QStringLiteral(", ")) + QLatin1Char('\n')
                        + (m_form->names().isEmpty() ? tr("They have no setting in common.")
                                                     : tr("A change is made to all of them.")));
    }
    const LayerSpec& first = m_specs.front();
    const bool alike = std::ranges::all_of(
        m_specs, [&](const LayerSpec& each) { return each.className == first.className; });
    const LayerType* type = layers::find(first.className);
    const QString name = !alike || isNested(first) ? QStringLiteral("layout")
        : !type                                    ? QStringLiteral("warning")
        : type->icon                               ? QString::fromLatin1(type->icon)
                                                   : familyIcon(type->family);
    const QColor hue =
        alike && type ? Theme::instance().family(type->family) : Theme::instance().colours().muted;
    m_icon->setPixmap(icon(name, hue).pixmap(20, 20));
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
        if (std::ranges::none_of(
                m_specs, [&](const LayerSpec& spec) { return spec.name == advice.fault.where.layer; }))
            continue;
        const auto same = std::find_if(shown.begin(), shown.end(),
                                       [&](const Advice& each) { return each.fault == advice.fault; });
        if (same != shown.end())
            *same = advice;
        else if (!advice.fixes.empty() || advice.fault.where.path.empty())
            shown.push_back(advice);
    }
    m_layerAdvice->setAdvice(shown, m_specs.size() > 1);
}

QStringList LayerInspector::layers() const
{
    QStringList names;
    for (const LayerSpec& spec : m_specs)
        names += QString::fromStdString(spec.name);
    return names;
}

QString LayerInspector::layer() const
{
    return m_specs.size() == 1 ? QString::fromStdString(m_specs.front().name) : QString();
}

void LayerInspector::focusFirstField()
{
    if (m_specs.empty())
        return;
    if (const QStringList names = m_form->names(); !names.isEmpty())
        m_form->focusField(names.front());
    else if (m_specs.size() == 1)
        editName();
    else
        m_outcome->setFocus(Qt::OtherFocusReason);
}

void LayerInspector::editName()
{
    m_name->edit();
}

void LayerInspector::retranslate()
{
    m_name->retranslate();
    m_note->setText(tr("Select a layer to see and change its settings."));
    m_outcome->retranslate();
    m_reset->setText(tr("All as default"));
    m_reset->setToolTip(QStringLiteral("%1 (%2)").arg(tr("Sets every field that has a default to it"),
                                                      resetAllKeys().toString(QKeySequence::NativeText)));
}

void LayerInspector::restyle()
{
    const ThemeColours& colours = Theme::instance().colours();
    setStyleSheet(QStringLiteral("#inspectorLine { background: %1; border: 0; }").arg(colours.line.name()));
    m_reset->setIcon(icon(QStringLiteral("reset")));
    if (!m_specs.empty())
        showHead();
}

void LayerInspector::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void LayerInspector::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showLayers(std::vector(m_specs), std::vector(m_analyses));
}

} // namespace lamina
