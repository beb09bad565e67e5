// One layer on numbers worked out by hand.
#pragma once

#include "tests/support/one_layer.h"

#include <cassert>

namespace lamina::test {

// `parameters` in the order of the variables; empty: as they start. dy is 1 everywhere.
inline OneLayer handWorked(const std::string& className, const char* config, const Shape& shape, Numbers x,
                           std::vector<Numbers> parameters = {})
{
    const Index samples = static_cast<Index>(x.size()) / shape.elements();
    Result<OneLayer> made = OneLayer::make(className, Json::parse(config), {shape}, samples);
    assert(made);
    made->x = {std::move(x)};
    const Index outputs = samples * made->layer().signature.outputs[0].elements();
    made->dy = {Numbers(static_cast<std::size_t>(outputs), 1)};
    const Buffer start = made->network().initialWeights(1);
    for (const Variable& variable : made->network().variables()) {
        const float* values = start.data() + variable.offset;
        made->parameters.emplace_back(values, values + variable.count);
    }
    for (std::size_t v = 0; v < parameters.size(); ++v)
        made->parameters[v] = std::move(parameters[v]);
    return std::move(*made);
}

} // namespace lamina::test
