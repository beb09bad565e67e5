#include "engine/training/trainer.h"

#include "engine/training/adapt.h"

#include <algorithm>
#include <cmath>

namespace lamina {

Trainer::Trainer(TrainingSetup setup, int threads, RunRecorder* recorder, TrainingObserver& observer,
                 TrainingControl& control)
    : m_setup(std::move(setup)), m_workers(threads), m_recorder(recorder), m_observer(observer),
      m_control(control),
      m_batches(*m_setup.feed,
                std::min<Index>(m_setup.project.training.batchSize, m_setup.data.train->size()),
                BatchUse::Training),
      m_penalties(*m_setup.network)
{
    const Index samples = m_setup.data.train->size();
    const Index batch = m_setup.project.training.batchSize;
    m_stepsPerEpoch = (samples + batch - 1) / batch;
    m_order.resize(static_cast<std::size_t>(samples));
    m_metricSums.resize(static_cast<std::size_t>(m_setup.objective->sums));
    if (m_setup.data.validation)
        m_evaluator.emplace(*m_setup.network, *m_setup.objective, *m_setup.feed,
                            std::min<Index>(batch, m_setup.data.validation->size()));
    for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
        m_watchesBatches = m_watchesBatches || callback->watchesBatches();
}

Plan& Trainer::planFor(Index samples)
{
    const auto found = m_plans.find(samples);
    if (found != m_plans.end())
        return found->second;
    Plan& plan =
        m_plans
            .emplace(
                samples,
                Plan(*m_setup.network,
                     {.batch = samples, .training = true, .objective = m_setup.objective.get(), .taps = {}}))
            .first->second;
    plan.setWeights(m_setup.weights.data());
    return plan;
}

double Trainer::activeSeconds() const
{
    return std::chrono::duration<double>(Clock::now() - m_begun - m_pausedFor).count();
}

// Data that cannot be read after the first step fail the run: it is no longer the project that is refused.
Faults Trainer::whileRunning(Faults faults) const
{
    if (m_stepsTaken > 0)
        for (Fault& fault : faults)
            fault.kind = FaultKind::Runtime;
    return faults;
}

void Trainer::publish(Index epoch)
{
    m_control.publish(std::make_shared<const Snapshot>(
        Snapshot{m_setup.network, m_setup.weights, epoch, m_stepsTaken, m_setup.learned}));
}

Result<TrainingOutcome> Trainer::run()
{
    const Index epochs = m_setup.project.training.epochs;
    Index epoch = 0;
    Index firstStep = 0;
    std::optional<RunState> earlier;
    if (m_recorder) {
        Result<std::optional<RunState>> begun = m_recorder->begin(*m_setup.network);
        if (!begun)
            return begun.faults();
        earlier = std::move(*begun);
    }
    for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
        if (Result<void> begun = callback->trainBegin(*this); !begun)
            return begun.faults();
    const bool goesOn = earlier.has_value();
    if (earlier) {
        epoch = earlier->epoch;
        firstStep = earlier->step;
        const bool finished = earlier->ended && (!earlier->stopReason.empty() || epoch >= epochs);
        if (Result<void> resumed = resumeFrom(std::move(*earlier)); !resumed)
            return resumed.faults();
        if (finished) {
            say(LAMINA_TEXT("training", "This run is finished: there is nothing left to train"));
            publish(epoch);
            return TrainingOutcome{
                .reason = EndReason::Completed, .epochs = m_history, .final = m_control.snapshot()};
        }
    }
    RunPlan plan{.epochs = epochs,
                 .stepsPerEpoch = m_stepsPerEpoch,
                 .trainSamples = m_setup.data.train->size(),
                 .validationSamples = m_setup.data.validation ? m_setup.data.validation->size() : 0,
                 .metricNames = m_setup.objective->names(),
                 .wholeMetrics = m_setup.objective->namesOfWholes(),
                 .firstEpoch = epoch,
                 .firstStep = firstStep,
                 .earlierEpochs = m_history};
    m_observer.onBegin(plan);
    if (!goesOn)
        for (const Text& note : m_setup.notes)
            say(note);
    m_begun = Clock::now();
    if (Result<void> adapted = adaptLayers(*m_setup.network, *m_setup.feed, *m_setup.data.train,
                                           m_setup.project.training.batchSize, m_workers, m_setup.weights,
                                           [this] { return !m_control.stopping(); });
        !adapted)
        return adapted.faults();
    publish(epoch);
    if (m_recorder && !goesOn)
        if (Result<void> kept = m_recorder->keep(state(0, 0, false)); !kept)
            return kept.faults();

    feedFrom(epoch, firstStep);
    bool stopped = false;
    for (; epoch < epochs && m_stopReason.empty(); ++epoch) {
        if (Result<void> ran = runEpoch(epoch, firstStep); !ran)
            return ran.faults();
        firstStep = 0;
        stopped = m_control.stopping();
        if (stopped)
            break;
        Result<bool> ended = finishEpoch(epoch);
        if (!ended)
            return ended.faults();
        stopped = !*ended;
        if (stopped)
            break;
    }

    EndReason reason = EndReason::Completed;
    if (stopped)
        reason = EndReason::Stopped;
    else if (m_stopReason == "nan")
        reason = EndReason::NotANumber;
    else if (!m_stopReason.empty())
        reason = EndReason::EarlyStopping;
    if (Result<void> written = writeEnd(epoch, reason); !written)
        return written.faults();
    publish(std::max<Index>(epoch - 1, 0));
    return TrainingOutcome{.reason = reason, .epochs = m_history, .final = m_control.snapshot()};
}

Result<void> Trainer::runEpoch(Index epoch, Index firstStep)
{
    m_waitedAtEpoch = m_batches.waitedSeconds();
    m_samplesTimed = 0;
    if (firstStep == 0) {
        m_lossSum = 0;
        m_samplesInEpoch = 0;
        std::fill(m_metricSums.begin(), m_metricSums.end(), 0.0);
        for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
            callback->epochBegin(*this, epoch);
    }
    m_step = firstStep;
    for (Index& step = m_step; step < m_stepsPerEpoch && m_stopReason.empty(); ++step) {
        if (m_control.paused()) {
            publish(epoch); // whoever asks meanwhile sees where it stands
            const Clock::time_point since = Clock::now();
            m_control.waitWhilePaused();
            m_pausedFor += Clock::now() - since;
        }
        if (m_control.stopping())
            return {};
        if (Result<void> taken = takeStep(epoch, step); !taken)
            return taken;
        if (m_stopReason.empty()) // otherwise the epoch ends here, which a state within it does not say
            if (Result<void> kept = keepIfDue(epoch, step + 1, false); !kept)
                return kept;
        if (m_control.wantsSnapshot())
            publish(epoch);
        m_control.stepEnded(step + 1 == m_stepsPerEpoch);
    }
    return {};
}

// From here on to the last step of the last epoch: the batches are made ready across the ends of epochs.
void Trainer::feedFrom(Index epoch, Index step)
{
    m_batches.begin(
        m_workers, *m_setup.data.train, epoch * m_stepsPerEpoch + step,
        m_setup.project.training.epochs * m_stepsPerEpoch, [this](Index number, std::vector<Index>& samples) {
            const Index ofEpoch = number / m_stepsPerEpoch;
            if (ofEpoch != m_orderedEpoch)
                orderOfEpoch(m_setup.project.seed, ofEpoch, m_setup.project.training.shuffle, m_order);
            m_orderedEpoch = ofEpoch;
            const auto batch = static_cast<std::size_t>(m_setup.project.training.batchSize);
            const std::size_t first = static_cast<std::size_t>(number % m_stepsPerEpoch) * batch;
            const auto from = m_order.begin() + static_cast<std::ptrdiff_t>(first);
            samples.assign(from, from + static_cast<std::ptrdiff_t>(std::min(batch, m_order.size() - first)));
            return ofEpoch;
        });
}

Result<void> Trainer::takeStep(Index epoch, Index step)
{
    const Result<BatchStream::Ready> ready = m_batches.next();
    if (!ready)
        return whileRunning(ready.faults());
    const Index count = ready->samples;
    Plan& plan = planFor(count);
    plan.setInputs(ready->buffers->inputs());
    plan.setTargets(ready->buffers->targets());
    plan.setSampleWeights(ready->buffers->weights());
    const StepResult& result =
        plan.run(m_workers, m_setup.project.seed, static_cast<std::uint64_t>(epoch * m_stepsPerEpoch + step));
    // The penalty of the weights that the batch was seen with; it counts as the mean over the samples does.
    const double lossSum =
        result.lossSum + static_cast<double>(count) * m_penalties.value(m_workers, m_setup.weights.data());
    m_setup.updater->apply(m_workers, m_setup.weights.data(), plan.gradients(), count,
                           step + 1 == m_stepsPerEpoch);
    ++m_stepsTaken;
    m_samplesInEpoch += count;
    m_samplesTimed += count;
    m_lossSum += lossSum;
    std::transform(m_metricSums.begin(), m_metricSums.end(), result.metricSums.begin(), m_metricSums.begin(),
                   std::plus<>());
    const double loss = lossSum / static_cast<double>(count);
    if (!std::isfinite(loss) && !m_warnedNotANumber) {
        m_warnedNotANumber = true;
        say(Text(LAMINA_TEXT("training",
                             "The loss is no longer a number in epoch %1, step %2: a smaller learning rate "
                             "or scaled inputs usually help"),
                 epoch + 1, step + 1));
    }
    m_report.epoch = epoch;
    m_report.step = step;
    m_report.loss = loss;
    m_setup.objective->putResults(m_lossSum, m_metricSums, m_samplesInEpoch, m_report.running);
    m_report.seconds = activeSeconds();
    m_observer.onStep(m_report);
    return m_watchesBatches ? batchEnded(step, loss) : Result<void>();
}

Result<void> Trainer::batchEnded(Index batch, double loss)
{
    m_setup.objective->putResults(m_lossSum, m_metricSums, m_samplesInEpoch, m_batchLogs);
    m_batchLogs["batch_loss"] = loss; // Keras' logs hold running means; not-a-number shows in both
    for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
        if (callback->watchesBatches())
            if (Result<void> ended = callback->batchEnd(*this, batch, m_batchLogs); !ended)
                return ended;
    return {};
}

Result<bool> Trainer::finishEpoch(Index epoch)
{
    EpochReport report{.epoch = epoch,
                       .logs = m_setup.objective->results(m_lossSum, m_metricSums, m_samplesInEpoch)};
    const double before = m_secondsAtEpoch;
    const double trained = activeSeconds();
    if (m_evaluator) {
        Result<Logs> validation = m_evaluator->run(m_workers, *m_setup.data.validation,
                                                   m_setup.weights.data(), [&](Index done, Index steps) {
                                                       m_observer.onValidation(done, steps);
                                                       return !m_control.stopping();
                                                   });
        if (!validation)
            return whileRunning(validation.faults());
        if (validation->empty())
            return false; // stopped: the epoch's steps are done, its end is not, and a resumed run begins
                          // there
        for (const auto& [name, value] : *validation)
            report.logs["val_" + name] = value;
    }
    report.logs["lr"] = learningRate();
    m_secondsAtEpoch = activeSeconds();
    report.seconds = m_secondsAtEpoch - before;
    report.samplesPerSecond = static_cast<double>(m_samplesTimed) / std::max(trained - before, 1e-9);
    report.dataWaitSeconds = m_batches.waitedSeconds() - m_waitedAtEpoch;
    m_history.push_back(report);
    for (const std::unique_ptr<Callback>& callback : m_setup.callbacks)
        if (Result<void> ended = callback->epochEnd(*this, epoch, report.logs); !ended)
            return ended.faults();
    if (m_recorder) {
        if (Result<void> written = m_recorder->epochEnded(m_history); !written)
            return written.faults();
        if (Result<void> kept = keepIfDue(epoch + 1, 0, true); !kept)
            return kept.faults();
    }
    m_observer.onEpoch(report);
    return true;
}

void Trainer::stopTraining(std::string reason)
{
    m_stopReason = std::move(reason);
}

void Trainer::setWeights(const Buffer& weights)
{
    std::copy_n(weights.data(), m_setup.weights.size(), m_setup.weights.data()); // the plans keep the address
}

Result<void> Trainer::saveModel(const std::filesystem::path& path, bool weightsOnly)
{
    if (!m_recorder)
        return {};
    if (Result<void> saved = m_recorder->saveModel(path, *m_setup.network, m_setup.weights, weightsOnly);
        !saved)
        return saved;
    m_observer.onSaved(path);
    return {};
}

Result<void> Trainer::writeText(const std::filesystem::path& path, const std::string& text)
{
    return m_recorder ? m_recorder->writeText(path, text) : Result<void>();
}

Result<std::string> Trainer::readText(const std::filesystem::path& path)
{
    return m_recorder ? m_recorder->readText(path) : Result<std::string>(std::string());
}

void Trainer::say(const Text& message)
{
    m_observer.onMessage(message);
    if (m_recorder)
        m_recorder->say(render(message));
}

} // namespace lamina
