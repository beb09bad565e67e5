// A small project that trains in moments.
#pragma once

#include "engine/model/project.h"

namespace lamina {

inline LayerSpec layer(const char* className, const char* name, const char* config,
                       std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

inline Project spirals()
{
    Project project;
    project.name = "spirals";
    project.seed = 11;
    project.data.source = "synthetic";
    project.data.options = Json::parse(R"({"generator": "spirals", "train": 203, "test": 40})");
    project.data.validationSplit = 0.2;
    project.training.epochs = 4;
    project.training.batchSize = 32;
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    project.training.metrics = {{"accuracy", Json::object()}};
    project.training.optimizer = {"Adam", Json::parse(R"({"learning_rate": 0.01})")};
    project.model.layers = {
        layer("InputLayer", "input", R"({"shape": [2]})", {}),
        layer("Dense", "hidden", R"({"units": 24, "activation": "relu"})", {{"input"}}),
        layer("BatchNormalization", "norm", "{}", {{"hidden"}}),
        layer("Dropout", "dropout", R"({"rate": 0.1})", {{"norm"}}),
        layer("Dense", "class", R"({"units": 3, "activation": "softmax"})", {{"dropout"}})};
    return project;
}

} // namespace lamina
