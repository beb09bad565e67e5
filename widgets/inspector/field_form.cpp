#include "widgets/inspector/field_form.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_help.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace lamina {

namespace {
enum Column { LabelColumn, EditorColumn, ResetColumn };

// data_format: what a file may say, but nobody can change.
bool hasNothingToChoose(const Field& field, const Json& config)
{
    if (field.kind != FieldKind::Choice || field.choices.size() != 1 || field.orNull)
        return false;
    const auto given = config.find(field.name);
    return given == config.end() || *given == field.choices.front();
}

// On the controls inside, too: the style sheet looks at them.
void mark(QWidget* widget, const char* property, bool on)
{
    if (widget->property(property) == on)
        return;
    QList<QWidget*> touched = widget->findChildren<QWidget*>();
    touched += widget;
    for (QWidget* each : touched)
        setStyleProperty(each, property, on);
}

QKeySequence resetKeys()
{
    return Qt::ALT | Qt::Key_Home;
}
} // namespace

FieldForm::FieldForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    qRegisterMetaType<Json>("lamina::Json");
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::unit / 2);
    m_grid->setVerticalSpacing(Theme::unit / 2);
    m_grid->setColumnStretch(EditorColumn, 1);
    connect(&Theme::instance(), &Theme::changed, this, &FieldForm::restyle);
    // A form inside a form is asked by the outer one: two that hear one key hear none.
    const QWidget* outer = parent;
    while (outer && !qobject_cast<const FieldForm*>(outer))
        outer = outer->parentWidget();
    if (!outer)
        connect(new QShortcut(resetKeys(), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, &FieldForm::resetFocused);
    restyle();
}

// A field that loses the focus settles what was typed: it has to while there are rows to hear it.
FieldForm::~FieldForm()
{
    hide();
}

void FieldForm::clear()
{
    for (const Row& row : m_rows)
        for (QWidget* widget : {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.editor),
                                static_cast<QWidget*>(row.reset), static_cast<QWidget*>(row.fault)}) {
            m_grid->removeWidget(widget);
            // A signal of the editor may be what led here.
            widget->hide();
            widget->disconnect(this);
            widget->deleteLater();
        }
    m_rows.clear();
}

void FieldForm::setFields(std::span<const Field> fields, const Json& config, FieldStates states)
{
    clear();
    m_rows.reserve(fields.size());
    for (const Field& field : fields)
        if (!hasNothingToChoose(field, config))
            addRow(field);
    setConfig(config, std::move(states));
}

void FieldForm::addRow(const Field& field)
{
    const QString name = QString::fromUtf8(field.name);
    const QString label = words(field.label);
    const int line = static_cast<int>(m_rows.size()) * 2;

    Row row{field,
            new QLabel(label, this),
            makeFieldEditor(field, this),
            new QToolButton(this),
            new QLabel(this),
            {},
            {}};
    row.label->setWordWrap(true);
    row.label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row.label->setBuddy(row.editor->control());
    row.label->setMinimumWidth(96);
    row.editor->setObjectName(name);
    row.reset->setIcon(icon(QStringLiteral("reset")));
    row.reset->setAutoRaise(true);
    row.reset->setToolTip(QStringLiteral("%1 (%2)").arg(
        field.defaultJson ? tr("As default: %1").arg(shownJson(defaultOf(field))) : tr("As default"),
        resetKeys().toString(QKeySequence::NativeText)));
    row.reset->setAccessibleName(tr("Set %1 to its default").arg(label));
    QSizePolicy keepsPlace = row.reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    row.reset->setSizePolicy(keepsPlace);
    row.fault->setWordWrap(true);
    row.fault->setProperty("laminaFault", true);
    row.fault->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.fault->hide();

    m_grid->addWidget(row.label, line, LabelColumn, Qt::AlignVCenter);
    m_grid->addWidget(row.editor, line, EditorColumn);
    m_grid->addWidget(row.reset, line, ResetColumn);
    m_grid->addWidget(row.fault, line + 1, LabelColumn, 1, 3);

    connect(row.editor, &FieldEditor::edited, this, [this, name](const Json& value) {
        if (m_showing)
            return;
        const Json given = value; // the editor's own may change while it is shown
        setValue(name, &given);
        emit this->edited(name, given);
    });
    connect(row.editor, &FieldEditor::editingFinished, this, [this, name] { emit editingFinished(name); });
    connect(row.editor, &FieldEditor::problemChanged, this, [this, name](const QString& problem) {
        if (Row* typed = this->row(name)) {
            typed->typingFault = problem;
            showFault(*typed);
        }
    });
    connect(row.reset, &QToolButton::clicked, this, [this, name] { reset(name); });
    m_rows.push_back(std::move(row));
}

void FieldForm::reset(const QString& name)
{
    setValue(name, nullptr);
    if (FieldEditor* editor = this->editor(name);
        editor && !editor->isAncestorOf(QApplication::focusWidget()))
        editor->control()->setFocus(); // the button is about to go
    emit resetRequested(name);
}

void FieldForm::resetFocused()
{
    const QWidget* focused = QApplication::focusWidget();
    for (const Row& row : m_rows) {
        if (!row.editor->isAncestorOf(focused))
            continue;
        for (FieldForm* inner : row.editor->findChildren<FieldForm*>())
            if (inner->isAncestorOf(focused))
                return inner->resetFocused();
        if (row.resettable)
            reset(QString::fromUtf8(row.field.name));
        return;
    }
}

void FieldForm::setConfig(const Json& config, FieldStates states)
{
    m_config = config;
    m_states = std::move(states);
    for (Row& row : m_rows) {
        const auto given = config.find(row.field.name);
        showValue(row, given == config.end() ? nullptr : &*given);
    }
}

const FieldState* FieldForm::state(const Row& row) const
{
    const auto found = m_states.find(row.field.name);
    return found == m_states.end() ? nullptr : &found->second;
}

void FieldForm::setValue(const QString& name, const Json* value)
{
    Row* found = row(name);
    if (!found)
        return;
    if (value)
        m_config[found->field.name] = *value;
    else
        m_config.erase(found->field.name);
    if (const auto shared = m_states.find(found->field.name); shared != m_states.end()) {
        shared->second.values.clear(); // now they agree
        shared->second.atDefault = !value || isAtDefault(found->field, m_config);
    }
    showValue(*found, value);
}

void FieldForm::showValue(Row& row, const Json* value)
{
    const QScopedValueRollback showing(m_showing, true);
    const FieldState* shared = state(row);
    const bool mixed = shared && shared->values.size() > 1;
    row.editor->setMixed(mixed);
    if (!mixed)
        row.editor->setValue(value ? *value : defaultOf(row.field));
    // A key that is given but equals the default looks like the default; writing it out changes nothing.
    const bool atDefault = shared ? shared->atDefault : isAtDefault(row.field, m_config);
    row.resettable = !atDefault && (row.field.defaultJson || (shared && shared->ownDefaults));
    row.reset->setVisible(row.resettable);
    mark(row.label, "laminaDefault", atDefault);
    mark(row.label, "laminaChanged", row.resettable);
    mark(row.editor, "laminaDefault", atDefault);
    const QString help = fieldHelp(row.field, shared);
    row.label->setToolTip(help);
    row.editor->setToolTip(help);
    const QString plain = words(row.field.help);
    row.editor->setAccessibleWords(words(row.field.label),
                                   mixed                ? tr("%1; the values differ").arg(plain)
                                       : row.resettable ? tr("%1; changed from its default").arg(plain)
                                                        : plain);
}

bool FieldForm::canReset() const
{
    return std::ranges::any_of(m_rows, [](const Row& row) { return row.resettable; });
}

// "model.layers[2].config.kernel_initializer.config.mean" belongs to kernel_initializer.
FieldForm::Row* FieldForm::rowOf(const std::string& path)
{
    const QStringList parts = QString::fromStdString(path).split(QLatin1Char('.'));
    for (auto part = parts.crbegin(); part != parts.crend(); ++part)
        if (Row* found = row(part->section(QLatin1Char('['), 0, 0)))
            return found;
    return nullptr;
}

Faults FieldForm::setFaults(const Faults& faults)
{
    m_faults = faults;
    Faults elsewhere;
    for (Row& row : m_rows)
        row.engineFault.clear();
    for (const Fault& fault : faults) {
        Row* found = rowOf(fault.where.path);
        if (!found) {
            elsewhere.push_back(fault);
            continue;
        }
        const QString remedy = faultRemedy(fault);
        if (!found->engineFault.isEmpty())
            found->engineFault += QLatin1Char('\n');
        if (!m_states.empty() && !fault.where.layer.empty())
            found->engineFault += QString::fromStdString(fault.where.layer) + QStringLiteral(": ");
        found->engineFault += faultTitle(fault) + (remedy.isEmpty() ? QString() : QLatin1Char('\n') + remedy);
    }
    for (Row& row : m_rows)
        showFault(row);
    return elsewhere;
}

void FieldForm::showFault(Row& row)
{
    const QString& text = row.typingFault.isEmpty() ? row.engineFault : row.typingFault;
    row.fault->setText(text);
    row.fault->setVisible(!text.isEmpty());
    mark(row.editor, "invalid", !text.isEmpty());
}

QStringList FieldForm::names() const
{
    QStringList names;
    for (const Row& row : m_rows)
        names += QString::fromUtf8(row.field.name);
    return names;
}

FieldEditor* FieldForm::editor(const QString& name) const
{
    const Row* found = row(name);
    return found ? found->editor : nullptr;
}

void FieldForm::focusField(const QString& name)
{
    if (FieldEditor* found = editor(name))
        found->control()->setFocus(Qt::OtherFocusReason);
}

FieldForm::Row* FieldForm::row(const QString& name)
{
    return const_cast<Row*>(std::as_const(*this).row(name));
}

const FieldForm::Row* FieldForm::row(const QString& name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row& row) { return name == QLatin1String(row.field.name); });
    return found == m_rows.end() ? nullptr : &*found;
}

// Values that stand at their default step back; what was changed and faults stand out.
void FieldForm::restyle()
{
    const ThemeColours& colours = Theme::instance().colours();
    setStyleSheet(QStringLiteral("QLabel[laminaDefault=\"true\"], QAbstractSpinBox[laminaDefault=\"true\"],"
                                 " QLineEdit[laminaDefault=\"true\"], QComboBox[laminaDefault=\"true\"]"
                                 " { color: %1; }"
                                 " QLabel[laminaChanged=\"true\"] { font-weight: 600; }"
                                 " QToolButton { min-width: 24px; padding: 0; }"
                                 " QLabel[laminaFault=\"true\"] { color: %2; font-size: %3px; }")
                      .arg(colours.muted.name(), colours.fault.name())
                      .arg(static_cast<int>(Theme::Small)));
}

void FieldForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    std::vector<Field> fields;
    for (const Row& row : m_rows)
        fields.push_back(row.field);
    setFields(fields, Json(m_config), FieldStates(m_states));
    setFaults(Faults(m_faults));
}

} // namespace lamina
