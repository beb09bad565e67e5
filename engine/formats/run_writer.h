// Writes what a run has to say behind its back: the training copies its state and goes on, and a thread of
// its own puts it into the run folder.
#pragma once

#include "engine/formats/run_folder.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace lamina {

// When it is time for another one. Copying and writing may take a hundredth of the time, so the more there is
// to write, the rarer it is written; what a run computes does not depend on it.
class Pace {
public:
    using Clock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;

    // `seconds` between two, whatever they take; nothing: by the rule, and not more often than `atMost`.
    Pace(std::optional<double> seconds, double atMost) : m_fixed(seconds), m_least(atMost) { }
    Clock::time_point dueAt() const; // long ago before the first
    void begun(Clock::time_point now) { m_last = now; }
    void took(double seconds) { m_cost = seconds; } // of a processor

private:
    std::optional<double> m_fixed;
    double m_least;
    double m_cost = 0;
    std::optional<Clock::time_point> m_last;
};

// At most one state and one history wait while another is being written; a newer one takes their place. After
// the first that cannot be written nothing more is, and the state before it stands.
class RunWriter {
public:
    RunWriter(const RunFolder& folder, ComputationIdentity identity, std::optional<double> secondsBetween);
    ~RunWriter(); // after what waits is written
    RunWriter(const RunWriter&) = delete;
    RunWriter& operator=(const RunWriter&) = delete;

    // Whether to keep a state now: it is time, and none is being written. What failed is told here.
    Result<bool> isDue();
    void keep(RunState state);
    void write(std::vector<EpochReport> history); // history.csv, timing.csv
    // Waits until a state stands in the folder: what is written before one could not be cut back to it.
    Result<void> waitForState();
    void stateStands(); // from an earlier run
    Result<void> finish(); // waits until all is written

private:
    void run();
    void takeTurn(std::unique_lock<std::mutex>& lock);
    Result<void> failed() const { return m_faults.empty() ? Result<void>() : Result<void>(m_faults); }

    const RunFolder& m_folder;
    ComputationIdentity m_identity;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<RunState> m_state;
    std::optional<std::vector<EpochReport>> m_history;
    Pace m_statePace;
    Pace m_historyPace;
    Pace::Clock::time_point m_asked{}; // when a state was found to be due: from then on it is copied
    double m_copying = 0; // seconds
    bool m_writing = false;
    bool m_stateStands = false;
    bool m_hurry = false; // somebody waits
    bool m_ending = false;
    Faults m_faults;
    std::thread m_thread; // the last: it uses all of the above
};

} // namespace lamina
