#include "engine/formats/run_writer.h"

#include <algorithm>
#include <ctime>
#include <new>

#include <pthread.h>

namespace lamina {

namespace {
constexpr double secondsBetweenStates = 1; // at the least: more would be lost on nobody
constexpr double share = 0.01; // of the time for keeping it safe

double processorSeconds() // of this thread
{
    std::timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}
} // namespace

Pace::Clock::time_point Pace::dueAt() const
{
    if (!m_last)
        return {};
    const double between = m_fixed ? *m_fixed : std::max(m_least, m_cost / share);
    return *m_last + std::chrono::duration_cast<Clock::duration>(Seconds(between));
}

RunWriter::RunWriter(const RunFolder& folder, ComputationIdentity identity,
                     std::optional<double> secondsBetween)
    : m_folder(folder), m_identity(std::move(identity)), m_statePace(secondsBetween, secondsBetweenStates),
      m_historyPace(std::nullopt, 0), m_thread([this] { run(); })
{
}

RunWriter::~RunWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        m_hurry = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<bool> RunWriter::isDue()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_faults.empty())
        return m_faults;
    m_asked = Pace::Clock::now();
    return !m_writing && !m_state && m_asked >= m_statePace.dueAt();
}

void RunWriter::keep(RunState state)
{
    {
        const std::scoped_lock lock(m_mutex);
        const Pace::Clock::time_point now = Pace::Clock::now();
        m_copying = m_asked == Pace::Clock::time_point{} ? 0 : Pace::Seconds(now - m_asked).count();
        m_statePace.begun(now);
        m_state = std::move(state);
    }
    m_changed.notify_all();
}

void RunWriter::write(std::vector<EpochReport> history)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_history = std::move(history);
    }
    m_changed.notify_all();
}

Result<void> RunWriter::waitForState()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stateStands || !m_faults.empty() || (!m_state && !m_writing); });
    return failed();
}

void RunWriter::stateStands()
{
    const std::scoped_lock lock(m_mutex);
    m_stateStands = true;
}

Result<void> RunWriter::finish()
{
    std::unique_lock lock(m_mutex);
    m_hurry = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_state && !m_history && !m_writing; });
    m_hurry = false;
    return failed();
}

void RunWriter::run()
{
    ::pthread_setname_np(::pthread_self(), "run writer"); // for who looks at what takes the time
    std::unique_lock lock(m_mutex);
    while (!m_ending || m_state || m_history) {
        const Pace::Clock::time_point due = m_historyPace.dueAt();
        if (m_state || (m_history && (m_hurry || Pace::Clock::now() >= due)))
            takeTurn(lock);
        else if (m_history)
            m_changed.wait_until(lock, due);
        else
            m_changed.wait(lock);
    }
}

void RunWriter::takeTurn(std::unique_lock<std::mutex>& lock)
{
    std::optional<RunState> state = std::exchange(m_state, std::nullopt);
    std::optional<std::vector<EpochReport>> history;
    if (!state)
        history = std::exchange(m_history, std::nullopt);
    m_writing = true;
    const bool works = m_faults.empty();
    if (history)
        m_historyPace.begun(Pace::Clock::now());
    lock.unlock();

    const double before = processorSeconds();
    Result<void> written;
    try {
        if (works && state)
            written = keepResumeState(m_folder.path(), {std::move(*state), m_identity, m_folder.hash()});
        else if (works && history)
            written = m_folder.writeHistory(*history);
    } catch (const std::bad_alloc&) {
        written = Fault{FaultKind::Runtime,
                        LAMINA_TEXT("run", "The memory does not suffice to keep the state of the run"),
                        {.file = m_folder.path().string(), .path = {}},
                        LAMINA_TEXT("run", "use a smaller batch or a smaller model")};
    }
    state.reset(); // freeing it takes time, too
    const double took = processorSeconds() - before;

    lock.lock();
    m_writing = false;
    if (!written)
        m_faults = written.faults();
    if (history)
        m_historyPace.took(took);
    else
        m_statePace.took(took + m_copying);
    m_stateStands = m_stateStands || (works && !history && m_faults.empty());
    m_changed.notify_all();
}

} // namespace lamina
