// An engine that computes nothing: steps come as fast as they are wanted, all else is as in lamina::train().
#pragma once

#include "app/training_session.h"

#include <chrono>
#include <thread>

namespace lamina {

struct FakeTraining {
    Index epochs = 2;
    Index steps = 10;
    int microseconds = 0; // a step takes

    Result<TrainingOutcome> operator()(const Project&, const TrainingOptions&, TrainingObserver& observer,
                                       TrainingControl& control) const
    {
        RunPlan plan;
        plan.epochs = epochs;
        plan.stepsPerEpoch = steps;
        plan.trainSamples = steps * 32;
        plan.validationSamples = 64;
        plan.metricNames = {"accuracy"};
        observer.onBegin(plan);
        TrainingOutcome outcome;
        Index taken = 0;
        const auto snapshot = [&](Index epoch) {
            auto made = std::make_shared<Snapshot>();
            made->epoch = epoch;
            made->step = taken;
            return made;
        };
        for (Index epoch = 0; epoch < epochs; ++epoch) {
            for (Index step = 0; step < steps; ++step) {
                control.waitWhilePaused();
                if (control.stopping()) {
                    outcome.reason = EndReason::Stopped;
                    outcome.final = snapshot(epoch);
                    return outcome;
                }
                if (microseconds > 0)
                    std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
                ++taken;
                const double loss = 1.0 / static_cast<double>(taken);
                observer.onStep({epoch,
                                 step,
                                 loss,
                                 {{"loss", loss}, {"accuracy", 1 - loss}},
                                 0.001 * static_cast<double>(taken)});
                if (control.wantsSnapshot())
                    control.publish(snapshot(epoch));
                if (step + 1 == steps) {
                    EpochReport report;
                    report.epoch = epoch;
                    report.logs = {{"loss", loss},
                                   {"accuracy", 0.5},
                                   {"val_loss", loss},
                                   {"val_accuracy", epoch == 0 ? 0.9 : 0.8},
                                   {"lr", 0.001}};
                    report.seconds = 1;
                    observer.onEpoch(report);
                    outcome.epochs.push_back(report);
                }
                control.stepEnded(step + 1 == steps);
            }
        }
        outcome.final = snapshot(epochs - 1);
        return outcome;
    }
};

} // namespace lamina
