// A layer compiled for one lane: a fixed number of samples. A kernel belongs to its lane, and a lane to one
// thread at a time, so it may keep what the library underneath wants to keep between calls; what it computes
// depends on its Pass alone.
#pragma once

#include "engine/core/fields.h"
#include "engine/core/random.h"
#include "engine/core/shape.h"

#include <memory>
#include <optional>
#include <span>

namespace lamina {

enum class ActivationKind {
    Linear,
    Relu,
    Sigmoid,
    Tanh,
    Softmax,
    Elu,
    Selu,
    Softplus,
    Softsign,
    Swish,
    Gelu,
    Exponential,
    HardSigmoid,
    Mish
};

// What convolutions and dense layers multiply; sums, weights, losses and all other layers are float32 in
// either.
enum class Precision { Float32, MixedBfloat16 };

struct Signature;

struct KernelRequest {
    const Attributes& attributes;
    std::span<const Shape> inputs; // without the batch
    const Signature& signature;
    Index samples; // in this lane
    bool training; // false: forward alone, in inference mode
    bool trainable = true; // the layer's `trainable`
    ActivationKind activation = ActivationKind::Linear; // what the plan will apply to the output
    // For each input, how many of its leading axes its mask covers; -1, or no entry: it carries none.
    std::span<const int> maskAxes = {};
    // The input is what a relu gave, and nobody else reads it: a kernel that can may undo that relu, too.
    bool afterRelu = false;
    Precision precision = Precision::Float32;
};

// Memory that a kernel wants, in floats for each lane.
struct Workspace {
    Index saved = 0; // kept from forward to backward
    Index scratch = 0; // free between calls
    Index sums = 0; // merged over the lanes at a meeting point
    Index packed =
        0; // parameters in the kernel's own layout, made once a step by pack() and read by all lanes
};

// Where the numbers stand that a kernel works on. Whatever a kernel writes it overwrites wholly: buffers hold
// anything before.
struct Pass {
    std::span<const float* const> x; // inputs, samples × shape each
    std::span<float* const> y; // outputs
    std::span<const float* const> dy; // gradients of the outputs
    std::span<float* const> dx; // gradients of the inputs; nullptr where nobody wants one
    std::span<const float* const> parameters; // in the signature's order
    std::span<float* const> parameterGradients; // nullptr for what is not trained
    // Masks of the inputs: 1 for what is real, 0 for what is to be passed over, one number for each entry
    // along the leading axes. nullptr, or no entry: the input carries none.
    std::span<const float* const> masks = {};
    float* yMask = nullptr; // written by layers whose MaskRule is Makes or Joins
    float* saved = nullptr;
    float* scratch = nullptr;
    float* sums = nullptr;
    const float* packed = nullptr;
    Index samples = 0;
    Index firstSample = 0; // of this lane, within the batch
    CounterRandom random{
        0, RandomPurpose::Dropout}; // of this layer and step; positions count over the whole batch
    std::uint64_t step = 0;

    const float* mask(std::size_t input = 0) const { return input < masks.size() ? masks[input] : nullptr; }
};

// A layer's own `seed` makes its randomness independent of the project's seed and of its place in the
// network.
inline CounterRandom randomOf(const Pass& pass, std::optional<std::uint64_t> seed)
{
    return seed ? CounterRandom(*seed, RandomPurpose::Dropout, {pass.step}) : pass.random;
}

// At a meeting point, after the lanes' sums were merged.
struct Meeting {
    float* sums; // of the whole batch; the lanes read it afterwards as Pass::sums
    Index batch;
    std::span<float* const> parameters; // state may be written: moving averages
};

class Kernel {
public:
    virtual ~Kernel() = default;
    virtual Workspace workspace() const { return {}; }
    // True if forward() has already applied the activation of the request.
    virtual bool appliedActivation() const { return false; }
    // True if backward() gives the gradient of what went into the relu before this layer (see
    // KernelRequest::afterRelu).
    virtual bool undoesRelu() const { return false; }
    // Whether backward() reads x, y: what nobody reads, the plan may overwrite.
    virtual bool backwardReadsInput() const { return true; }
    virtual bool backwardReadsOutput() const { return true; }
    // True if y may be the same memory as x, and dx the same as dy (elementwise layers).
    virtual bool inPlace() const { return false; }
    // True if y is x, number for number (reshapes): the plan lets both share memory and calls neither
    // forward() nor backward().
    virtual bool isView() const { return false; }

    // Once a step, before any lane runs.
    virtual void pack(std::span<const float* const> /*parameters*/, float* /*packed*/) const { }

    virtual void forward(const Pass&) const = 0;
    virtual void backward(const Pass&) const = 0;

    // Layers that need the whole batch. collect… fills Pass::sums from this lane, merge… adds another lane's
    // to it (called along a fixed binary tree), meet… is called once with the result; then forward() or
    // backward() run with it in Pass::sums.
    virtual bool meetsForward() const { return false; }
    virtual bool meetsBackward() const { return false; }
    virtual void collectForward(const Pass&) const { }
    virtual void collectBackward(const Pass&) const { }
    virtual void mergeForward(float* /*into*/, const float* /*other*/) const { }
    virtual void mergeBackward(float* /*into*/, const float* /*other*/) const { }
    virtual void meetForward(const Meeting&) const { }

protected:
    Kernel() = default;
    Kernel(const Kernel&) = default;
    Kernel& operator=(const Kernel&) = default;
};

} // namespace lamina
