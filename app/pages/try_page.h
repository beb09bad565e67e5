// Trying the network: draw a digit and see what it says, also while it is being trained.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QTimer>
#include <QWidget>

#include "app/live_predictor.h"

class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QToolButton;

namespace lamina {

class HandwritingCanvas;
class MessageBar;
class ProbabilityBars;
class SeenStrip;
class Studio;

class TryPage final : public QWidget {
    Q_OBJECT
public:
    explicit TryPage(Studio& studio, QWidget* parent = nullptr);
    ~TryPage() override;

    HandwritingCanvas& canvas() { return *m_canvas; }
    ProbabilityBars& bars() { return *m_bars; }
    QString weightsText() const;
    QString answerText() const;
    bool suggestsTraining() const;
    bool takesPictures() const; // else the model's input is something else than a picture
    void openPicture(const QString& filePath);

signals:
    void answered(double milliseconds);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Input { Drawing, Picture, Other, Nothing };

    void layOut(); // these stand in try_page_layout.cpp
    QWidget* makeCanvasSide();
    QWidget* makeAnswerSide();
    QWidget* makeStrip();
    void connectAll();
    void retranslate();
    void projectReplaced();
    void modelChanged();
    void takeNewest(); // weights
    void ask();
    void showAnswer(const LiveAnswer& answer);
    void showNothing();
    void showWeights();
    void choosePicture();
    Input input() const;
    LiveModel model() const;

    Studio& m_studio;
    LivePredictor m_predictor;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const Project> m_untrained; // the open project while it has no snapshot
    bool m_runIsOurs = false; // the session's run trained the open project
    QString m_pictureFile; // shown on the canvas
    quint64 m_emptyAfter = 0; // answers up to this question are out of date
    QTimer m_poll;

    QStackedWidget* m_stack;
    QLabel* m_needs;
    QPushButton* m_needsButton;
    HandwritingCanvas* m_canvas;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QToolButton* m_clear;
    QToolButton* m_open;
    QLabel* m_penLabel;
    QSlider* m_pen;
    MessageBar* m_message;
    QWidget* m_untrainedPanel;
    QLabel* m_untrainedText;
    QPushButton* m_train;
    QLabel* m_weights;
    QLabel* m_class;
    QLabel* m_probability;
    ProbabilityBars* m_bars;
    QLabel* m_stripTitle;
    SeenStrip* m_strip;
    QWidget* m_stripPanel;
};

} // namespace lamina
