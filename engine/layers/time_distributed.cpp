// TimeDistributed: the layer inside, applied to each step as if it were a sample.   x [steps, ...]
// y [steps, what the layer makes of the rest]
#include "engine/core/buffer.h"
#include "engine/model/applied_activation.h"
#include "engine/model/wrapped_layer.h"

#include <algorithm>

namespace lamina::layers {

namespace {
constexpr std::array examplesInside{R"({"class_name": "Dense", "config": {"units": 32}})"};
const std::array wrapperFields{
    wrappedField("layer", nullptr, examplesInside,
                 LAMINA_TEXT("layers", "What is done with each step: {\"class_name\": …, \"config\": {…}}"))};

Shape ofOneStep(const Shape& x)
{
    return Shape(std::vector<Index>(x.sizes().begin() + 1, x.sizes().end()));
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() < 2)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "There are no steps in %1"), x.text()),
                     {},
                     LAMINA_TEXT("layers", "give it steps of numbers (steps, numbers)")};
    const Result<WrappedLayer> inner = readWrapped(attributes.value("layer"), "layer");
    if (!inner)
        return inner.faults();
    const Shape step = ofOneStep(x);
    Result<Signature> result = inner->type->signature(inner->attributes(), {&step, 1});
    if (!result)
        return result;
    if (result->outputs.size() != 1)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "The layer inside has several outputs"),
                     {.path = "config.layer"},
                     LAMINA_TEXT("layers", "let it give one: set return_state to false")};
    std::vector<Index> y{x[0]};
    y.insert(y.end(), result->outputs[0].sizes().begin(), result->outputs[0].sizes().end());
    result->outputs = {Shape(std::move(y))};
    result->flops *= static_cast<double>(x[0]);
    for (ParameterSpec& parameter : result->parameters)
        parameter.trainable = parameter.trainable && inner->trainable;
    return result;
}

// Samples and steps lie one behind the other, so the inner kernel simply sees more samples.
class StepByStep final : public Kernel {
public:
    explicit StepByStep(const KernelRequest& request)
        : m_inner(wrapped(request.attributes.value("layer"))), m_config(m_inner.attributes()),
          m_steps(request.inputs[0][0]), m_shape(ofOneStep(request.inputs[0])),
          m_signature(*m_inner.type->signature(m_config, {&m_shape, 1}))
    {
        m_activation = activationOf(*m_inner.type, m_config, {&m_shape, 1});
        m_kernel = m_inner.type->compile({.attributes = m_config,
                                          .inputs = {&m_shape, 1},
                                          .signature = m_signature,
                                          .samples = request.samples * m_steps,
                                          .training = request.training,
                                          .trainable = request.trainable && m_inner.trainable,
                                          .activation = m_activation});
        const Index elements = request.samples * m_steps * m_signature.outputs[0].elements();
        m_activates = m_activation != ActivationKind::Linear && !m_kernel->appliedActivation();
        m_sums = m_activates && request.training ? roundedToCacheLine(elements) : 0;
        m_own = m_kernel->workspace();
        m_innerMask = m_inner.type->mask == MaskRule::Makes ? roundedToCacheLine(elements) : 0;
    }

    // Behind what the inner kernel keeps: what goes into its activation, and a mask that nobody reads.
    Workspace workspace() const override
    {
        Workspace wants = m_own;
        wants.saved = roundedToCacheLine(m_own.saved) + m_sums + m_innerMask;
        wants.scratch = roundedToCacheLine(m_own.scratch) + m_sums;
        return wants;
    }
    bool backwardReadsInput() const override { return m_kernel->backwardReadsInput(); }
    bool backwardReadsOutput() const override { return m_activates || m_kernel->backwardReadsOutput(); }
    void pack(std::span<const float* const> parameters, float* packed) const override
    {
        m_kernel->pack(parameters, packed);
    }

    void forward(const Pass& outer) const override
    {
        Pass p = inside(outer);
        float* y = m_sums > 0 ? sums(outer) : outer.y[0];
        p.y = {&y, 1};
        m_kernel->forward(p);
        if (m_activates)
            activate(m_activation, y, outer.y[0], rows(p), width());
    }
    void backward(const Pass& outer) const override
    {
        Pass p = inside(outer);
        const float* dy = outer.dy[0];
        float* y = outer.y[0];
        if (m_activates) {
            float* gradient = outer.scratch + roundedToCacheLine(m_own.scratch);
            activateBackward(m_activation, sums(outer), y, dy, gradient, rows(p), width());
            dy = gradient;
            y = sums(outer);
        }
        p.y = {&y, 1};
        p.dy = {&dy, 1};
        m_kernel->backward(p);
    }

    bool meetsForward() const override { return m_kernel->meetsForward(); }
    bool meetsBackward() const override { return m_kernel->meetsBackward(); }
    void collectForward(const Pass& outer) const override { m_kernel->collectForward(inside(outer)); }
    void collectBackward(const Pass& outer) const override
    {
        assert(!m_activates && "a layer that meets has no activation of its own");
        m_kernel->collectBackward(inside(outer));
    }
    void mergeForward(float* into, const float* other) const override { m_kernel->mergeForward(into, other); }
    void mergeBackward(float* into, const float* other) const override
    {
        m_kernel->mergeBackward(into, other);
    }
    void meetForward(const Meeting& meeting) const override
    {
        Meeting inner = meeting;
        inner.batch *= m_steps;
        m_kernel->meetForward(inner);
    }

private:
    Pass inside(const Pass& outer) const
    {
        Pass p = outer;
        p.masks = {};
        p.yMask = m_innerMask > 0 ? sums(outer) + m_sums : nullptr;
        p.samples *= m_steps;
        p.firstSample *= m_steps;
        return p;
    }
    float* sums(const Pass& outer) const { return outer.saved + roundedToCacheLine(m_own.saved); }
    Index width() const { return m_signature.outputs[0].rank() > 0 ? m_signature.outputs[0][-1] : 1; }
    Index rows(const Pass& inner) const
    {
        return inner.samples * m_signature.outputs[0].elements() / width();
    }

    WrappedLayer m_inner;
    Attributes m_config;
    Index m_steps;
    Shape m_shape;
    Signature m_signature;
    std::unique_ptr<Kernel> m_kernel;
    ActivationKind m_activation = ActivationKind::Linear;
    bool m_activates = false;
    Index m_sums = 0; // floats
    Index m_innerMask = 0;
    Workspace m_own;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<StepByStep>(request);
}
} // namespace

const LayerType& time_distributed()
{
    static const LayerType type{
        .className = "TimeDistributed",
        .label = LAMINA_TEXT("layers", "Time distributed"),
        .help = LAMINA_TEXT("layers", "Does the same with each step of a sequence"),
        .family = Family::Recurrent,
        .fields = wrapperFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"layer": {"class_name": "Dense", "config": {"units": 3}}})", {{4, 2}}},
                     {R"({"layer": {"class_name": "Softmax"}})", {{2, 4}}},
                     {R"({"layer": {"class_name": "Dense", "config": {"units": 2, "activation": "gelu"}}})",
                      {{3, 5}}},
                     {R"({"layer": {"class_name": "Conv2D", "config": {"filters": 2, "kernel_size": 2}}})",
                      {{2, 3, 3, 1}}},
                     {R"({"layer": {"class_name": "BatchNormalization", "config": {}}})", {{3, 2}}},
                     {R"({"layer": {"class_name": "Flatten", "config": {}}})", {{2, 2, 2}}},
                     {R"({"layer": {"class_name": "Dropout", "config": {"rate": 0.5}}})", {{3, 4}}},
                     {R"({"layer": {"class_name": "GRU", "config": {"units": 2}}})", {{2, 3, 2}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
