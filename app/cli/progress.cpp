#include "app/cli/progress.h"

#include "app/cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lamina::cli {

namespace {

constexpr int barWidest = 30;
constexpr int barNarrowest = 8;
constexpr auto drawEvery = std::chrono::milliseconds(66);

std::string repeated(const char* piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string bar(double share, int width, bool utf8)
{
    const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width));
    return repeated(utf8 ? "━" : "#", full) + repeated(utf8 ? "┄" : "-", width - full);
}

std::string rateText(double samplesPerSecond)
{
    char text[48];
    std::snprintf(text, sizeof text, samplesPerSecond < 10 ? "%.1f samples/s" : "%.0f samples/s",
                  samplesPerSecond);
    return text;
}

} // namespace

std::string progressLine(const ProgressState& state, int width, bool utf8)
{
    // The last column stays free: writing there makes some terminals begin a new line.
    const int room = std::max(width - 1, 10);
    const std::string head = "Epoch " + std::to_string(state.epoch + 1) + "/" + std::to_string(state.epochs);
    std::vector<std::string> parts{std::to_string(state.step) + "/" + std::to_string(state.steps)};
    for (const auto& [name, value] : state.running)
        parts.push_back(name + " " + brief(value));
    const std::size_t always = std::min<std::size_t>(parts.size(), 2); // the count and the loss
    if (state.secondsLeft >= 0)
        parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(always),
                     duration(state.secondsLeft) + " left");
    if (state.samplesPerSecond > 0)
        parts.push_back(rateText(state.samplesPerSecond));

    std::string tail;
    int used = static_cast<int>(head.size());
    for (const std::string& part : parts) {
        const int size = static_cast<int>(part.size()) + 2;
        if (used + size > room)
            break;
        tail += "  " + part;
        used += size;
    }
    const int barWidth = std::min(room - used - 2, barWidest);
    const double share =
        state.steps > 0 ? static_cast<double>(state.step) / static_cast<double>(state.steps) : 0;
    std::string line = head;
    if (barWidth >= barNarrowest)
        line += "  " + bar(share, barWidth, utf8);
    line += tail;
    return line;
}

TrainingReport::TrainingReport(ReportStyle style, TrainingControl& control)
    : m_style(style), m_control(control)
{
}

void TrainingReport::onBegin(const RunPlan& plan)
{
    m_plan = plan;
    if (m_style != ReportStyle::Bar && m_style != ReportStyle::Lines)
        return;
    std::string line = std::to_string(plan.trainSamples) + " samples to train on";
    if (plan.validationSamples > 0)
        line += ", " + std::to_string(plan.validationSamples) + " to validate";
    line +=
        ", " + std::to_string(plan.epochs) + " epochs of " + std::to_string(plan.stepsPerEpoch) + " steps";
    if (plan.firstEpoch > 0)
        line += ", going on with epoch " + std::to_string(plan.firstEpoch + 1);
    write(printLine(line));
}

double TrainingReport::secondsLeft(const StepReport& report) const
{
    if (m_stepsSeen < 2)
        return -1;
    // From the mean over all steps so far, so that it also counts what validation and saving took.
    const double each = (report.seconds - m_runStart) / static_cast<double>(m_stepsSeen - 1);
    const Index after = (m_plan.epochs - report.epoch) * m_plan.stepsPerEpoch - (report.step + 1);
    return each * static_cast<double>(after);
}

void TrainingReport::onStep(const StepReport& report)
{
    if (m_style != ReportStyle::Bar)
        return;
    if (m_stepsSeen++ == 0)
        m_runStart = report.seconds;
    if (m_stepsSeen == 1 || report.epoch != m_epochStart.epoch)
        m_epochStart = report;
    const auto now = Clock::now();
    if (now < m_nextDraw)
        return;
    m_nextDraw = now + drawEvery;

    ProgressState state;
    state.epoch = report.epoch;
    state.epochs = m_plan.epochs;
    state.step = report.step + 1;
    state.steps = m_plan.stepsPerEpoch;
    state.running = ordered(report.running, m_plan.metricNames);
    const double seconds = report.seconds - m_epochStart.seconds;
    if (seconds > 0 && m_plan.stepsPerEpoch > 0)
        state.samplesPerSecond = static_cast<double>(report.step - m_epochStart.step) / seconds
            * static_cast<double>(m_plan.trainSamples) / static_cast<double>(m_plan.stepsPerEpoch);
    state.secondsLeft = secondsLeft(report);
    drawBar(progressLine(state, terminalWidth(), terminalSpeaksUtf8()));
}

void TrainingReport::onValidation(Index done, Index steps)
{
    const auto now = Clock::now();
    if (m_style != ReportStyle::Bar || now < m_nextDraw)
        return;
    m_nextDraw = now + drawEvery;
    const std::string line = "Epoch " + std::to_string(m_epochStart.epoch + 1) + "/"
        + std::to_string(m_plan.epochs) + "  validating " + std::to_string(done) + "/"
        + std::to_string(steps);
    drawBar(line.substr(0, static_cast<std::size_t>(std::max(terminalWidth() - 1, 10))));
}

void TrainingReport::onEpoch(const EpochReport& report)
{
    const auto logs = ordered(report.logs, m_plan.metricNames);
    if (m_style == ReportStyle::Json) {
        OrderedJson line{{"event", "epoch"}, {"epoch", report.epoch + 1}};
        for (const auto& [name, value] : logs)
            line[name] = value;
        line["seconds"] = report.seconds;
        line["samples_per_second"] = report.samplesPerSecond;
        line["data_wait_seconds"] = report.dataWaitSeconds;
        write(printJson(line));
    } else if (m_style != ReportStyle::Quiet) {
        std::string line = "Epoch " + std::to_string(report.epoch + 1) + "/" + std::to_string(m_plan.epochs);
        for (const auto& [name, value] : logs)
            line += "  " + name + " " + brief(value);
        line += "  " + duration(report.seconds);
        if (report.samplesPerSecond > 0)
            line += "  " + rateText(report.samplesPerSecond);
        eraseBar();
        write(printLine(line));
    }
}

void TrainingReport::onMessage(const Text& message)
{
    if (m_style == ReportStyle::Quiet)
        return; // it stands in the log, too
    eraseBar();
    note(render(message)); // standard output may be a pipe of JSON
}

void TrainingReport::finish()
{
    eraseBar();
}

void TrainingReport::drawBar(const std::string& line)
{
    std::fprintf(stdout, "\r\033[K%s", line.c_str());
    m_barShown = true;
    write(std::fflush(stdout) == 0);
}

void TrainingReport::eraseBar()
{
    if (!m_barShown)
        return;
    m_barShown = false;
    std::fputs("\r\033[K", stdout);
    std::fflush(stdout);
}

void TrainingReport::write(bool written)
{
    if (written || m_outputLost)
        return;
    m_outputLost = true;
    m_control.stop();
}

} // namespace lamina::cli
