#include "engine/training/training.h"

namespace lamina {

void TrainingControl::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stop.store(true);
    m_changed.notify_all();
}

void TrainingControl::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = true;
    m_until = Until::Forever;
}

void TrainingControl::resume()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = false;
    m_until = Until::Forever;
    m_changed.notify_all();
}

void TrainingControl::oneStep()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = false;
    m_until = Until::Step;
    m_changed.notify_all();
}

void TrainingControl::oneEpoch()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = false;
    m_until = Until::Epoch;
    m_changed.notify_all();
}

bool TrainingControl::paused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

SnapshotPtr TrainingControl::snapshot()
{
    m_wanted.store(true);
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

void TrainingControl::waitWhilePaused()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_paused || m_stop.load(); });
}

void TrainingControl::stepEnded(bool lastOfEpoch)
{
    const std::scoped_lock lock(m_mutex);
    if (m_until == Until::Step || (m_until == Until::Epoch && lastOfEpoch)) {
        m_paused = true;
        m_until = Until::Forever;
    }
}

void TrainingControl::publish(SnapshotPtr snapshot)
{
    m_wanted.store(false);
    const std::scoped_lock lock(m_mutex);
    m_latest = std::move(snapshot);
}

const char* name(EndReason reason)
{
    switch (reason) {
    case EndReason::Completed:
        return "completed";
    case EndReason::EarlyStopping:
        return "early_stopping";
    case EndReason::Stopped:
        return "stopped";
    case EndReason::NotANumber:
        return "nan";
    }
    return "";
}

} // namespace lamina
