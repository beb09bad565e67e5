#include "widgets/inspector/nested_part_editor.h"

#include "widgets/common/words.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/number_box.h"

#include <QComboBox>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace lamina {

namespace {
// What an entry of the box stands for: none, a number, or the part at this place.
constexpr int none = -1;
constexpr int plainNumber = -2;
constexpr int unknown = -3;
} // namespace

NestedPartEditor::NestedPartEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), m_parts(field.parts()), m_takesNumbers(field.kind == FieldKind::RealOrPart),
      m_box(new QComboBox(this)), m_form(new FieldForm(this))
{
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    if (field.orNull || (field.defaultJson && std::string_view(field.defaultJson) == "null"))
        m_box->addItem(tr("none"), none);
    if (m_takesNumbers)
        m_box->addItem(tr("a number"), plainNumber);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_box->addItem(words(m_parts[i].label), static_cast<int>(i));
        m_box->setItemData(
            m_box->count() - 1,
            QStringLiteral("<b>%1</b><br>%2")
                .arg(QString::fromUtf8(m_parts[i].className), words(m_parts[i].help).toHtmlEscaped()),
            Qt::ToolTipRole);
    }
    m_known = m_box->count();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_box);
    if (m_takesNumbers) {
        m_number = new NumberBox(NumberBox::Numbers::Real, field.minimum, field.maximum,
                                 field.minimumExcluded, this);
        layout->addWidget(m_number);
        connect(m_number, &NumberBox::edited, this, [this] { say(m_number->json()); });
        connect(m_number, &NumberBox::editingFinished, this, &FieldEditor::editingFinished);
        connect(m_number, &NumberBox::problemChanged, this, [this](bool problem) {
            emit problemChanged(problem ? tr("This needs a number, such as 0.5 or 1e-3.") : QString());
        });
    }
    layout->addWidget(m_form);
    connect(m_box, &QComboBox::activated, this, &NestedPartEditor::choose);
    const auto changeSetting = [this](const QString& name, const Json* value) {
        Json config = nestedValue(m_parts, m_value).config;
        if (!config.is_object())
            config = Json::object();
        if (value)
            config[name.toStdString()] = *value;
        else
            config.erase(name.toStdString());
        say({{"class_name", m_shown->className}, {"config", config}});
    };
    connect(m_form, &FieldForm::edited, this,
            [changeSetting](const QString& name, const Json& value) { changeSetting(name, &value); });
    connect(m_form, &FieldForm::resetRequested, this,
            [changeSetting](const QString& name) { changeSetting(name, nullptr); });
    connect(m_form, &FieldForm::editingFinished, this, &FieldEditor::editingFinished);
    show(m_value);
}

// Another kind of value. A number becomes the first setting of a schedule, and the other way round.
void NestedPartEditor::choose(int index)
{
    const int what = m_box->itemData(index).toInt();
    const NestedValue before = nestedValue(m_parts, m_value);
    const auto firstOf = [](const NestedPart& part) {
        return part.fields.empty() ? std::string() : std::string(part.fields[0].name);
    };
    Json value;
    if (what == plainNumber) {
        value = 0.001;
        if (before.part && before.config.contains(firstOf(*before.part))
            && before.config[firstOf(*before.part)].is_number())
            value = before.config[firstOf(*before.part)];
    } else if (what >= 0) {
        const NestedPart& part = m_parts[static_cast<std::size_t>(what)];
        if (&part == before.part)
            return;
        Json config = Json::object(); // settings that both have keep their values
        if (before.config.is_object())
            for (const auto& [key, given] : before.config.items())
                if (findField(part.fields, key))
                    config[key] = given;
        if (m_value.is_number() && !part.fields.empty() && part.fields[0].kind == FieldKind::Real)
            config[part.fields[0].name] = m_value;
        value = m_takesNumbers || !config.empty() ? Json{{"class_name", part.className}, {"config", config}}
                                                  : Json(part.className);
    } else if (what == unknown) {
        return;
    }
    show(value);
    say(value);
    emit editingFinished();
}

void NestedPartEditor::say(const Json& value)
{
    m_value = value;
    emit edited(value);
}

void NestedPartEditor::setValue(const Json& value)
{
    m_value = value;
    show(value);
}

void NestedPartEditor::show(const Json& value)
{
    const NestedValue nested = nestedValue(m_parts, value);
    while (m_box->count() > m_known)
        m_box->removeItem(m_known);
    int index = -1;
    if (nested.part)
        index = m_box->findData(static_cast<int>(nested.part - m_parts.data()));
    else if (value.is_number() && m_takesNumbers)
        index = m_box->findData(plainNumber);
    else if (value.is_null())
        index = m_box->findData(none);
    if (index < 0 && !value.is_null()
        && !value.is_discarded()) { // a file may hold anything: shown as it stands
        m_box->addItem(shownJson(value), unknown);
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
    if (m_number) {
        m_number->setVisible(!nested.part && (value.is_number() || value.is_null()));
        m_number->setValue(value.is_number() ? std::optional(value.get<double>()) : std::nullopt);
    }
    const Json config = nested.config.is_object() ? nested.config : Json::object();
    if (nested.part && nested.part == m_shown)
        m_form->setConfig(config);
    else
        m_form->setFields(nested.part ? nested.part->fields : std::span<const Field>(), config);
    m_shown = nested.part;
    m_form->setVisible(nested.part && !nested.part->fields.empty());
}

void NestedPartEditor::setAccessibleWords(const QString& name, const QString& description)
{
    FieldEditor::setAccessibleWords(name, description);
    if (m_number)
        m_number->setAccessibleName(name);
}

QWidget* NestedPartEditor::control() const
{
    return m_box;
}

} // namespace lamina
