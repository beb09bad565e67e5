// Any number of numbers on one line: "0.1, 0.05, 0.01".
#pragma once

#include "widgets/inspector/field_editor.h"

class QLineEdit;

namespace lamina {

class NumberListEditor final : public FieldEditor {
    Q_OBJECT

public:
    NumberListEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

    static QString text(const Json& list);
    // Numbers parted by commas, semicolons or spaces, with or without brackets; null if there is anything
    // else.
    static Json list(const QString& text, bool whole);

private:
    QLineEdit* m_line;
    bool m_whole;
    Json m_value;
};

} // namespace lamina
