#include "engine/model/plan_graph.h"

#include "engine/kernels/activation.h"

#include <algorithm>

namespace lamina {

namespace {
using Kernels = std::span<const std::unique_ptr<Kernel>>;

const Kernel& at(Kernels kernels, int op)
{
    return *kernels[static_cast<std::size_t>(op)];
}

template <typename T>
T& at(std::vector<T>& items, int index)
{
    return items[static_cast<std::size_t>(index)];
}

template <typename T>
const T& at(const std::vector<T>& items, int index)
{
    return items[static_cast<std::size_t>(index)];
}
} // namespace

PlanGraph::PlanGraph(const Network& network_, const PlanOptions& options_)
    : network(&network_), options(options_)
{
    const auto& layers = network->layers();
    m_layerTensors.resize(layers.size());
    for (int l = 0; l < static_cast<int>(layers.size()); ++l) {
        const NetworkLayer& layer = at(layers, l);
        if (!layer.type->compile) {
            m_layerTensors[static_cast<std::size_t>(l)] = {addTensor(layer.signature.outputs[0], -1)};
            tensors.back().needsGradient = options.inputGradients && options.training;
            continue;
        }
        PlanOp op{.layer = l, .in = {}, .out = {}, .dx = {}};
        bool trains = false;
        for (const int variable : layer.variables)
            trains = trains || at(network->variables(), variable).trainable;
        for (std::size_t k = 0; k < layer.inputLayers.size(); ++k)
            op.in.push_back(at(at(m_layerTensors, layer.inputLayers[k]), layer.inputTensors[k]));
        for (const int tensor : op.in)
            trains = trains || at(tensors, tensor).needsGradient;
        const int self = static_cast<int>(ops.size());
        for (const Shape& shape : layer.signature.outputs)
            op.out.push_back(addTensor(shape, self));
        op.needsBackward = options.training && trains;
        m_layerTensors[static_cast<std::size_t>(l)] = op.out;
        ops.push_back(std::move(op));
        placeMasks(self);
        if (layer.activation != ActivationKind::Linear) {
            PlanOp activation{.layer = l,
                              .isActivation = true,
                              .in = at(ops, self).out,
                              .out = {},
                              .dx = {},
                              .needsBackward = at(ops, self).needsBackward};
            activation.out = {addTensor(layer.signature.outputs[0], self + 1)};
            const PlanTensor& before = at(tensors, activation.in[0]);
            PlanTensor& after = at(tensors, activation.out[0]);
            after.mask = before.mask;
            after.maskElements = before.maskElements;
            m_layerTensors[static_cast<std::size_t>(l)] = activation.out;
            ops.push_back(std::move(activation));
        }
        for (int o = self; o < static_cast<int>(ops.size()); ++o) {
            for (const int tensor : at(ops, o).in)
                at(tensors, tensor).consumers.push_back(o);
            for (const int tensor : at(ops, o).out)
                at(tensors, tensor).needsGradient = at(ops, o).needsBackward;
        }
    }
    for (int i = 0; i < static_cast<int>(network->inputs().size()); ++i) {
        const auto [layer, tensor] = at(network->inputs(), i);
        at(tensors, at(at(m_layerTensors, layer), tensor)).external = i;
    }
    for (int o = 0; o < static_cast<int>(network->outputs().size()); ++o) {
        const auto [layer, tensor] = at(network->outputs(), o);
        const int output = at(at(m_layerTensors, layer), tensor);
        outputTensors.push_back(output);
        const bool logits = options.objective && at(options.objective->outputs, o).fromLogits;
        lossTensors.push_back(logits ? at(ops, at(tensors, output).producer).in[0] : output);
    }
    for (std::size_t l = 0; options.objective && l < layers.size(); ++l)
        if (const Penalty penalty = penaltyOf(layers[l].signature.activityRegularizer); penalty.any())
            for (const int tensor : m_layerTensors[l])
                activities.push_back({.tensor = tensor, .penalty = penalty});
    for (const TensorRef& tap : options.taps)
        for (std::size_t l = 0; l < layers.size(); ++l)
            if (layers[l].spec.name == tap.layer)
                tapTensors.push_back(at(m_layerTensors[l], tap.index));
}

int PlanGraph::addTensor(const Shape& shape, int producer)
{
    tensors.push_back({.elements = shape.elements(), .producer = producer, .consumers = {}, .gradients = {}});
    return static_cast<int>(tensors.size()) - 1;
}

// A mask that is passed on is the same memory; one that is made stays to the end of the step, being small.
void PlanGraph::placeMasks(int index)
{
    PlanOp& op = at(ops, index);
    const NetworkLayer& layer = at(network->layers(), op.layer);
    for (const int tensor : op.in)
        op.inMasks.push_back(at(tensors, tensor).mask);
    for (std::size_t k = 0; k < op.out.size(); ++k) {
        if (layer.maskAxes[k] < 0)
            continue;
        PlanTensor& out = at(tensors, op.out[k]);
        const std::vector<Index>& sizes = layer.signature.outputs[k].sizes();
        out.maskElements =
            Shape(std::vector<Index>(sizes.begin(), sizes.begin() + layer.maskAxes[k])).elements();
        if (layer.type->mask == MaskRule::Passes) {
            out.mask = op.inMasks[0];
            continue;
        }
        if (op.outMask < 0) {
            op.outMask = static_cast<int>(values.size());
            values.push_back({.elements = out.maskElements, .first = index, .last = index});
        }
        out.mask = op.outMask;
    }
}

bool PlanGraph::masksOutputs() const
{
    return options.objective && std::any_of(outputTensors.begin(), outputTensors.end(), [this](int tensor) {
               return at(tensors, tensor).mask >= 0;
           });
}

std::unique_ptr<Kernel> PlanGraph::compile(int index, Index samples) const
{
    const PlanOp& op = at(ops, index);
    const NetworkLayer& layer = at(network->layers(), op.layer);
    if (op.isActivation)
        return makeActivationKernel(layer.activation, layer.signature.outputs[0]);
    const Attributes attributes(layer.type->fields, layer.spec.config);
    return layer.type->compile({.attributes = attributes,
                                .inputs = layer.inputs,
                                .signature = layer.signature,
                                .samples = samples,
                                .training = options.training,
                                .trainable = layer.trainable,
                                .activation = layer.activation,
                                .maskAxes = layer.inputMaskAxes,
                                .afterRelu = aloneAfterRelu(op),
                                .precision = network->precision()});
}

// Whether an op is the only one that ever reads what a relu gave. A tap of it would want its gradient, too.
bool PlanGraph::aloneAfterRelu(const PlanOp& op) const
{
    if (op.in.size() != 1)
        return false;
    const PlanTensor& in = at(tensors, op.in[0]);
    if (in.producer < 0 || in.consumers.size() != 1 || isKept(op.in[0]))
        return false;
    const PlanOp& before = at(ops, in.producer);
    return before.isActivation && at(network->layers(), before.layer).activation == ActivationKind::Relu;
}

void PlanGraph::arrange(Kernels kernels)
{
    shareMemory(kernels);
    if (options.training)
        placeGradients(kernels);
    measureLifetimes(kernels);
    order(kernels);
}

// Whatever somebody outside reads after the step.
bool PlanGraph::isKept(int tensor) const
{
    const auto among = [tensor](const std::vector<int>& list) {
        return std::find(list.begin(), list.end(), tensor) != list.end();
    };
    return among(outputTensors) || among(tapTensors) || (options.objective && among(lossTensors))
        || std::ranges::any_of(activities, [tensor](const ActivityPenalty& a) { return a.tensor == tensor; });
}

// Does anything but op itself read this memory after op has run?
bool PlanGraph::neededAfter(int value, int op, Kernels kernels) const
{
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        const PlanTensor& tensor = tensors[t];
        if (tensor.value != value)
            continue;
        if (isKept(static_cast<int>(t)))
            return true;
        if (tensor.producer >= 0 && at(ops, tensor.producer).needsBackward
            && at(kernels, tensor.producer).backwardReadsOutput())
            return true;
        for (const int consumer : tensor.consumers) {
            if (consumer > op)
                return true;
            if (at(ops, consumer).needsBackward && at(kernels, consumer).backwardReadsInput())
                return true;
        }
    }
    return false;
}

void PlanGraph::shareMemory(Kernels kernels)
{
    for (int o = 0; o < static_cast<int>(ops.size()); ++o) {
        PlanOp& op = at(ops, o);
        const Kernel& kernel = at(kernels, o);
        const bool view = kernel.isView();
        const bool applied = op.isActivation && at(kernels, o - 1).appliedActivation();
        op.runsForward = !view && !applied;
        for (std::size_t k = 0; k < op.out.size(); ++k) {
            PlanTensor& out = at(tensors, op.out[k]);
            const bool first = k == 0 && !op.in.empty();
            if (first && view) {
                out.value = at(tensors, op.in[0]).value;
                out.external = at(tensors, op.in[0]).external;
                if (out.value >= 0 || out.external >= 0)
                    continue;
            }
            const int shared = first ? at(tensors, op.in[0]).value : -1;
            if (applied || (shared >= 0 && kernel.inPlace() && !neededAfter(shared, o, kernels))) {
                out.value = shared;
                continue;
            }
            out.value = static_cast<int>(values.size());
            values.push_back({.elements = out.elements, .first = o, .last = o});
        }
    }
}

void PlanGraph::touch(int value, int moment)
{
    if (value < 0)
        return;
    PlanValue& v = at(values, value);
    v.first = std::min(v.first, moment);
    v.last = std::max(v.last, moment);
}

void PlanGraph::placeGradients(Kernels kernels)
{
    const int n = static_cast<int>(ops.size());
    const auto add = [&](int tensor, int moment) {
        values.push_back({.elements = at(tensors, tensor).elements, .first = moment, .last = moment});
        return static_cast<int>(values.size()) - 1;
    };
    for (const int tensor : lossTensors) {
        const bool wanted = options.objective && at(tensors, tensor).needsGradient;
        lossGradients.push_back(wanted ? add(tensor, n) : -1);
        if (wanted)
            at(tensors, tensor).gradients.push_back(lossGradients.back());
    }
    for (ActivityPenalty& activity : activities)
        if (at(tensors, activity.tensor).needsGradient) {
            activity.gradient = add(activity.tensor, n);
            at(tensors, activity.tensor).gradients.push_back(activity.gradient);
        }
    // The relu whose gradient the layer after it has taken in hand.
    const auto undone = [&](int o) {
        const std::vector<int>& readers = at(tensors, at(ops, o).out[0]).consumers;
        return at(ops, o).isActivation && readers.size() == 1 && aloneAfterRelu(at(ops, readers[0]))
            && at(kernels, readers[0]).undoesRelu();
    };
    for (PlanOp& op : ops)
        op.dx.assign(op.in.size(), -1);
    for (int o = n - 1; o >= 0; --o) {
        PlanOp& op = at(ops, o);
        const bool arrives = std::any_of(op.out.begin(), op.out.end(),
                                         [&](int t) { return !at(tensors, t).gradients.empty(); });
        if (!arrives || !op.needsBackward)
            continue;
        op.runsBackward = true;
        for (std::size_t k = 0; k < op.in.size(); ++k) {
            PlanTensor& in = at(tensors, op.in[k]);
            if (!in.needsGradient)
                continue;
            const bool shares = k == 0 && (at(kernels, o).inPlace() || at(kernels, o).isView() || undone(o));
            op.dx[k] = shares ? at(tensors, op.out[0]).gradients[0] : add(op.in[k], 2 * n - o);
            in.gradients.push_back(op.dx[k]);
        }
        if (at(kernels, o).isView() || undone(o))
            op.runsBackward = false;
    }
}

void PlanGraph::measureLifetimes(Kernels kernels)
{
    const int n = static_cast<int>(ops.size());
    for (const PlanOp& op : ops)
        touch(op.outMask, momentCount());
    for (int t = 0; t < static_cast<int>(tensors.size()); ++t) {
        const PlanTensor& tensor = at(tensors, t);
        for (const int consumer : tensor.consumers) {
            touch(tensor.value, consumer);
            if (at(ops, consumer).runsBackward && at(kernels, consumer).backwardReadsInput())
                touch(tensor.value, 2 * n - consumer);
        }
        if (tensor.producer >= 0) {
            touch(tensor.value, tensor.producer);
            if (at(ops, tensor.producer).runsBackward && at(kernels, tensor.producer).backwardReadsOutput())
                touch(tensor.value, 2 * n - tensor.producer);
        }
        if (isKept(t))
            touch(tensor.value, momentCount());
        // A gradient is read when its producer runs backward; that of an input, by whoever asked for it.
        for (const int gradient : tensor.gradients)
            touch(gradient, tensor.producer >= 0 ? 2 * n - tensor.producer : momentCount());
    }
}

void PlanGraph::order(Kernels kernels)
{
    const int n = static_cast<int>(ops.size());
    stages.emplace_back();
    const auto add = [&](Action action, int subject) {
        stages.back().instructions.push_back({action, subject});
    };
    const auto meet = [&](int op, bool forward) {
        stages.back().meetingOp = op;
        stages.back().meetsForward = forward;
        stages.emplace_back();
    };
    for (int o = 0; o < n; ++o) {
        if (!at(ops, o).runsForward)
            continue;
        if (at(kernels, o).meetsForward()) {
            add(Action::CollectForward, o);
            meet(o, true);
        }
        add(Action::Forward, o);
    }
    if (masksOutputs()) { // a loss is a mean over what is real in the whole batch
        add(Action::CountMasks, 0);
        stages.emplace_back();
    }
    if (options.objective)
        add(Action::Loss, 0);
    for (int o = n - 1; o >= 0; --o) {
        for (const int tensor : at(ops, o).out)
            if (at(tensors, tensor).gradients.size() > 1)
                add(Action::SumGradients, tensor);
        if (!at(ops, o).runsBackward)
            continue;
        if (at(kernels, o).meetsBackward()) {
            add(Action::CollectBackward, o);
            meet(o, false);
        }
        add(Action::Backward, o);
    }
    for (int t = 0; t < static_cast<int>(tensors.size()); ++t)
        if (at(tensors, t).producer < 0 && at(tensors, t).gradients.size() > 1)
            add(Action::SumGradients, t);
}

} // namespace lamina
