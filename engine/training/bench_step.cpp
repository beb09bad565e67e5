#include "engine/training/bench_step.h"

#include "engine/core/random.h"

#include <algorithm>

namespace lamina {

namespace {
void fillRandomly(Buffer& buffer, std::uint64_t who, std::uint64_t classes)
{
    const CounterRandom random(1, RandomPurpose::Bench, {who});
    for (std::size_t i = 0; i < buffer.values().size(); ++i)
        buffer.values()[i] = classes > 0 ? static_cast<float>(random.below(i, classes))
                                         : static_cast<float>(random.uniform(i));
}

} // namespace

BenchStep::BenchStep(const Network& network, const Objective* objective, Updater& updater,
                     const Options& options)
    : m_updater(updater), m_trains(objective != nullptr), m_seed(options.seed),
      m_weights(network.initialWeights(options.seed)), m_plan(network,
                                                              {.batch = options.batch,
                                                               .training = objective != nullptr,
                                                               .objective = objective,
                                                               .taps = {},
                                                               .timed = options.timed})
{
    std::vector<const float*> inputs;
    for (std::size_t i = 0; i < network.inputs().size(); ++i) {
        m_inputs.emplace_back(options.batch * network.inputShape(static_cast<int>(i)).elements());
        fillRandomly(m_inputs.back(), i, 0);
        inputs.push_back(m_inputs.back().data());
    }
    std::vector<const float*> targets;
    for (std::size_t o = 0; objective && o < objective->outputs.size(); ++o) {
        const Objective::Output& output = objective->outputs[o];
        m_targets.emplace_back(options.batch * output.targetElements);
        const bool classes = output.type->sparseTarget || output.classes == 1;
        fillRandomly(m_targets.back(), 1000 + o,
                     classes ? static_cast<std::uint64_t>(std::max<Index>(output.classes, 2)) : 0);
        targets.push_back(m_targets.back().data());
    }
    m_plan.setWeights(m_weights.data());
    m_plan.setInputs(inputs);
    if (objective)
        m_plan.setTargets(targets);
}

void BenchStep::run(Workers& workers)
{
    m_plan.run(workers, m_seed, m_step++);
    if (m_trains)
        m_updater.apply(workers, m_weights.data(), m_plan.gradients());
}

} // namespace lamina
