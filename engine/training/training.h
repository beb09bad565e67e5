// Training a project: the one entry for the window and the command line. Runs on the caller's thread.
#pragma once

#include "engine/core/buffer.h"
#include "engine/data/dataset.h"
#include "engine/model/network.h"
#include "engine/model/project.h"
#include "engine/training/callback_type.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace lamina {

// Weights at the end of a step; never changes.
struct Snapshot {
    std::shared_ptr<const Network> network;
    Buffer weights;
    Index epoch = 0; // from 0
    Index step = 0; // steps taken in all
    std::shared_ptr<const std::vector<Json>> learned{}; // by the steps of preprocessing; null: nothing
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

struct EpochReport {
    Index epoch = 0; // from 0
    Logs logs; // loss, metrics, val_…, lr
    double seconds = 0; // this epoch took, without pauses; of a resumed epoch since it went on
    double samplesPerSecond = 0; // 0: no step was taken, as where an epoch goes on behind its last one
    double dataWaitSeconds = 0; // that its steps spent waiting for samples, or reading them
};

struct RunPlan {
    Index epochs = 0;
    Index stepsPerEpoch = 0;
    Index trainSamples = 0;
    Index validationSamples = 0;
    std::vector<std::string> metricNames; // "accuracy"; without loss
    std::vector<std::string> wholeMetrics; // those that are no mean over samples: an AUC
    Index firstEpoch = 0; // these two are above 0 when resumed
    Index firstStep = 0; // in that epoch
    std::vector<EpochReport> earlierEpochs; // of a resumed run
};

struct StepReport {
    Index epoch = 0; // from 0
    Index step = 0; // in the epoch, from 0
    double loss = 0; // of this batch
    Logs running; // means over the epoch so far: loss and metrics
    double seconds = 0; // since training began, without pauses
};

// Called on the training thread; must neither block nor throw.
struct TrainingObserver {
    virtual ~TrainingObserver() = default;
    virtual void onBegin(const RunPlan&) { }
    virtual void onStep(const StepReport&) { }
    virtual void onValidation(Index /*done*/, Index /*steps*/) { }
    virtual void onEpoch(const EpochReport&) { }
    virtual void onSaved(const std::filesystem::path&) { }
    virtual void onMessage(const Text&) { }
};

// The other direction: asks a running training from any thread. Answers come at the next step's end.
class TrainingControl {
public:
    void stop();
    void pause();
    void resume();
    void oneStep(); // while paused: one step, then pause again
    void oneEpoch(); // while paused: to the end of the epoch, then pause again
    bool stopping() const { return m_stop.load(std::memory_order_relaxed); }
    bool paused() const;

    // Asks for a snapshot and gives the newest there is (null before the first). Never waits for a step.
    SnapshotPtr snapshot();

    // For the training thread.
    void waitWhilePaused();
    void stepEnded(bool lastOfEpoch);
    bool wantsSnapshot() const { return m_wanted.load(std::memory_order_relaxed); }
    void publish(SnapshotPtr snapshot);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_wanted{false};
    bool m_paused = false;
    enum class Until { Forever, Step, Epoch } m_until = Until::Forever;
    SnapshotPtr m_latest;
};

struct TrainingOptions {
    std::filesystem::path projectFolder; // relative data paths start here
    std::filesystem::path runFolder; // empty: nothing is written
    int threads = 0; // 0: one a processor
    bool resume = false;
    // Between the states that a killed run goes on from; nothing: as often as a hundredth of the time allows.
    std::optional<double> secondsBetweenStates{};
};

enum class EndReason { Completed, EarlyStopping, Stopped, NotANumber };
const char* name(EndReason reason); // "completed", "early_stopping", "stopped", "nan"

struct TrainingOutcome {
    EndReason reason = EndReason::Completed;
    std::vector<EpochReport> epochs;
    SnapshotPtr final;
};

Result<TrainingOutcome> train(const Project& project, const TrainingOptions& options,
                              TrainingObserver& observer, TrainingControl& control);

} // namespace lamina
