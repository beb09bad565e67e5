// What edits one field's value. One kind of editor for each kind of field; makeFieldEditor() chooses.
#pragma once

#include "engine/core/fields.h"

#include <QWidget>

class QHBoxLayout;

namespace lamina {

class FieldEditor : public QWidget {
    Q_OBJECT

public:
    // Shows a value of the right kind or of a wrong one, as files may hold it; a discarded one is none at
    // all. Emits nothing.
    virtual void setValue(const Json& value) = 0;
    // Stands for several values that differ: empty, with a word that says so, until one is given for all.
    void setMixed(bool mixed);
    // The control that takes the keyboard.
    virtual QWidget* control() const = 0;
    // For screen readers and test scripts.
    virtual void setAccessibleWords(const QString& name, const QString& description);

signals:
    void edited(const lamina::Json& value); // by the person
    void editingFinished();
    // What was typed means no value (yet), and why; an empty text: it does now.
    void problemChanged(const QString& problem);

protected:
    explicit FieldEditor(QWidget* parent) : QWidget(parent) { }
    static QHBoxLayout* rowLayout(QWidget* owner); // its controls stand in a row, with nothing around them

private:
    bool m_mixed = false;
};

// The fewest digits that read back as the same number, or the text itself if it is none: for editors and
// tooltips.
QString shownJson(const Json& value);

FieldEditor* makeFieldEditor(const Field& field, QWidget* parent);

} // namespace lamina
