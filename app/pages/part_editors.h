// Editors of the parts that a training is put together from: one that is chosen (loss, optimizer) and any
// number in a list (metrics, callbacks). Both are made from what the parts declare and know none by name.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/core/fields.h"
#include "engine/model/project.h"

#include <functional>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace lamina {

class FieldForm;

// What a part's declaration says, whatever the kind of part.
struct PartKind {
    const char* className;
    TextId label;
    TextId help;
    std::span<const Field> fields;
};

struct PartTable {
    std::vector<PartKind> kinds;
    std::function<std::string(std::string_view)> canonical; // the class name behind an alias; empty: unknown

    const PartKind* find(std::string_view name) const;
};

// Of the engine's tables: losses::all() and losses::find.
template <typename Type>
PartTable partTable(std::span<const Type* const> all, const Type* (*find)(std::string_view))
{
    PartTable table;
    for (const Type* type : all)
        table.kinds.push_back({type->className, type->label, type->help, type->fields});
    table.canonical = [find](std::string_view name) {
        const Type* type = find(name);
        return type ? std::string(type->className) : std::string();
    };
    return table;
}

class PartChoice final : public QWidget {
    Q_OBJECT
public:
    PartChoice(PartTable table, const QString& accessibleName, QWidget* parent = nullptr);

    void setPart(const PartSpec& part);
    const PartSpec& part() const { return m_part; }
    void retranslate(const QString& accessibleName);

signals:
    // `key` is the same while one thing is edited; empty when another part was chosen.
    void edited(const lamina::PartSpec& part, const QString& key);

private:
    PartTable m_table;
    PartSpec m_part;
    QComboBox* m_combo;
    QLabel* m_help;
    FieldForm* m_form;
};

class PartList final : public QWidget {
    Q_OBJECT
public:
    explicit PartList(PartTable table, QWidget* parent = nullptr);

    void setParts(const std::vector<PartSpec>& parts);
    const std::vector<PartSpec>& parts() const { return m_parts; }
    void retranslate(const QString& addText, const QString& emptyText);
    QPushButton* addButton() const { return m_add; }

signals:
    void edited(const std::vector<lamina::PartSpec>& parts, const QString& key);

private:
    void rebuild();

    PartTable m_table;
    std::vector<PartSpec> m_parts;
    std::vector<FieldForm*> m_forms; // one a part; null where nothing can be set
    QVBoxLayout* m_rows;
    QLabel* m_empty;
    QPushButton* m_add;
    QMenu* m_menu;
};

} // namespace lamina
