// A part inside a field, with a form of its own below: a regulariser, a constraint, a learning rate that is a
// number or follows a schedule.
#pragma once

#include "widgets/inspector/field_editor.h"

class QComboBox;

namespace lamina {

class FieldForm;
class NumberBox;

class NestedPartEditor final : public FieldEditor {
    Q_OBJECT

public:
    NestedPartEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;
    void setAccessibleWords(const QString& name, const QString& description) override;

    FieldForm* form() const { return m_form; }

private:
    void choose(int index);
    void show(const Json& value);
    void say(const Json& value);

    std::span<const NestedPart> m_parts;
    bool m_takesNumbers;
    QComboBox* m_box;
    NumberBox* m_number = nullptr;
    FieldForm* m_form;
    const NestedPart* m_shown = nullptr; // whose fields the form has
    int m_known = 0; // entries of the box that are always there
    Json m_value;
};

} // namespace lamina
