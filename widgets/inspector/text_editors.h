// Editors for texts: words, the path of a file or folder, a part by its name.
#pragma once

#include "widgets/inspector/field_editor.h"

class QComboBox;
class QLineEdit;

namespace lamina {

class WordsEditor final : public FieldEditor {
    Q_OBJECT

public:
    WordsEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

private:
    QLineEdit* m_line;
    bool m_nullable;
};

class PathEditor final : public FieldEditor {
    Q_OBJECT

public:
    PathEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

private:
    void browse(bool folder);
    QLineEdit* m_line;
    bool m_nullable;
};

// A name, chosen or typed, or {"class_name": …, "config": …}.
class PartEditor final : public FieldEditor {
    Q_OBJECT

public:
    PartEditor(const Field& field, QWidget* parent);
    void setValue(const Json& value) override;
    QWidget* control() const override;

private:
    void typed(const QString& text);
    QComboBox* m_box;
    bool m_nullable;
    Json m_value;
};

} // namespace lamina
