#include "widgets/inspector/field_form.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/field_editor.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace lamina {

namespace {
enum Column { LabelColumn, EditorColumn, ResetColumn };

Json defaultOf(const Field& field)
{
    return field.defaultJson ? Json::parse(field.defaultJson) : Json();
}

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

QString helpText(const Field& field)
{
    const QString help = words(field.help).toHtmlEscaped();
    const QString name = QStringLiteral("<code>%1</code>").arg(QString::fromUtf8(field.name).toHtmlEscaped());
    const QString last = field.defaultJson
        ? FieldForm::tr("%1, default %2")
              .arg(
                  name,
                  QStringLiteral("<code>%1</code>").arg(QString::fromUtf8(field.defaultJson).toHtmlEscaped()))
        : FieldForm::tr("%1, must be given").arg(name);
    return QStringLiteral("<p>%1</p><p>%2</p>").arg(help, last);
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

void FieldForm::setFields(std::span<const Field> fields, const Json& config)
{
    clear();
    m_rows.reserve(fields.size());
    for (const Field& field : fields)
        if (!hasNothingToChoose(field, config))
            addRow(field);
    setConfig(config);
}

void FieldForm::addRow(const Field& field)
{
    const QString name = QString::fromUtf8(field.name);
    const QString label = words(field.label);
    const QString help = helpText(field);
    const int line = static_cast<int>(m_rows.size()) * 2;

    Row row{field,
            new QLabel(label, this),
            makeFieldEditor(field, this),
            new QToolButton(this),
            new QLabel(this),
            {},
            {}};
    row.label->setWordWrap(true);
    row.label->setToolTip(help);
    row.label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row.label->setBuddy(row.editor->control());
    row.label->setMinimumWidth(96);
    row.editor->setToolTip(help);
    row.editor->setObjectName(name);
    row.editor->setAccessibleWords(label, words(field.help));
    row.reset->setIcon(icon(QStringLiteral("reset")));
    row.reset->setAutoRaise(true);
    row.reset->setToolTip(
        tr("As default: %1").arg(field.defaultJson ? shownJson(defaultOf(field)) : QString()));
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
    connect(row.reset, &QToolButton::clicked, this, [this, name] {
        setValue(name, nullptr);
        if (FieldEditor* editor = this->editor(name))
            editor->control()->setFocus(); // the button is about to go
        emit resetRequested(name);
    });
    m_rows.push_back(std::move(row));
}

void FieldForm::setConfig(const Json& config)
{
    m_config = config;
    for (Row& row : m_rows) {
        const auto given = config.find(row.field.name);
        showValue(row, given == config.end() ? nullptr : &*given);
    }
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
    showValue(*found, value);
}

void FieldForm::showValue(Row& row, const Json* value)
{
    const QScopedValueRollback showing(m_showing, true);
    const Json standard = defaultOf(row.field);
    row.editor->setValue(value ? *value : standard);
    const bool atDefault =
        row.field.defaultJson && (!value || spelledOut(row.field, *value) == spelledOut(row.field, standard));
    // A key that is given but equals the default looks like the default; writing it out changes nothing.
    row.reset->setVisible(!atDefault && row.field.defaultJson);
    mark(row.label, "laminaDefault", atDefault);
    mark(row.editor, "laminaDefault", atDefault);
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

// Values that stand at their default step back; faults stand out.
void FieldForm::restyle()
{
    const ThemeColours& colours = Theme::instance().colours();
    setStyleSheet(QStringLiteral("QLabel[laminaDefault=\"true\"], QAbstractSpinBox[laminaDefault=\"true\"],"
                                 " QLineEdit[laminaDefault=\"true\"], QComboBox[laminaDefault=\"true\"]"
                                 " { color: %1; }"
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
    setFields(fields, Json(m_config));
    setFaults(Faults(m_faults));
}

} // namespace lamina
