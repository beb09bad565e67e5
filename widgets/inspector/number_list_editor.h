// Any number of numbers on one line: "0.1, 0.05, 0.01". Where one number has a meaning of its own it is given
// as that, and no number at all as null where there may be none.
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
    Json valueOf(const QString& typed) const;

    QLineEdit* m_line;
    bool m_whole;
    bool m_single;
    bool m_nullable;
    Json m_value;
};

} // namespace lamina
