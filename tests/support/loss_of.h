// A loss on numbers worked out by hand.
#pragma once

#include "engine/model/loss_type.h"
#include "tests/support/numbers.h"

#include <cassert>

namespace lamina::test {

struct LossOf {
    std::vector<double> values; // of each sample
    Numbers gradient; // of their sum
};

// Rows of `classes` numbers, a row a sample.
inline LossOf lossOf(const char* name, const Numbers& prediction, const Numbers& target, Index classes,
                     const char* config = "{}", bool logits = false)
{
    const LossType* type = losses::find(name);
    assert(type);
    const Attributes attributes(type->fields, Json::parse(config));
    const Index samples = static_cast<Index>(prediction.size()) / classes;
    LossOf found{std::vector<double>(static_cast<std::size_t>(samples)), Numbers(prediction.size())};
    const LossFunction loss =
        logits ? type->compileFromLogits(attributes) : *type->compile(attributes, {Shape{classes}});
    loss({.prediction = prediction.data(),
          .target = target.data(),
          .samples = samples,
          .positions = 1,
          .classes = classes,
          .sampleLoss = found.values.data(),
          .gradient = found.gradient.data(),
          .scale = 1});
    return found;
}

} // namespace lamina::test
