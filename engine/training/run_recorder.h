// What a training leaves behind, as it goes: the loop calls it, the run folder answers.
#pragma once

#include "engine/training/training.h"

#include <optional>

namespace lamina {

class Updater;

// All of an unfinished run that cannot be computed again from the project.
struct RunState {
    Buffer weights;
    std::vector<Buffer> optimizerSlots; // the optimizer's, laid out as the weights
    Index optimizerStep = 0;
    double learningRate = 0;
    Index epoch = 0; // from 0: the one that is going on
    Index step = 0; // steps done in it
    double lossSum = 0; // over the epoch's samples so far
    std::vector<double> metricSums;
    std::vector<Json> callbacks; // states, in the project's order
    std::vector<std::map<std::string, Buffer>> keptWeights;
    std::vector<EpochReport> history;
    std::string stopReason; // a callback's: more epochs do not make the run go on
    bool ended = false; // and its model is written
};

class RunRecorder {
public:
    virtual ~RunRecorder() = default;
    // The state to go on from, if there is one.
    virtual Result<std::optional<RunState>> begin(const Network& network) = 0;
    virtual Result<void> epochEnded(const std::vector<EpochReport>& history) = 0;
    // Asked after each step and epoch: whether to keep a state now. What could not be written since the last
    // time is told here.
    virtual Result<bool> wantsState(bool epochEnds) { return epochEnds; }
    virtual Result<void> keep(RunState state) = 0; // on disk some time later; with finish() at the latest
    virtual Result<void> finish() { return {}; }
    virtual Result<void> saveModel(const std::filesystem::path& path, const Network& network,
                                   const Buffer& weights, bool weightsOnly) = 0;
    virtual Result<void> end(const Network& network, const Buffer& weights, const Updater& updater,
                             EndReason reason) = 0;
    virtual void say(const std::string& line) = 0;
    // For callbacks, relative to where models go. A file that is not there is empty.
    virtual Result<void> writeText(const std::filesystem::path&, const std::string&) { return {}; }
    virtual Result<std::string> readText(const std::filesystem::path&) { return std::string(); }

protected:
    RunRecorder() = default;
    RunRecorder(const RunRecorder&) = default;
    RunRecorder& operator=(const RunRecorder&) = default;
};

} // namespace lamina
