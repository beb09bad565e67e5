// A model made ready: shapes inferred, variables laid out, weights initialised. Plans are compiled from it.
#pragma once

#include "engine/core/buffer.h"
#include "engine/model/layer_type.h"
#include "engine/model/model_spec.h"

#include <map>

namespace lamina {

// A variable's place in the network's one buffer of weights.
struct Variable {
    int layer = 0; // index into Network::layers()
    std::string name; // "kernel"
    Shape shape;
    Json initializer;
    Json regularizer; // as its layer's field gives it
    Json constraint;
    bool trainable = true; // the variable's own and its layer's `trainable`
    Index offset = 0; // floats; starts at a cache line
    Index count = 0;
};

struct NetworkLayer {
    LayerSpec spec;
    const LayerType* type = nullptr;
    std::vector<Shape> inputs;
    Signature signature;
    bool trainable = true;
    ActivationKind activation = ActivationKind::Linear;
    std::vector<int> inputLayers; // indices into layers(), in order
    std::vector<int> inputTensors; // which output of each
    std::vector<int> variables; // indices into variables()
    // How many leading axes the mask of each input and output covers; -1: it carries none.
    std::vector<int> inputMaskAxes;
    std::vector<int> maskAxes;
};

// One layer of the spec: a plain layer, or a nested model with all that is in it.
struct NetworkBlock {
    LayerSpec spec;
    std::vector<int> layers; // indices into layers(), in the order of computation
    std::vector<Shape> outputs;
};

// What is known of a layer while a person designs: also of a model with faults.
struct LayerAnalysis {
    std::vector<Shape> outputs; // empty where it could not be inferred
    Index parameters = 0;
    Index trainableParameters = 0;
    double flops = 0; // one sample, forward
    Faults faults;
};

struct ModelAnalysis {
    std::vector<LayerAnalysis> layers; // as in the spec
    Faults faults; // of the model as a whole, and all layers' together
    std::vector<int> order; // topological, by position in the spec where free; empty if there is a cycle
};

// Checks and infers all that can be, and goes on past faults.
ModelAnalysis analyse(const ModelSpec& spec);

class Network {
public:
    // Weights are zero until initialise() or a file fills them.
    static Result<Network> make(const ModelSpec& spec);

    const ModelSpec& spec() const { return m_spec; }
    const std::vector<NetworkLayer>& layers() const { return m_layers; } // in the order of computation
    // The same as the spec groups them: what a summary and a file have a row or group for.
    const std::vector<NetworkBlock>& blocks() const { return m_blocks; }
    const std::vector<Variable>& variables() const { return m_variables; }
    const std::vector<std::pair<int, int>>& inputs() const { return m_inputs; } // layer, tensor
    const std::vector<std::pair<int, int>>& outputs() const { return m_outputs; }
    Shape inputShape(int input = 0) const;
    Shape outputShape(int output = 0) const;
    // The spec's layer that the output is of: a nested model's name, not that of a layer in it.
    const std::string& outputName(int output) const;
    Index weightCount() const { return m_weightCount; } // floats in the buffer, padding included
    Index parameterCount() const; // numbers that mean something
    Index trainableParameterCount() const;

    // What plans of this network compute in; float32 unless said otherwise.
    Precision precision() const { return m_precision; }
    void setPrecision(Precision precision) { m_precision = precision; }

    // By Keras' initialisers; a pure function of the seed and each variable's place.
    Buffer initialWeights(std::uint64_t seed) const;

private:
    ModelSpec m_spec;
    std::vector<NetworkLayer> m_layers;
    std::vector<NetworkBlock> m_blocks;
    std::vector<Variable> m_variables;
    std::vector<std::pair<int, int>> m_inputs;
    std::vector<std::pair<int, int>> m_outputs;
    std::vector<std::string> m_outputNames;
    Index m_weightCount = 0;
    Precision m_precision = Precision::Float32;
};

} // namespace lamina
