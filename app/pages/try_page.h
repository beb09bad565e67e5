// Trying the network: draw a digit and see what it says, also while it is being trained.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QTimer>
#include <QWidget>

#include "app/live_predictor.h"
#include "app/try_data.h"
#include "app/try_input.h"

class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QToolButton;

namespace lamina {

class HandwritingCanvas;
class MessageBar;
class ProbabilityBars;
class RowForm;
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
    bool takesPictures() const; // it draws or opens them
    const SeenStrip& comparison() const { return *m_comparison; } // what goes in and what comes out
    bool takesRows() const; // there is a form to type one in
    RowForm& rowForm() { return *m_row; }
    void openPicture(const QString& filePath);

signals:
    void answered(double milliseconds);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut(); // these stand in try_page_layout.cpp
    QWidget* makeCanvasSide();
    QWidget* makeRowSide();
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
    TryInput input() const;
    TryOutput output() const;
    LiveModel model() const;
    // These stand in try_page_picture.cpp.
    void showPictureAnswer(const LiveAnswer& answer);
    void showComparison(const QImage& in, const QImage& out);
    void arrangeAnswer();
    QString needsText() const;
    // These stand in try_page_row.cpp.
    void wantData();
    void dataLearned();
    void askRow();
    void takeNextRow();
    void showTruth();
    void showRowAnswer(const LiveAnswer& answer);
    void showClass(const LiveAnswer& answer);
    void showNumbers(const LiveAnswer& answer);
    void showBest(const QString& best);
    QStringList classNames(std::size_t count) const;
    QStringList expectedNames() const;

    Studio& m_studio;
    LivePredictor m_predictor;
    TryData m_data;
    qint64 m_rowAt = -1; // the sample that the form was filled from; -1: the person's own
    qint64 m_nextRow = 0;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const Project> m_untrained; // the open project while it has no snapshot
    bool m_runIsOurs = false; // the session's run trained the open project
    QString m_pictureFile; // shown on the canvas
    quint64 m_emptyAfter = 0; // answers up to this question are out of date
    QTimer m_poll;

    QStackedWidget* m_stack; // needs, or what can be tried
    QStackedWidget* m_left; // paper, or form
    RowForm* m_row;
    QLabel* m_rowTitle;
    QLabel* m_rowTruth;
    QPushButton* m_rowNext;
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
    SeenStrip* m_comparison;
    QLabel* m_stripTitle;
    SeenStrip* m_strip;
    QWidget* m_stripPanel;
};

} // namespace lamina
