// How many samples each class has, as bars; a click on one asks for that class alone.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QCustomPlot;
class QCPBars;

namespace lamina {

class ClassChart final : public QWidget {
    Q_OBJECT
public:
    explicit ClassChart(QWidget* parent = nullptr);

    void setCounts(const QStringList& names, const std::vector<qint64>& counts);
    void setChosen(int classIndex); // -1: none stands out
    int chosen() const { return m_chosen; }
    std::vector<qint64> counts() const { return m_counts; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void classClicked(int classIndex); // -1: the chosen one was clicked again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void redraw();
    int classAt(const QPointF& position) const;

    QCustomPlot* m_plot;
    QCPBars* m_bars;
    QCPBars* m_chosenBar;
    QStringList m_names;
    std::vector<qint64> m_counts;
    int m_chosen = -1;
};

} // namespace lamina
