// Ctrl-C and the like as a wish to stop, instead of a sudden end.
#pragma once

#include "engine/training/training.h"

#include <thread>

namespace lamina::cli {

// Until it goes, SIGINT, SIGTERM and SIGHUP ask `control` to stop; a second one ends the program at once.
// Make it before any other thread: threads inherit that these signals are blocked.
class StopSignals {
public:
    explicit StopSignals(TrainingControl& control);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

private:
    std::jthread m_waiting;
};

} // namespace lamina::cli
