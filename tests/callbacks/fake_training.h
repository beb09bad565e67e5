// A training that does nothing but remember what a callback did to it.
#pragma once

#include "engine/training/callback_type.h"

namespace lamina::test {

struct FakeTraining final : RunningTraining {
    std::string stopped; // the reason, empty while it runs
    float weight = 0; // all that there is to learn
    double rate = 0.5;
    std::vector<std::string> saved; // paths; those of weights alone end in " weights"
    std::vector<std::string> said;

    void stopTraining(std::string reason) override { stopped = std::move(reason); }
    Buffer weights() const override
    {
        Buffer copy(1);
        copy.data()[0] = weight;
        return copy;
    }
    void setWeights(const Buffer& weights) override { weight = weights.data()[0]; }
    double learningRate() const override { return rate; }
    void setLearningRate(double to) override { rate = to; }
    Result<void> saveModel(const std::filesystem::path& path, bool weightsOnly) override
    {
        saved.push_back(path.string() + (weightsOnly ? " weights" : ""));
        return {};
    }
    void say(const Text& message) override { said.push_back(render(message)); }
};

inline std::unique_ptr<Callback> makeCallback(const char* className, const char* config)
{
    const CallbackType* type = callbacks::find(className);
    return type->create(Attributes(type->fields, Json::parse(config)));
}

// Epochs in which one number took these values; the weight is the epoch, counted from 1. Gives how many
// epochs ran until something stopped them.
inline int epochs(Callback& callback, FakeTraining& training, const char* name,
                  const std::vector<double>& values)
{
    if (!callback.trainBegin(training))
        return -1;
    int ran = 0;
    for (const double value : values) {
        training.weight = static_cast<float>(ran + 1);
        if (!callback.epochEnd(training, ran++, {{name, value}, {"loss", 1.0}}))
            return -1;
        if (!training.stopped.empty())
            break;
    }
    return callback.trainEnd(training) ? ran : -1;
}

} // namespace lamina::test
