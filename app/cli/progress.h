// How a training tells of itself in a terminal, a log or a pipe.
#pragma once

#include "engine/training/training.h"

#include <chrono>
#include <memory>

namespace lamina::cli {

// Where an epoch is, as one line that fits `width` columns: counts, bar, running loss and metrics, samples a
// second, time left. What does not fit is left out from the back; the bar gives way first.
struct ProgressState {
    Index epoch = 0; // from 0
    Index epochs = 0;
    Index step = 0; // steps done in the epoch
    Index steps = 0;
    std::vector<std::pair<std::string, double>> running; // loss first
    double samplesPerSecond = 0; // 0: not known yet
    double secondsLeft = -1; // below 0: not known yet
};
std::string progressLine(const ProgressState& state, int width, bool utf8);

enum class ReportStyle { Bar, Lines, Json, Quiet };

// Writes to standard output what `style` asks for. When nobody reads it any more, it asks the training to
// stop, and outputLost() tells.
class TrainingReport : public TrainingObserver {
public:
    TrainingReport(ReportStyle style, TrainingControl& control);

    void onBegin(const RunPlan& plan) override;
    void onStep(const StepReport& report) override;
    void onValidation(Index done, Index steps) override;
    void onEpoch(const EpochReport& report) override;
    void onMessage(const Text& message) override;
    // Takes the bar away, so that other lines may follow.
    void finish();

    const RunPlan& plan() const { return m_plan; }
    bool outputLost() const { return m_outputLost; }

private:
    using Clock = std::chrono::steady_clock;
    void drawBar(const std::string& line);
    void eraseBar();
    void write(bool written);
    double secondsLeft(const StepReport& report) const;

    ReportStyle m_style;
    TrainingControl& m_control;
    RunPlan m_plan;
    Clock::time_point m_nextDraw{};
    StepReport m_epochStart; // the first step seen in this epoch
    double m_runStart = -1; // seconds at the first step seen at all
    Index m_stepsSeen = 0;
    bool m_barShown = false;
    bool m_outputLost = false;
};

} // namespace lamina::cli
