#include "app/training_session.h"

#include "app/report_mailbox.h"
#include "engine/core/pieces.h"

#include <exception>
#include <new>
#include <thread>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace lamina {

namespace {
constexpr int deliveryInterval = 17; // ms: at most 60 a second
// How much the engine's threads stand back behind the window's. The scheduler gives a thread of niceness 10 a
// tenth of what it gives one of niceness 0 while both want to run, and all of the processor otherwise.
constexpr int engineNiceness = 10;

void standBack()
{
#ifdef Q_OS_LINUX
    setpriority(PRIO_PROCESS, 0, engineNiceness); // on Linux, of the calling thread alone
#endif
}

Fault engineFailure(const std::string& what)
{
    return {FaultKind::Runtime,
            Text(LAMINA_TEXT("TrainingSession", "The training broke off: %1"), what),
            {},
            LAMINA_TEXT("TrainingSession", "Start it again; if it breaks off again, report it with the log")};
}

Fault outOfMemory()
{
    return {FaultKind::Runtime,
            LAMINA_TEXT("TrainingSession", "There is not enough memory for this training"),
            {},
            LAMINA_TEXT("TrainingSession", "Make the batch or the model smaller, or close other programs")};
}
} // namespace

struct TrainingSession::Run {
    explicit Run(std::function<void()> ring) : mailbox(std::move(ring)) { }

    ReportMailbox mailbox;
    TrainingControl control;
    Result<TrainingOutcome> result{TrainingOutcome{}}; // the thread's until it has ended
    std::thread thread;
};

TrainingSession::TrainingSession(QObject* parent) : QObject(parent), m_trainer(&train)
{
    m_deliveryTimer.setSingleShot(true);
    m_deliveryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_deliveryTimer, &QTimer::timeout, this, &TrainingSession::deliver);
}

TrainingSession::~TrainingSession()
{
    if (!m_run)
        return;
    m_run->control.stop();
    m_run->thread.join();
}

void TrainingSession::setTrainer(Trainer trainer)
{
    m_trainer = std::move(trainer);
}

void TrainingSession::become(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void TrainingSession::start(Project project, TrainingOptions options, Reach reach)
{
    Q_ASSERT(!isBusy());
    m_before = std::exchange(m_project, std::make_shared<const Project>(std::move(project)));
    m_options = std::move(options);
    prepareWorkersWith(&standBack);
    m_run = std::make_unique<Run>(
        [this] { QMetaObject::invokeMethod(this, &TrainingSession::mailArrived, Qt::QueuedConnection); });
    Run* run = m_run.get();
    become(State::Preparing);
    goOn(reach);
    run->thread = std::thread([this, run, trainer = m_trainer, trained = m_project, given = m_options] {
        standBack();
        try {
            run->result = trainer(*trained, given, run->mailbox, run->control);
        } catch (const std::bad_alloc&) {
            run->result = outOfMemory();
        } catch (const std::exception& error) {
            run->result = engineFailure(error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, run] { finish(run); }, Qt::QueuedConnection);
    });
}

void TrainingSession::stop()
{
    if (!m_run || m_state == State::Stopping)
        return;
    m_run->control.stop();
    become(State::Stopping);
}

void TrainingSession::pause()
{
    if (!m_run || m_state == State::Stopping)
        return;
    m_pausesAtEpochEnd = false;
    m_run->control.pause();
    become(State::Paused);
}

void TrainingSession::goOn(Reach reach)
{
    if (!m_run || m_state == State::Stopping)
        return;
    m_pausesAtEpochEnd = reach == Reach::OneEpoch;
    switch (reach) {
    case Reach::End:
        m_run->control.resume();
        if (m_state == State::Paused)
            become(State::Running);
        break;
    case Reach::OneStep:
        m_run->control.oneStep();
        become(State::Paused);
        break;
    case Reach::OneEpoch:
        m_run->control.oneEpoch();
        become(State::Running);
        break;
    }
}

SnapshotPtr TrainingSession::snapshot()
{
    if (m_run) {
        if (SnapshotPtr newest = m_run->control.snapshot())
            m_snapshot = std::move(newest);
    }
    return m_snapshot;
}

void TrainingSession::mailArrived()
{
    if (!m_run || m_deliveryTimer.isActive())
        return;
    const qint64 since = m_sinceDelivery.isValid() ? m_sinceDelivery.elapsed() : deliveryInterval;
    if (since >= deliveryInterval)
        deliver();
    else
        m_deliveryTimer.start(static_cast<int>(deliveryInterval - since));
}

void TrainingSession::deliver()
{
    if (!m_run)
        return;
    m_sinceDelivery.start();
    const Mail mail = m_run->mailbox.fetch();
    if (mail.began) {
        if (m_state == State::Preparing)
            become(State::Running);
        emit began(*mail.began);
    }
    if (!mail.steps.empty())
        emit stepsArrived(mail.steps);
    for (const auto& event : mail.events) {
        if (const auto* epoch = std::get_if<EpochReport>(&event)) {
            emit epochEnded(*epoch);
            if (std::exchange(m_pausesAtEpochEnd, false) && m_state == State::Running)
                become(State::Paused);
        } else if (const auto* path = std::get_if<std::filesystem::path>(&event)) {
            emit saved(QString::fromStdString(path->string()));
        } else {
            emit messageArrived(std::get<Text>(event));
        }
    }
    if (mail.validation)
        emit validationProgressed(mail.validation->first, mail.validation->second);
}

void TrainingSession::finish(const Run* run)
{
    if (run != m_run.get())
        return;
    m_run->thread.join();
    m_deliveryTimer.stop();
    deliver(); // nothing is lost at the end
    snapshot();
    const std::unique_ptr<Run> over = std::move(m_run);
    if (over->result && over->result->final)
        m_snapshot = over->result->final;
    else if (!over->control.snapshot())
        keepBefore();
    become(State::Idle);
    if (over->result)
        emit ended(over->result->reason);
    else
        emit failed(over->result.faults());
}

// A run that ended before its first weights leaves those of the run before, if they are of the same network.
void TrainingSession::keepBefore()
{
    if (m_snapshot && m_before && m_before->model == m_project->model)
        m_project = m_before;
    else
        m_snapshot.reset();
}

} // namespace lamina
