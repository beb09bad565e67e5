// A whole project as a plain value: data, model, training and where the designer put the layers.
#pragma once

#include "engine/model/groups.h"
#include "engine/model/model_spec.h"

#include <cstdint>
#include <filesystem>
#include <map>

namespace lamina {

// A part by its Keras name: an optimizer, a loss, a callback, a preprocessing step.
struct PartSpec {
    std::string className;
    Json config = Json::object();

    bool operator==(const PartSpec&) const = default;
};

// "mse" or {class_name, config}; anything else gives a part without a class.
PartSpec partFrom(const Json& json);

struct DataSpec {
    std::string source = "synthetic";
    Json options = Json::object();
    std::string input; // "drawing", "picture", or empty: what fits the source
    std::string target; // "input": what comes in shall come out again; empty: what the source says
    double validationSplit = 0;
    std::vector<PartSpec> preprocess;
    std::vector<PartSpec> augment;

    bool operator==(const DataSpec&) const = default;
};

struct TrainingSpec {
    int epochs = 1;
    int batchSize = 32;
    bool shuffle = true;
    std::string precision = "float32";
    // Without a class: not chosen yet, or one for each output, whose names the config's keys are.
    PartSpec loss;
    Json lossWeights = nullptr; // what each output counts: a list, or an object keyed by output
    std::vector<PartSpec> metrics; // of every output
    std::map<std::string, std::vector<PartSpec>> outputMetrics; // or of single outputs, instead
    std::vector<PartSpec> weightedMetrics; // of every output; samples count by their weights
    Json classWeight = nullptr; // {"0": 1, "1": 2.5}: what a sample of each class counts in training
    int gradientAccumulationSteps = 1; // steps whose gradients are averaged before the weights change
    PartSpec optimizer{"RMSprop", Json::object()}; // Keras' default in compile()
    std::vector<PartSpec> callbacks;

    bool operator==(const TrainingSpec&) const = default;
};

struct CanvasPosition {
    double x = 0;
    double y = 0;
    bool operator==(const CanvasPosition&) const = default;
};

struct Project {
    std::string name;
    std::uint64_t seed = 0;
    DataSpec data;
    ModelSpec model;
    std::string weights; // file of the weights to start from, or empty
    TrainingSpec training;
    std::map<std::string, CanvasPosition> layout;
    LayerGroups groups; // blocks of layers on the canvas

    bool operator==(const Project&) const = default;
};

} // namespace lamina
