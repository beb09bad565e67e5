// What a layer tells about itself, in one file of engine/layers. From this one declaration come the palette,
// the inspector's form, the project file, validation, the summary and the training plan.
#pragma once

#include "engine/core/fields.h"
#include "engine/model/adaptation.h"
#include "engine/model/kernel.h"

namespace lamina {

enum class Family {
    Input,
    Linear,
    Convolution,
    Pooling,
    Normalisation,
    Activation,
    Regularisation,
    ShapeChange,
    Joining,
    Recurrent,
    Augmentation,
};

// What becomes of a mask, which says of each entry along a tensor's leading axes (of each time step, mostly)
// whether it is real: Keras' supports_masking and compute_mask. Which tensors carry one is known beforehand.
enum class MaskRule {
    Stops, // the outputs carry none
    Passes, // the outputs carry that of the first input
    Makes, // the kernel writes one to Pass::yMask, for all axes but the last
    Joins, // the same if any input carries one, for as many axes as the longest of them
};

// A variable of a layer, in Keras' order and with Keras' name.
struct ParameterSpec {
    std::string name; // "kernel"
    Shape shape;
    Json initializer; // as the field gives it: "glorot_uniform" or {class_name, config}
    bool trainable = true; // false: kept by the layer itself, as the moving mean of BatchNormalization
    // As the fields give them: null, "l2", or {class_name, config}.
    Json regularizer = nullptr; // a penalty on its size, added to the loss
    Json constraint = nullptr; // what it is brought back to after each update
};

// What a layer makes of its inputs.
struct Signature {
    std::vector<Shape> outputs;
    std::vector<ParameterSpec> parameters;
    // Multiplications and additions of one sample's forward pass; decides how work is cut.
    double flops = 0;
    Json activityRegularizer = nullptr; // a penalty on what comes out
};

// A case on which the laws are tried: config and input shapes.
struct Example {
    const char* config; // JSON
    std::vector<Shape> inputs;
    // Above 0: the inputs are whole numbers below it, as an Embedding reads them, and have no gradient.
    Index wholeNumbersBelow = 0;
    // The first input carries a mask over its axes but the last, as from a Masking layer.
    bool masked = false;
};

struct LayerType {
    const char* className; // Keras' name; stands in project files: never renamed
    TextId label;
    TextId help; // one line
    Family family;
    std::span<const Field> fields;
    int minimumInputs = 1;
    int maximumInputs = 1;
    // Shapes without the batch. The faults need no place: the caller knows the layer.
    Result<Signature> (*signature)(const Attributes&, std::span<const Shape> inputs);
    // nullptr only for InputLayer. Asked with attributes and shapes that signature() accepted.
    std::unique_ptr<Kernel> (*compile)(const KernelRequest&);
    // The field that names an activation applied to the output, or nullptr. The plan applies it; the layer
    // may take it over for speed (Kernel::appliedActivation).
    const char* activationField = nullptr;
    // The same for a layer that is an activation without a field that names it (Softmax): so a loss may take
    // its input, too.
    ActivationKind (*activation)(const Attributes&, std::span<const Shape> inputs) = nullptr;
    // For layers that look at the training data before training starts: how, or nothing if these variables
    // have been filled already.
    std::unique_ptr<Adaptation> (*adapt)(const Attributes&, std::span<const Shape> inputs,
                                         std::span<float* const> parameters) = nullptr;
    std::vector<Example> examples;
    MaskRule mask = MaskRule::Stops;
    // How many of the outputs, from the first, carry the mask; nullptr: all.
    int (*maskedOutputs)(const Attributes&) = nullptr;
    // Where the inputs are ids: what they must stay below. nullptr: any numbers.
    Index (*idsBelow)(const Attributes&) = nullptr;
    const char* icon = nullptr; // resource name; nullptr: the family's
    // Keys that Keras writes into this layer's config and never reads.
    std::vector<std::string_view> idleKeys{};
};

// Every layer has these, too, and they are checked with the rest.
std::span<const Field> commonLayerFields();

namespace layers {
std::span<const LayerType* const> all();
const LayerType* find(std::string_view className);
} // namespace layers

} // namespace lamina
