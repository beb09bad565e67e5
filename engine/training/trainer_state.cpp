// What the trainer keeps of a run, and takes up again.
#include "engine/training/trainer.h"

#include <algorithm>

namespace lamina {

Result<void> Trainer::resumeFrom(RunState state)
{
    Updater& updater = *m_setup.updater;
    const std::size_t kept = updater.slots().size() + (updater.gathered().size() > 0 ? 1 : 0);
    if (state.optimizerSlots.size() != kept || state.metricSums.size() != m_metricSums.size())
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("training", "The state of the run was written by another version of Lamina"),
                     Place{}, LAMINA_TEXT("training", "train into another folder")};
    std::copy_n(state.weights.data(), m_setup.weights.size(), m_setup.weights.data());
    for (std::size_t s = 0; s < updater.slots().size(); ++s)
        updater.slots()[s] = std::move(state.optimizerSlots[s]);
    updater.resume(state.optimizerStep, state.learningRate);
    const Index batch = m_setup.project.training.batchSize;
    if (updater.gathered().size() > 0) { // kept behind the slots; groups begin anew with each epoch
        updater.gathered() = std::move(state.optimizerSlots[updater.slots().size()]);
        const Index steps = state.step < m_stepsPerEpoch
            ? state.step % m_setup.project.training.gradientAccumulationSteps
            : 0;
        updater.setGathered(static_cast<int>(steps), steps * batch);
    }
    for (std::size_t c = 0; c < m_setup.callbacks.size(); ++c) {
        m_setup.callbacks[c]->setState(state.callbacks[c]);
        m_setup.callbacks[c]->setKeptWeights(std::move(state.keptWeights[c]));
        if (Result<void> resumed = m_setup.callbacks[c]->resumed(*this); !resumed)
            return resumed;
    }
    m_history = std::move(state.history);
    m_stopReason = std::move(state.stopReason);
    m_lossSum = state.lossSum;
    m_metricSums = state.metricSums;
    m_samplesInEpoch =
        std::min<Index>(state.step * m_setup.project.training.batchSize, m_setup.data.train->size());
    m_stepsTaken = state.epoch * m_stepsPerEpoch + state.step;
    return {};
}

RunState Trainer::state(Index epoch, Index step, bool ended) const
{
    RunState state{.weights = m_setup.weights,
                   .optimizerSlots = m_setup.updater->slots(),
                   .optimizerStep = m_setup.updater->step(),
                   .learningRate = m_setup.updater->learningRate(),
                   .epoch = epoch,
                   .step = step,
                   .lossSum = m_lossSum,
                   .metricSums = m_metricSums,
                   .callbacks = {},
                   .keptWeights = {},
                   .history = m_history,
                   .stopReason = m_stopReason,
                   .ended = ended};
    if (const Buffer& gathered = m_setup.updater->gathered(); gathered.size() > 0)
        state.optimizerSlots.push_back(gathered);
    for (const std::unique_ptr<Callback>& callback : m_setup.callbacks) {
        state.callbacks.push_back(callback->state());
        state.keptWeights.push_back(callback->keptWeights());
    }
    return state;
}

// A state that says the run has ended is the last thing to be written: before it, everything else is written
// again. Where it was stopped it may go on, and the callbacks keep their state as it is.
Result<void> Trainer::writeEnd(Index epoch, EndReason reason)
{
    const bool stopped = reason == EndReason::Stopped;
    if (!stopped)
        for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
            if (Result<void> ended = callback->trainEnd(*this); !ended)
                return ended;
    if (!m_recorder)
        return {};
    if (stopped)
        if (Result<void> kept = m_recorder->keep(state(epoch, m_step, false)); !kept)
            return kept;
    if (Result<void> ended = m_recorder->end(*m_setup.network, m_setup.weights, *m_setup.updater, reason);
        !ended)
        return ended;
    if (!stopped)
        if (Result<void> kept = m_recorder->keep(state(epoch, 0, true)); !kept)
            return kept;
    return m_recorder->finish();
}

Result<void> Trainer::keepIfDue(Index epoch, Index step, bool epochEnds)
{
    if (!m_recorder)
        return {};
    const Result<bool> due = m_recorder->wantsState(epochEnds);
    if (!due)
        return due.faults();
    return *due ? m_recorder->keep(state(epoch, step, false)) : Result<void>();
}

} // namespace lamina
