// A sample to be typed in: a box for each number, a list for each choice, a line for each text.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/data/table/row_input.h"

#include <set>

class QGridLayout;

namespace lamina {

class RowForm final : public QWidget {
    Q_OBJECT
public:
    explicit RowForm(QWidget* parent = nullptr);

    void setCells(const std::vector<RowCell>& cells);
    const std::vector<RowCell>& cells() const { return m_cells; }
    void setValues(const std::vector<CellValue>& values); // one a cell; says nothing
    // Nothing while a box holds no number that a network can take.
    std::optional<std::vector<CellValue>> values() const;
    // Why there are none, in a sentence; empty where there are.
    QString problem() const;
    QWidget* editor(std::size_t cell) const { return m_editors[cell]; }
    QSize minimumSizeHint() const override;

signals:
    void edited(); // by the person; also where it became a problem, or is none any more

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeEditor(const RowCell& cell);
    QWidget* makeNumber();
    bool isProblem(std::size_t cell) const;
    void say();
    void nameMissing();
    void place();

    std::vector<RowCell> m_cells;
    std::vector<QWidget*> m_labels;
    std::vector<QWidget*> m_editors;
    std::set<const QWidget*> m_unreadable; // boxes in which something else than a number stands
    QGridLayout* m_grid;
    int m_columns = 0;
    int m_cellWidth = 0; // pixels, of a label and its editor
    bool m_filling = false;
};

} // namespace lamina
