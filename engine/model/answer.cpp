#include "engine/model/answer.h"

#include <algorithm>

namespace lamina {

namespace {

// The activation that the output's layer ends with; Linear where it is not known.
ActivationKind lastActivation(const Network& network)
{
    const NetworkLayer& last = network.layers()[static_cast<std::size_t>(network.outputs().front().first)];
    return last.activation;
}

} // namespace

Answer answerFrom(const Network& network, std::span<const float> output,
                  const std::vector<std::string>& classNames)
{
    Answer answer;
    answer.values.assign(output.begin(), output.end());
    const ActivationKind activation = lastActivation(network);
    const bool twoClasses = activation == ActivationKind::Sigmoid && output.size() == 1;
    answer.isClass =
        twoClasses || (activation == ActivationKind::Softmax && network.outputShape().rank() == 1);
    if (!answer.isClass)
        return answer;
    if (twoClasses)
        answer.values = {1 - answer.values[0], answer.values[0]};
    // The first of equals, as argmax does.
    const auto highest = std::max_element(answer.values.begin(), answer.values.end());
    const auto index = static_cast<std::size_t>(highest - answer.values.begin());
    answer.probability = *highest;
    answer.className = index < classNames.size() ? classNames[index] : std::to_string(index);
    return answer;
}

} // namespace lamina
