// Editors for lists: "3 × 3", "28 × 28 × 1", "age, height".
#pragma once

#include "widgets/inspector/field_editor.h"

#include <vector>

class QLineEdit;

namespace lamina {

class NumberBox;

// As many whole numbers as the field wants. A single number in the file stands for all of them, as in Keras;
// equal ones are given back as a list. Pairs stand in lines of two, before and after.
class WholeListEditor final : public FieldEditor {
    Q_OBJECT

public:
    WholeListEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;
    void setAccessibleWords(const QString& name, const QString& description) override;

private:
    void boxEdited(NumberBox* box);
    std::vector<NumberBox*> m_boxes;
    Field m_field;
};

// Sizes of any number of axes on one line.
class ShapeEditor final : public FieldEditor {
    Q_OBJECT

public:
    ShapeEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

    static QString text(const Json& sizes); // "28 × 28 × 1"
    // Numbers parted by ×, x, *, commas or spaces, with or without brackets; null if there is anything else.
    static Json sizes(const QString& text);

private:
    QLineEdit* m_line;
    bool m_nullable;
    Json m_value;
};

// Texts parted by commas; one that holds a comma stands in quotation marks.
class TextListEditor final : public FieldEditor {
    Q_OBJECT

public:
    TextListEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

    static QString text(const Json& list);
    static Json list(const QString& text);

private:
    QLineEdit* m_line;
    bool m_nullable;
    Json m_value;
};

} // namespace lamina
