// The row above the Train page: what to do with the training, and how far it is.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QFrame>
#include <QTimer>

#include "app/training_session.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace lamina {

class TrainingBar final : public QFrame {
    Q_OBJECT
public:
    explicit TrainingBar(QWidget* parent = nullptr);

    void setState(TrainingSession::State state);
    // A training can be started: there is a network without faults.
    void clear(); // nothing has been trained yet
    void setReady(bool ready);
    // There is an unfinished run of this project; `why` it cannot go on, if it cannot.
    void setUnfinished(bool unfinished, const QString& why = {});
    void begin(const RunPlan& plan, Index batchSize);
    void addSteps(const std::vector<StepReport>& steps);
    void setValidation(qint64 done, qint64 steps);
    // What was written last, or what else there is to say.
    void setNote(const QString& note, const QString& toolTip = {});
    // False while something else on the page is what to press next.
    void setAccent(bool accent);
    // To the button that is most likely pressed next: for when what had the focus can have it no more.
    void takeFocus();

    QPushButton* trainButton() const { return m_train; }
    QPushButton* goOnButton() const { return m_goOn; }
    QPushButton* pauseButton() const { return m_pause; }
    QToolButton* stepButton() const { return m_step; }
    QToolButton* epochButton() const { return m_epoch; }
    QPushButton* stopButton() const { return m_stop; }
    QString progressText() const;

signals:
    void trainRequested();
    void goOnRequested();
    void pauseRequested();
    void resumeRequested();
    void stepRequested();
    void epochRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showNow(); // what the numbers say now
    void forget();
    void showSoon();
    double secondsLeft() const;
    // Epochs from 0 and steps in them: where the run stands, also before its first step.
    Index epochNow() const { return m_any ? m_last.epoch : m_plan.firstEpoch; }
    Index stepsNow() const { return m_any ? m_last.step + 1 : m_plan.firstStep; }

    TrainingSession::State m_state = TrainingSession::State::Idle;
    bool m_ready = false;
    bool m_unfinished = false;
    QString m_refusal;
    RunPlan m_plan;
    Index m_batchSize = 1;
    StepReport m_last; // the newest step
    bool m_any = false; // there was one
    qint64 m_validationDone = 0;
    qint64 m_validationSteps = 0;
    double m_rate = 0; // samples a second, over the last second or so
    double m_rateSince = 0;
    Index m_rateSteps = 0;
    QTimer m_soon;

    QPushButton* m_train;
    QPushButton* m_goOn;
    QPushButton* m_pause;
    QToolButton* m_step;
    QToolButton* m_epoch;
    QPushButton* m_stop;
    QLabel* m_where;
    QLabel* m_left;
    QProgressBar* m_epochBar;
    QProgressBar* m_runBar;
    QLabel* m_note;
};

} // namespace lamina
