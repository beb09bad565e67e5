// Networks to start from, each in one file of engine/model/templates: a function of what comes in and what
// shall come out.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"
#include "engine/model/model_spec.h"

#include <span>

namespace lamina {

// What a network shall learn, as far as its form depends on it.
struct ModelTask {
    enum class Ending {
        Classes, // a probability for each of `outputs` classes
        YesOrNo, // the probability of the second of two classes
        Numbers, // `outputs` numbers as they are
    };
    Shape input; // of one sample
    Index ids = 0; // above 0: whole numbers below it come in, which stand for things
    Index outputs = 10;
    Ending ending = Ending::Classes;
    // Without it a network that can be had so ends with the features that its classifier would read, as in
    // Keras' include_top.
    bool top = true;

    bool operator==(const ModelTask&) const = default;
};

struct ModelTemplate {
    const char* id; // "vgg16"; stands in scripts: never renamed
    TextId title;
    TextId line; // one sentence
    TextId data; // what it is made for: "Pictures of 32 × 32 or more"
    int place; // among the others when they are offered
    ModelTask usual;
    // The fault says what would have to come in.
    Result<ModelSpec> (*build)(const ModelTask&);
    bool topIsOptional = false;
    bool givesInputBack = false; // learns to give what came in, whatever the task's ending
};

namespace templates {
std::span<const ModelTemplate* const> all(); // as their files are called
std::vector<const ModelTemplate*> inOrder(); // the simplest first
const ModelTemplate* find(std::string_view id);
} // namespace templates

// Why a picture of this shape cannot come in: it is none, or its sides are shorter than `side`.
std::optional<Fault> pictureFault(const Shape& input, Index side);

} // namespace lamina
