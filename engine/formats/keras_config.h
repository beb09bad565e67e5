// A model as the JSON that Keras keeps in its files (`model_config`, config.json), both ways.
#pragma once

#include "engine/core/fault.h"
#include "engine/formats/keras_words.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina::keras {

struct ReadModel {
    ModelSpec model;
    std::string name;
    std::vector<Text> notes; // what is a little different here
};

// {"class_name": "Sequential" or "Functional", "config": …} of any version, whatever file it stands in. All
// that Lamina has no word for is named, all at once. `version`: the Keras that wrote the file.
Result<ReadModel> readModelConfig(const Json& model, const std::string& file, Version version);

// Sequential where the layers are a chain. Without what compile() adds.
Json modelConfig(const Network& network, const std::string& name, Version version);

} // namespace lamina::keras
