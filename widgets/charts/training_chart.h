// One quantity of a training (loss, accuracy) over the epochs: training step by step, validation at epochs.
#pragma once

#include "widgets/charts/curve.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <span>

class QCustomPlot;

namespace lamina {

// Repaints at most 30 times a second, and rarer where a repaint is dear, so that it takes no more than a
// tenth of a processor from the training. Wheel and drag zoom and move; a double click shows everything
// again.
class TrainingChart final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingChart(QWidget* parent = nullptr);
    ~TrainingChart() override;

    // "Loss"; stands at the axis and names the picture files.
    void setQuantity(const QString& quantity);
    QString quantity() const { return m_quantity; }
    void setEmptyText(const QString& text);
    // A fraction (accuracy) is shown in percent and needs no more room than 0 … 1; the legend stands below.
    void setFraction(bool fraction);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }

    // A new run: the curve before it stays as a faint one for comparison.
    void begin(qint64 epochs, qint64 stepsPerEpoch);
    // The same run goes on at this epoch (1.5: in the middle of the second): what was drawn beyond it goes.
    void goOn(qint64 epochs, double epoch);
    void addTraining(std::span<const CurvePoint> points);
    void addValidation(CurvePoint point);
    void clear(); // the earlier curve, too

    void showEverything();
    // What stands near an epoch, as the readout says it; empty without data.
    QString readout(double epoch) const;

    const std::vector<CurvePoint>& trainingPoints() const { return m_raw.points(); }
    const std::vector<CurvePoint>& smoothPoints() const { return m_smooth.points(); }
    const std::vector<CurvePoint>& validationPoints() const { return m_validation; }
    const std::vector<CurvePoint>& earlierPoints() const { return m_earlierTraining; }
    bool isEmpty() const { return m_raw.points().empty() && m_validation.empty(); }
    int repaints() const { return m_repaints; }
    QCustomPlot& plot() { return *m_plot; }

    QSize sizeHint() const override { return {420, 260}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

signals:
    void logarithmicChanged(bool logarithmic);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    void retheme();
    void schedule();
    void redraw();
    void fitRanges();
    void updateTexts();
    void hover(double x, bool inside);
    void openMenu(const QPoint& globalPosition);

    QString m_quantity;
    QString m_emptyText;
    bool m_fraction = false;
    bool m_logarithmic = false;
    bool m_follows = true; // false once the person zoomed
    qint64 m_epochs = 1;
    RawCurve m_raw;
    SmoothCurve m_smooth;
    std::vector<CurvePoint> m_validation;
    std::vector<CurvePoint> m_earlierTraining;
    std::vector<CurvePoint> m_earlierValidation;
    std::size_t m_rawShown = 0;
    int m_rawGeneration = 0;
    int m_repaints = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceRedraw;
    std::unique_ptr<Parts> m_parts;
    QCustomPlot* m_plot;
};

} // namespace lamina
