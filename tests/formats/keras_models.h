// Small models that the tests of Keras' files write and read.
#pragma once

#include "engine/formats/keras_h5.h"
#include "engine/model/nested.h"

namespace keras_models {

using namespace lamina;

// A chain as people build it, with a layer of each kind of variables.
inline ModelSpec chain()
{
    ModelSpec model;
    model.layers = {
        {"InputLayer", "input", {{"shape", {6, 6, 1}}}, {}},
        {"Conv2D", "conv", {{"filters", 3}, {"kernel_size", 3}, {"padding", "same"}}, {{"input", 0}}},
        {"BatchNormalization", "norm", Json::object(), {{"conv", 0}}},
        {"LeakyReLU", "leaky", {{"alpha", 0.2}}, {{"norm", 0}}},
        {"Flatten", "flatten", Json::object(), {{"leaky", 0}}},
        {"Dropout", "drop", {{"rate", 0.25}}, {{"flatten", 0}}},
        {"Dense", "digit", {{"units", 4}, {"activation", "softmax"}}, {{"drop", 0}}}};
    return model;
}

// Two branches of the same kinds and sizes, listed in another order than Keras would.
inline ModelSpec branches()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {5}}}, {}},
                    {"Dense", "right", {{"units", 3}}, {{"input", 0}}},
                    {"Dense", "left", {{"units", 3}}, {{"input", 0}}},
                    {"Add", "sum", Json::object(), {{"left", 0}, {"right", 0}}},
                    {"Dense", "last", {{"units", 2}}, {{"sum", 0}}}};
    return model;
}

// A backbone in a classifier, frozen in part or as a whole.
inline ModelSpec nested(bool frozen)
{
    ModelSpec inner;
    inner.layers = {
        {"InputLayer", "picture", {{"shape", {4, 4, 2}}}, {}},
        {"Conv2D", "a", {{"filters", 2}, {"kernel_size", 3}, {"trainable", false}}, {{"picture", 0}}},
        {"BatchNormalization", "b", Json::object(), {{"a", 0}}},
        {"Conv2D", "c", {{"filters", 3}, {"kernel_size", 2}}, {{"b", 0}}}};
    Json config = nestedConfig(inner);
    if (frozen)
        config["trainable"] = false;
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {4, 4, 2}}}, {}},
                    {"Functional", "backbone", config, {{"input", 0}}},
                    {"Flatten", "flatten", Json::object(), {{"backbone", 0}}},
                    {"Dense", "out", {{"units", 2}}, {{"flatten", 0}}}};
    return model;
}

// Every number another one, so that none can be in another's place unseen.
inline Buffer numbered(const Network& network)
{
    Buffer weights(network.weightCount());
    float next = 0.5F;
    for (const Variable& variable : network.variables())
        for (Index i = 0; i < variable.count; ++i)
            weights.data()[variable.offset + i] = next++;
    return weights;
}

inline bool sameNumbers(const Network& network, const Buffer& a, const Buffer& b)
{
    if (a.size() != network.weightCount() || b.size() != a.size())
        return false;
    for (const Variable& variable : network.variables())
        for (Index i = variable.offset; i < variable.offset + variable.count; ++i)
            if (a.data()[i] != b.data()[i])
                return false;
    return true;
}

} // namespace keras_models
