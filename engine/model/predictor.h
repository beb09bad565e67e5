// Answers for single samples or small batches, on the caller's thread alone. Not for two threads at once.
#pragma once

#include "engine/model/network.h"

namespace lamina {

class Predictor {
public:
    explicit Predictor(std::shared_ptr<const Network> network, Index batch = 1, int threads = 1);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    // `inputs`: batch × input elements, preprocessed. Gives batch × output elements, valid until the next
    // call.
    std::span<const float> run(std::span<const float> inputs, const Buffer& weights);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lamina
