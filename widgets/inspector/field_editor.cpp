#include "widgets/inspector/field_editor.h"

#include "engine/core/numbers.h"
#include "widgets/common/icons.h"
#include "widgets/inspector/list_editors.h"
#include "widgets/inspector/nested_part_editor.h"
#include "widgets/inspector/number_box.h"
#include "widgets/inspector/number_list_editor.h"
#include "widgets/inspector/text_editors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace lamina {

QString shownJson(const Json& value)
{
    if (value.is_discarded())
        return {};
    if (value.is_number_float())
        return QString::fromStdString(shortest(value.get<double>()));
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_array() && !value.empty()) {
        QStringList items;
        for (const Json& item : value)
            items += shownJson(item);
        return QLatin1Char('[') + items.join(QStringLiteral(", ")) + QLatin1Char(']');
    }
    return QString::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void FieldEditor::setMixed(bool mixed)
{
    if (mixed == m_mixed)
        return; // what is being typed stays
    m_mixed = mixed;
    if (mixed)
        setValue(Json(Json::value_t::discarded));
    const char* const usual = "usualPlaceholder";
    for (QLineEdit* line : findChildren<QLineEdit*>()) {
        if (mixed)
            line->setProperty(usual, line->placeholderText());
        line->setPlaceholderText(mixed ? tr("mixed") : line->property(usual).toString());
    }
    for (QComboBox* box : findChildren<QComboBox*>())
        box->setPlaceholderText(mixed ? tr("mixed") : QString());
    for (NumberBox* box : findChildren<NumberBox*>()) {
        box->setCanStep(!mixed);
        box->updateGeometry(); // for the word
    }
    for (QCheckBox* box : findChildren<QCheckBox*>()) {
        box->setTristate(mixed);
        box->setCheckState(mixed ? Qt::PartiallyChecked : Qt::Unchecked);
    }
}

void FieldEditor::setAccessibleWords(const QString& name, const QString& description)
{
    control()->setAccessibleName(name);
    control()->setAccessibleDescription(description);
}

QHBoxLayout* FieldEditor::rowLayout(QWidget* owner)
{
    auto* layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

namespace {
class NumberEditor final : public FieldEditor {
public:
    NumberEditor(const Field& field, QWidget* parent) : FieldEditor(parent)
    {
        const bool whole = field.kind == FieldKind::Whole;
        m_box = new NumberBox(whole ? NumberBox::Numbers::Whole : NumberBox::Numbers::Real, field.minimum,
                              field.maximum, field.minimumExcluded, this);
        if (field.orNull || (field.defaultJson && std::string_view(field.defaultJson) == "null"))
            m_box->setNullText(FieldEditor::tr("none"));
        rowLayout(this)->addWidget(m_box);
        connect(m_box, &NumberBox::edited, this, [this] { emit edited(m_box->json()); });
        connect(m_box, &NumberBox::editingFinished, this, &FieldEditor::editingFinished);
        connect(m_box, &NumberBox::problemChanged, this, [this, whole](bool problem) {
            emit problemChanged(!problem    ? QString()
                                    : whole ? FieldEditor::tr("This needs a whole number, such as 32.")
                                            : FieldEditor::tr("This needs a number, such as 0.5 or 1e-3."));
        });
    }
    void setValue(const Json& value) override
    {
        m_box->setValue(value.is_number() ? std::optional(value.get<double>()) : std::nullopt);
    }
    QWidget* control() const override { return m_box; }

private:
    NumberBox* m_box;
};

class FlagEditor final : public FieldEditor {
public:
    explicit FlagEditor(QWidget* parent) : FieldEditor(parent)
    {
        m_box = new QCheckBox(this);
        rowLayout(this)->addWidget(m_box);
        m_box->setMinimumHeight(24);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            emit edited(Json(on));
            emit editingFinished();
        });
    }
    void setValue(const Json& value) override { m_box->setChecked(value.is_boolean() && value.get<bool>()); }
    QWidget* control() const override { return m_box; }

private:
    QCheckBox* m_box;
};

class NarrowCombo final : public QComboBox {
public:
    explicit NarrowCombo(QWidget* parent) : QComboBox(parent)
    {
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setMinimumContentsLength(8);
    }
};

// A choice among names; a Part may also be written as {"class_name": …, "config": …}.
class ChoiceEditor final : public FieldEditor {
public:
    ChoiceEditor(const Field& field, QWidget* parent) : FieldEditor(parent)
    {
        m_box = new NarrowCombo(this);
        rowLayout(this)->addWidget(m_box);
        if (field.orNull || (field.defaultJson && std::string_view(field.defaultJson) == "null"))
            m_box->addItem(FieldEditor::tr("none"), QByteArrayLiteral("null"));
        for (const char* choice : field.choices)
            m_box->addItem(QString::fromUtf8(choice), QByteArray::fromStdString(Json(choice).dump()));
        m_known = m_box->count();
        connect(m_box, &QComboBox::activated, this, [this](int index) {
            emit edited(Json::parse(m_box->itemData(index).toByteArray().toStdString()));
            emit editingFinished();
        });
    }
    void setValue(const Json& value) override
    {
        const QByteArray text =
            QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
        int index = m_box->findData(text);
        if (index < 0
            && !value.is_discarded()) { // a file may hold anything: shown as it stands, after the known ones
            while (m_box->count() > m_known)
                m_box->removeItem(m_known);
            m_box->addItem(shownJson(value), text);
            index = m_known;
        }
        m_box->setCurrentIndex(index);
    }
    QWidget* control() const override { return m_box; }

private:
    QComboBox* m_box;
    int m_known = 0;
};
} // namespace

FieldEditor* makeFieldEditor(const Field& field, QWidget* parent)
{
    if (field.parts)
        return new NestedPartEditor(field, parent);
    switch (field.kind) {
    case FieldKind::Whole:
    case FieldKind::Real:
        return new NumberEditor(field, parent);
    case FieldKind::Flag:
        return new FlagEditor(parent);
    case FieldKind::Choice:
        return new ChoiceEditor(field, parent);
    case FieldKind::WholeList:
        if (field.listLength == 0)
            return new NumberListEditor(field, parent);
        return new WholeListEditor(field, parent);
    case FieldKind::RealList:
        return new NumberListEditor(field, parent);
    case FieldKind::ShapeList:
        return new ShapeEditor(field, parent);
    case FieldKind::TextList:
        return new TextListEditor(field, parent);
    case FieldKind::Part:
    case FieldKind::RealOrPart:
    case FieldKind::Layer:
        return new PartEditor(field, parent);
    case FieldKind::Path:
        return new PathEditor(field, parent);
    case FieldKind::Words:
        return new WordsEditor(field, parent);
    }
    return new WordsEditor(field, parent);
}

} // namespace lamina
