// The loop: epochs, steps, validation, callbacks. Owns everything that changes while it runs.
#pragma once

#include "engine/data/preprocess.h"
#include "engine/model/penalties.h"
#include "engine/model/plan.h"
#include "engine/training/batch_stream.h"
#include "engine/training/evaluate.h"
#include "engine/training/memory.h"
#include "engine/training/run_recorder.h"
#include "engine/training/updater.h"

#include <chrono>
#include <optional>

namespace lamina {

// Everything checked and opened, before the first step.
struct TrainingSetup {
    Project project;
    DataParts data;
    std::shared_ptr<const Network> network;
    std::unique_ptr<Objective> objective; // plans and feeds point to it
    std::unique_ptr<Feed> feed;
    std::optional<Updater> updater;
    std::vector<std::unique_ptr<Callback>> callbacks;
    bool ratesAreSet = false; // by a callback
    Buffer weights;
    std::shared_ptr<const LearnedSteps> learned; // by the steps of preprocessing
    std::vector<Text> notes; // on what it starts from; told when a training begins with it

    // All faults that can be found before the first step; among them that it takes more than `available`
    // bytes of memory.
    static Result<TrainingSetup> make(const Project& project, const std::filesystem::path& projectFolder,
                                      double available = availableMemory());
};

class Trainer final : private RunningTraining {
public:
    Trainer(TrainingSetup setup, int threads, RunRecorder* recorder, TrainingObserver& observer,
            TrainingControl& control);

    Result<TrainingOutcome> run();

private:
    using Clock = std::chrono::steady_clock;

    Result<void> resumeFrom(RunState state);
    RunState state(Index epoch, Index step, bool ended) const;
    Result<void> keepIfDue(Index epoch, Index step, bool epochEnds);
    Result<void> writeEnd(Index epoch, EndReason reason);
    Result<void> runEpoch(Index epoch, Index firstStep);
    void feedFrom(Index epoch, Index step);
    Result<void> takeStep(Index epoch, Index step);
    Result<bool> finishEpoch(Index epoch); // false: stopped in validation
    Result<void> batchEnded(Index batch, double loss);
    Plan& planFor(Index samples);
    void publish(Index epoch);
    double activeSeconds() const;
    Faults whileRunning(Faults faults) const;

    // RunningTraining
    void stopTraining(std::string reason) override;
    Buffer weights() const override { return m_setup.weights; }
    void setWeights(const Buffer& weights) override;
    double learningRate() const override { return m_setup.updater->learningRate(); }
    void setLearningRate(double rate) override { m_setup.updater->setLearningRate(rate); }
    Result<void> saveModel(const std::filesystem::path& path, bool weightsOnly) override;
    void say(const Text& message) override;
    bool ratesAreSet() const override { return m_setup.ratesAreSet; }
    Result<void> writeText(const std::filesystem::path& path, const std::string& text) override;
    Result<std::string> readText(const std::filesystem::path& path) override;

    TrainingSetup m_setup;
    Workers m_workers;
    RunRecorder* m_recorder;
    TrainingObserver& m_observer;
    TrainingControl& m_control;

    BatchStream m_batches;
    std::map<Index, Plan> m_plans; // by batch size
    Penalties m_penalties;
    std::optional<Evaluator> m_evaluator;
    std::vector<Index> m_order; // of the samples in an epoch
    Index m_orderedEpoch = -1;
    Index m_stepsPerEpoch = 0;
    Index m_stepsTaken = 0;
    Index m_samplesInEpoch = 0;
    Index m_samplesTimed = 0; // those of them that were taken since the run began or went on
    Index m_step = 0; // the next one of the epoch
    double m_lossSum = 0;
    std::vector<double> m_metricSums;
    // Of the newest step; kept, so that the next one allocates nothing.
    StepReport m_report;
    Logs m_batchLogs;
    bool m_watchesBatches = false;
    bool m_warnedNotANumber = false;
    std::string m_stopReason; // a callback's
    std::vector<EpochReport> m_history;
    Clock::time_point m_begun;
    Clock::duration m_pausedFor{};
    double m_secondsAtEpoch = 0; // of active time, when the last epoch ended
    double m_waitedAtEpoch = 0; // for data, when the epoch began
};

} // namespace lamina
