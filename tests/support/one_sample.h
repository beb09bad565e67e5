// What a layer makes of one sample worked out by hand, what shape it announces, and what it refuses.
#pragma once

#include "tests/support/hand_worked.h"

namespace lamina::test {

struct OneSample {
    const char* layer;
    const char* config;
    Shape shape;
    Numbers x;
    std::vector<Numbers> parameters = {};
    Numbers dy = {}; // empty: 1 everywhere
};

inline LayerStep worked(const OneSample& given)
{
    OneLayer layer = handWorked(given.layer, given.config, given.shape, given.x, given.parameters);
    if (!given.dy.empty())
        layer.dy = {given.dy};
    return layer.run();
}

// What a person is told about a layer that cannot be; empty if it can.
inline std::string refusal(const char* layer, const char* config, const Shape& shape)
{
    const Result<OneLayer> made = OneLayer::make(layer, Json::parse(config), {shape}, 1);
    return made ? std::string() : sentence(made.faults());
}

inline Shape outputShape(const char* layer, const char* config, const Shape& shape)
{
    const Result<OneLayer> made = OneLayer::make(layer, Json::parse(config), {shape}, 1);
    return made ? made->layer().signature.outputs[0] : Shape{};
}

} // namespace lamina::test
