// Where the training thread puts its reports until the window fetches them.
#pragma once

#include "engine/training/training.h"

#include <functional>
#include <mutex>
#include <variant>

namespace lamina {

struct Mail {
    std::optional<RunPlan> began;
    std::vector<StepReport> steps;
    // In the order in which they came: epochs' ends, files saved, messages.
    std::vector<std::variant<EpochReport, std::filesystem::path, Text>> events;
    std::optional<std::pair<Index, Index>> validation; // how far it is, if nothing came after it

    bool empty() const { return !began && steps.empty() && events.empty() && !validation; }
};

class ReportMailbox final : public TrainingObserver {
public:
    // Beyond so many steps not yet fetched, every second one is dropped; an epoch's last step never is.
    static constexpr std::size_t mostSteps = 8192;

    // `ring` is called on the training thread when mail lies in a box that was empty.
    explicit ReportMailbox(std::function<void()> ring) : m_ring(std::move(ring)) { }

    Mail fetch();

    void onBegin(const RunPlan& plan) override;
    void onStep(const StepReport& step) override;
    void onValidation(Index done, Index steps) override;
    void onEpoch(const EpochReport& epoch) override;
    void onSaved(const std::filesystem::path& path) override;
    void onMessage(const Text& message) override;

private:
    template <typename Put>
    void put(Put put);

    std::function<void()> m_ring;
    std::mutex m_mutex;
    Mail m_mail;
};

// Drops every second step, but never the last one of an epoch or of all.
void thinOut(std::vector<StepReport>& steps);

} // namespace lamina
