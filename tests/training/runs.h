// A small project, and runs of it that are kept in memory.
#pragma once

#include "engine/training/trainer.h"
#include "tests/training/spirals.h"

#include <algorithm>

namespace lamina {

// Keeps in memory what a run folder keeps on disk.
struct Memory final : RunRecorder {
    std::optional<RunState> kept;
    std::vector<EpochReport> history;
    std::vector<std::string> said;
    std::map<std::string, std::string> texts; // by name
    int models = 0;
    bool keepsAll = false;
    std::vector<RunState> all; // states, if it does
    Result<std::optional<RunState>> begin(const Network&) override { return kept; }
    Result<void> epochEnded(const std::vector<EpochReport>& reports) override
    {
        history = reports;
        return {};
    }
    Result<bool> wantsState(bool epochEnds) override { return keepsAll || epochEnds; }
    Result<void> keep(RunState state) override
    {
        if (keepsAll)
            all.push_back(state);
        kept = std::move(state);
        return {};
    }
    Result<void> saveModel(const std::filesystem::path&, const Network&, const Buffer&, bool) override
    {
        ++models;
        return {};
    }
    Result<void> writeText(const std::filesystem::path& path, const std::string& text) override
    {
        texts[path.string()] = text;
        return {};
    }
    Result<std::string> readText(const std::filesystem::path& path) override
    {
        const auto found = texts.find(path.string());
        return found == texts.end() ? std::string() : found->second;
    }
    Result<void> end(const Network&, const Buffer&, const Updater&, EndReason) override { return {}; }
    void say(const std::string& line) override { said.push_back(line); }
};

struct Watcher final : TrainingObserver {
    std::function<void(const StepReport&)> step;
    RunPlan plan;
    std::vector<StepReport> steps;
    std::vector<EpochReport> epochs;
    void onBegin(const RunPlan& begun) override { plan = begun; }
    void onStep(const StepReport& report) override
    {
        steps.push_back(report);
        if (step)
            step(report);
    }
    void onEpoch(const EpochReport& report) override { epochs.push_back(report); }
};

inline Result<TrainingOutcome> train(const Project& project, RunRecorder* recorder,
                                     TrainingObserver& observer, TrainingControl& control, int threads = 1)
{
    Result<TrainingSetup> setup = TrainingSetup::make(project, {});
    if (!setup)
        return setup.faults();
    Trainer trainer(std::move(*setup), threads, recorder, observer, control);
    return trainer.run();
}

inline bool sameBits(const Buffer& a, const Buffer& b)
{
    return a.size() == b.size() && std::equal(a.values().begin(), a.values().end(), b.values().begin());
}

} // namespace lamina
