#include "app/cli/stop_signals.h"

#include <csignal>
#include <ctime>
#include <unistd.h>

namespace lamina::cli {

namespace {

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT); // also where a shell without job control ignores it for what runs behind
    sigaddset(&set, SIGTERM);
    struct sigaction hangUp { };
    sigaction(SIGHUP, nullptr, &hangUp);
    if (hangUp.sa_handler != SIG_IGN) // nohup asked to go on without a terminal
        sigaddset(&set, SIGHUP);
    return set;
}

// A thread that waits may lock and allocate, which a signal handler must not.
void waitForSignals(const std::stop_token& gone, TrainingControl& control)
{
    const sigset_t set = stopSignals();
    const timespec patience{0, 50'000'000};
    bool asked = false;
    while (!gone.stop_requested()) {
        const int signal = sigtimedwait(&set, nullptr, &patience);
        if (signal <= 0)
            continue;
        if (asked)
            _exit(128 + signal);
        asked = true;
        control.stop();
    }
}

} // namespace

StopSignals::StopSignals(TrainingControl& control)
{
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiting = std::jthread([&control](const std::stop_token& gone) { waitForSignals(gone, control); });
}

StopSignals::~StopSignals()
{
    m_waiting.request_stop();
    m_waiting.join();
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace lamina::cli
