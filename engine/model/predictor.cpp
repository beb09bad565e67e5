#include "engine/model/predictor.h"

#include "engine/core/pieces.h"
#include "engine/model/plan.h"

#include <cassert>

namespace lamina {

struct Predictor::State {
    State(std::shared_ptr<const Network> model, Index batch, int threads)
        : network(std::move(model)), plan(*network, {.batch = batch, .taps = {}}), workers(threads),
          output(static_cast<std::size_t>(batch * network->outputShape().elements()))
    {
    }
    std::shared_ptr<const Network> network;
    Plan plan;
    Workers workers;
    std::vector<float> output;
};

Predictor::Predictor(std::shared_ptr<const Network> network, Index batch, int threads)
    : m_state(std::make_unique<State>(std::move(network), batch, threads))
{
}

Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

std::span<const float> Predictor::run(std::span<const float> inputs, const Buffer& weights)
{
    assert(static_cast<Index>(inputs.size())
           == m_state->plan.batch() * m_state->network->inputShape().elements());
    assert(weights.size() == m_state->network->weightCount());
    const float* address = inputs.data();
    m_state->plan.setWeights(const_cast<float*>(weights.data())); // inference writes none
    m_state->plan.setInputs({&address, 1});
    m_state->plan.run(m_state->workers, 0, 0);
    m_state->plan.readOutput(0, m_state->output);
    return m_state->output;
}

} // namespace lamina
