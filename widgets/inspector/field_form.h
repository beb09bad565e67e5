// A form made from the fields that a part declares: a layer, an optimizer, a callback, a data source. It
// shows values and says what the person asks; it keeps nothing and knows no part by name.
#pragma once

#include "widgets/inspector/shared_settings.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace lamina {

class FieldEditor;

class FieldForm final : public QWidget {
    Q_OBJECT

public:
    explicit FieldForm(QWidget* parent = nullptr);
    ~FieldForm() override;

    // Builds the rows. The fields are copied; what they point at (names, choices) must outlive the form, as
    // the tables of the engine do. Of several parts that are set together, `states` tells how each stands.
    void setFields(std::span<const Field> fields, const Json& config, FieldStates states = {});
    // Shows other values in the same rows. What a person is typing keeps its text and cursor as long as it
    // means the same value.
    void setConfig(const Json& config, FieldStates states = {});
    // One of them; a null pointer: at its default.
    void setValue(const QString& name, const Json* value);
    // The faults that belong to a row (the last part of where.path is its field's name) stand under it. Gives
    // back those that have no row here. Of several parts, each says whose it is.
    Faults setFaults(const Faults& faults);

    // Fields shown now.
    QStringList names() const;
    // The editor of a field, or null.
    FieldEditor* editor(const QString& name) const;
    void focusField(const QString& name);
    bool canReset() const; // something is not at its default

signals:
    // While typing, too. The value may be out of limits: the model's check says so.
    void edited(const QString& name, const lamina::Json& value);
    // Back to the default: the key leaves the config.
    void resetRequested(const QString& name);
    // The person left the field or pressed Return: a gesture ends.
    void editingFinished(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        Field field;
        QLabel* label;
        FieldEditor* editor;
        QToolButton* reset;
        QLabel* fault;
        QString engineFault, typingFault;
        bool resettable = false;
    };
    Row* row(const QString& name);
    const Row* row(const QString& name) const;
    Row* rowOf(const std::string& path);
    void addRow(const Field& field);
    void showValue(Row& row, const Json* value);
    void showFault(Row& row);
    void reset(const QString& name);
    void resetFocused();
    const FieldState* state(const Row& row) const;
    void restyle();
    void clear();

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    Json m_config = Json::object();
    FieldStates m_states;
    Faults m_faults;
    bool m_showing = false;
};

} // namespace lamina
