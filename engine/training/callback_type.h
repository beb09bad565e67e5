// What a callback tells about itself, in one file of engine/callbacks. Names and edge cases are Keras'
// (2.13).
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/fields.h"

#include <filesystem>
#include <map>

namespace lamina {

// Loss and metrics of an epoch under Keras' names: loss, accuracy, val_loss …, lr.
using Logs = std::map<std::string, double>;

// What a callback may do to the run that calls it. On the training thread.
class RunningTraining {
public:
    virtual ~RunningTraining() = default;
    virtual void stopTraining(std::string reason) = 0; // after this batch or epoch
    virtual Buffer weights() const = 0; // a copy
    virtual void setWeights(const Buffer& weights) = 0;
    virtual double learningRate() const = 0;
    virtual void setLearningRate(double rate) = 0;
    // Relative paths start at the run folder. The model as it is now, as a Keras 2 HDF5 file.
    virtual Result<void> saveModel(const std::filesystem::path& path, bool weightsOnly) = 0;
    virtual void say(const Text& message) = 0; // to the log and the window
    // Whether a callback sets the learning rate: only then do Keras' logs have it.
    virtual bool ratesAreSet() const { return false; }
    // Whole files; relative paths as above. Nothing is written, and nothing found, where no run folder is.
    virtual Result<void> writeText(const std::filesystem::path&, const std::string&) { return {}; }
    virtual Result<std::string> readText(const std::filesystem::path&) { return std::string(); }

protected:
    RunningTraining() = default;
    RunningTraining(const RunningTraining&) = default;
    RunningTraining& operator=(const RunningTraining&) = default;
};

class Callback {
public:
    virtual ~Callback() = default;
    virtual Result<void> trainBegin(RunningTraining&) { return {}; }
    // After setState(), when the run goes on.
    virtual Result<void> resumed(RunningTraining&) { return {}; }
    // Epoch and batch count from 0, as in Keras.
    virtual void epochBegin(RunningTraining&, Index /*epoch*/) { }
    virtual Result<void> batchEnd(RunningTraining&, Index /*batch*/, const Logs&) { return {}; }
    virtual Result<void> epochEnd(RunningTraining&, Index /*epoch*/, const Logs&) { return {}; }
    virtual Result<void> trainEnd(RunningTraining&) { return {}; }
    // All that it remembers, for the resume file. Weights go beside the JSON, by name.
    virtual Json state() const { return Json::object(); }
    virtual void setState(const Json&) { }
    virtual std::map<std::string, Buffer> keptWeights() const { return {}; }
    // NOLINTNEXTLINE(performance-unnecessary-value-param): whoever keeps them takes them over
    virtual void setKeptWeights(std::map<std::string, Buffer>) { }
    // True if batchEnd wants to be called at all: logs a step cost time.
    virtual bool watchesBatches() const { return false; }

protected:
    Callback() = default;
    Callback(const Callback&) = default;
    Callback& operator=(const Callback&) = default;
};

struct CallbackType {
    const char* className; // "EarlyStopping"
    TextId label;
    TextId help;
    std::span<const Field> fields;
    bool setsLearningRate = false; // needs one that is no schedule
    Faults (*check)(const Attributes&, const Place&) = nullptr; // what the fields alone cannot tell
    std::unique_ptr<Callback> (*create)(const Attributes&);
};

namespace callbacks {
std::span<const CallbackType* const> all();
const CallbackType* find(std::string_view className);
} // namespace callbacks

} // namespace lamina
