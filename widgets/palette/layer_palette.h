// All layers that the engine knows, grouped by family, with a search. Made from the table: there is no list
// here.
#pragma once

#include "engine/model/layer_type.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace lamina {

class LayerPalette final : public QWidget {
    Q_OBJECT

public:
    explicit LayerPalette(QWidget* parent = nullptr);

    void focusSearch();
    void setSearch(const QString& text);
    QStringList visibleClassNames() const; // those that the search leaves

    // The family's name in the reader's language.
    static QString familyName(Family family);

signals:
    // Double click, or Return in the list or the search.
    void layerRequested(const QString& className);
    void closeRequested(); // Escape in an empty search: back to the canvas

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void filter();
    void retranslate();
    QTreeWidgetItem* firstVisible() const;
    void choose(QTreeWidgetItem* item);

    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace lamina
