// One training run on a thread of its own: the only class that knows both the engine's threads and the
// window's.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "engine/training/training.h"

#include <functional>

namespace lamina {

class TrainingSession final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Preparing, Running, Paused, Stopping };
    Q_ENUM(State)
    // How far a training goes before it pauses.
    enum class Reach { End, OneStep, OneEpoch };

    // Trains a project on the caller's thread, as lamina::train() does.
    using Trainer = std::function<Result<TrainingOutcome>(const Project&, const TrainingOptions&,
                                                          TrainingObserver&, TrainingControl&)>;

    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override; // stops, keeps a checkpoint, waits

    void setTrainer(Trainer trainer); // in place of lamina::train(), for the runs to come

    // Copies: the editor goes on editing its own. The first step already knows where to pause.
    void start(Project project, TrainingOptions options, Reach reach = Reach::End);
    State state() const { return m_state; }
    bool isBusy() const { return m_state != State::Idle; }
    void stop();
    void pause();
    // Of a paused, running or preparing training: to the end, or until it pauses after the next step or at
    // the epoch's end.
    void goOn(Reach reach);
    void resume() { goOn(Reach::End); }
    // The newest weights there are, also after the run; null before the first. Never waits. Asks for newer
    // ones.
    SnapshotPtr snapshot();
    // What the present or last run trains, as it was started; null before the first.
    std::shared_ptr<const Project> trainedProject() const { return m_project; }
    const TrainingOptions& options() const { return m_options; }

signals:
    void stateChanged(lamina::TrainingSession::State state);
    void began(const lamina::RunPlan& plan);
    void stepsArrived(const std::vector<lamina::StepReport>& steps); // in batches, at most 60 a second
    void validationProgressed(qint64 done, qint64 steps);
    void epochEnded(const lamina::EpochReport& epoch);
    void saved(const QString& path);
    void messageArrived(const lamina::Text& message);
    void ended(lamina::EndReason reason);
    void failed(const lamina::Faults& faults);

private:
    struct Run;
    void become(State state);
    void mailArrived();
    void deliver();
    void finish(const Run* run);
    void keepBefore();

    Trainer m_trainer;
    std::unique_ptr<Run> m_run;
    std::shared_ptr<const Project> m_project;
    TrainingOptions m_options;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const Project> m_before; // what was trained last but one
    QTimer m_deliveryTimer;
    QElapsedTimer m_sinceDelivery;
    State m_state = State::Idle;
    bool m_pausesAtEpochEnd = false;
};

} // namespace lamina
