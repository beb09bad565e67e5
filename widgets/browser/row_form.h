// A sample to be typed in: a box for each number, a list for each choice, a line for each text.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/data/table/row_input.h"

class QGridLayout;

namespace lamina {

class RowForm final : public QWidget {
    Q_OBJECT
public:
    explicit RowForm(QWidget* parent = nullptr);

    void setCells(const std::vector<RowCell>& cells);
    const std::vector<RowCell>& cells() const { return m_cells; }
    void setValues(const std::vector<CellValue>& values); // one a cell; says nothing
    // Nothing while a box holds no number.
    std::optional<std::vector<CellValue>> values() const;
    QWidget* editor(std::size_t cell) const { return m_editors[cell]; }

signals:
    void edited(); // by the person

private:
    QWidget* makeEditor(const RowCell& cell);

    std::vector<RowCell> m_cells;
    std::vector<QWidget*> m_editors;
    QGridLayout* m_grid;
    bool m_filling = false;
};

} // namespace lamina
