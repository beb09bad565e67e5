#include "tests/laws/kernel_bench.h"

namespace lamina::test {

namespace {
constexpr float guardValue = -7777.25F;

std::vector<Guarded> rubbishLike(const std::vector<Numbers>& like, float rubbish)
{
    std::vector<Guarded> arrays;
    for (const Numbers& each : like)
        arrays.emplace_back(static_cast<Index>(each.size()), rubbish);
    return arrays;
}

std::vector<Guarded> copies(const std::vector<Numbers>& of)
{
    std::vector<Guarded> arrays = rubbishLike(of, 0);
    for (std::size_t i = 0; i < of.size(); ++i)
        std::ranges::copy(of[i], arrays[i].data());
    return arrays;
}

template <typename Pointer>
std::vector<Pointer> places(std::vector<Guarded>& arrays)
{
    std::vector<Pointer> pointers;
    for (Guarded& array : arrays)
        pointers.push_back(array.data());
    return pointers;
}

std::vector<Numbers> values(const std::vector<Guarded>& arrays)
{
    std::vector<Numbers> lists;
    for (const Guarded& array : arrays)
        lists.push_back(array.values());
    return lists;
}

// What a Masking layer makes of a step's numbers.
Numbers maskOf(Numbers& x, Index width)
{
    Numbers mask;
    for (auto step = x.begin(); step != x.end(); step += width) {
        const bool real = std::any_of(step, step + width, [](float v) { return v != passedOver; });
        mask.push_back(real ? 1 : 0);
        if (!real)
            std::fill(step, step + width, 0.0F);
    }
    return mask;
}

// Numbers of the mask that the layer makes itself.
Index ownMask(const NetworkLayer& layer, Index samples)
{
    if (layer.type->mask != MaskRule::Makes && layer.type->mask != MaskRule::Joins)
        return 0;
    const int axes = layer.maskAxes[0];
    const std::vector<Index>& sizes = layer.signature.outputs[0].sizes();
    return axes < 0 ? 0 : samples * Shape(std::vector<Index>(sizes.begin(), sizes.begin() + axes)).elements();
}

bool same(const std::vector<Guarded>& arrays, const std::vector<Numbers>& lists)
{
    for (std::size_t i = 0; i < lists.size(); ++i)
        if (!sameBits(arrays[i].values(), lists[i]))
            return false;
    return true;
}
} // namespace

Guarded::Guarded(Index count, float filling) : m_memory(count + 2 * guard), m_count(count)
{
    std::ranges::fill(m_memory.values(), guardValue);
    fill(filling);
}

Numbers Guarded::values() const
{
    const float* first = m_memory.data() + guard;
    return {first, first + m_count};
}

void Guarded::fill(float filling)
{
    std::fill_n(data(), m_count, filling);
}

bool Guarded::guardsHold() const
{
    const float* before = m_memory.data();
    const float* after = before + guard + m_count;
    return std::all_of(before, before + guard, [](float v) { return v == guardValue; })
        && std::all_of(after, after + guard, [](float v) { return v == guardValue; });
}

std::unique_ptr<Kernel> KernelBench::compile(bool training) const
{
    const NetworkLayer& layer = m_one.layer();
    const Attributes attributes(layer.type->fields, layer.spec.config);
    return layer.type->compile({.attributes = attributes,
                                .inputs = layer.inputs,
                                .signature = layer.signature,
                                .samples = m_one.batch(),
                                .training = training,
                                .trainable = layer.trainable,
                                .activation = layer.activation,
                                .maskAxes = layer.inputMaskAxes});
}

KernelOutcome KernelBench::run(const KernelRun& how) const
{
    const std::unique_ptr<Kernel> kernel = compile(how.training);
    const Workspace wants = kernel->workspace();
    const NetworkLayer& layer = m_one.layer();
    std::vector<Numbers> x = m_one.x;
    std::vector<const float*> masks(x.size(), nullptr);
    Numbers mask;
    if (layer.inputMaskAxes[0] >= 0) {
        mask = maskOf(x[0], layer.inputs[0][-1]);
        masks[0] = mask.data();
    }
    const std::vector<Numbers>& dy = m_one.dy;
    const std::vector<Numbers>& parameters = m_one.parameters;
    std::vector<Guarded> inputs = copies(x);
    std::vector<Guarded> outputs = rubbishLike(dy, how.rubbish);
    std::vector<Guarded> outputGradients = copies(dy);
    std::vector<Guarded> inputGradients = rubbishLike(x, how.rubbish);
    std::vector<Guarded> variables = copies(parameters);
    std::vector<Guarded> variableGradients = rubbishLike(parameters, how.rubbish);
    Guarded saved(wants.saved, how.rubbish);
    Guarded scratch(wants.scratch, how.rubbish);
    Guarded packed(wants.packed, how.rubbish);
    Guarded own(wants.sums, how.rubbish);
    Guarded merged(wants.sums, how.rubbish);
    Guarded made(ownMask(layer, m_one.batch()), how.rubbish);

    const auto xs = places<const float*>(inputs);
    auto ys = places<float*>(outputs);
    const auto dys = places<const float*>(outputGradients);
    auto dxs = places<float*>(inputGradients);
    if (how.inPlace) {
        ys[0] = inputs[0].data();
        dxs[0] = outputGradients[0].data();
    }
    if (!how.wantsDx)
        std::ranges::fill(dxs, nullptr);
    const auto variablesNow = places<const float*>(variables);
    const auto state = places<float*>(variables);
    auto gradients = places<float*>(variableGradients);
    for (std::size_t v = 0; v < gradients.size(); ++v)
        if (!m_one.network().variables()[static_cast<std::size_t>(layer.variables[v])].trainable
            || !how.wantsParameterGradients)
            gradients[v] = nullptr;

    kernel->pack(variablesNow, packed.data());
    Pass pass{.x = xs,
              .y = ys,
              .dy = {},
              .dx = {},
              .parameters = variablesNow,
              .parameterGradients = {},
              .masks = masks,
              .yMask = made.values().empty() ? nullptr : made.data(),
              .saved = saved.data(),
              .scratch = scratch.data(),
              .sums = own.data(),
              .packed = packed.data(),
              .samples = m_one.batch(),
              .random = CounterRandom(3, RandomPurpose::Dropout, {1})};
    const auto takeMerged = [&] {
        std::copy_n(own.data(), wants.sums, merged.data());
        own.fill(how.rubbish); // the next meeting writes there while others still read
    };
    if (kernel->meetsForward()) {
        kernel->collectForward(pass);
        takeMerged();
        kernel->meetForward({.sums = merged.data(), .batch = m_one.batch(), .parameters = state});
    }
    scratch.fill(how.rubbish);
    pass.sums = merged.data();
    kernel->forward(pass);

    KernelOutcome outcome;
    outcome.y = values(how.inPlace ? inputs : outputs);
    if (how.backward) {
        if (how.spoilsUnread && !kernel->backwardReadsInput())
            for (Guarded& input : inputs)
                input.fill(how.rubbish);
        if (how.spoilsUnread && !kernel->backwardReadsOutput())
            for (Guarded& output : outputs)
                output.fill(how.rubbish);
        scratch.fill(how.rubbish);
        merged.fill(how.rubbish);
        pass.dy = dys;
        pass.dx = dxs;
        pass.parameterGradients = gradients;
        pass.sums = own.data();
        if (kernel->meetsBackward()) {
            kernel->collectBackward(pass);
            takeMerged();
            scratch.fill(how.rubbish);
        }
        pass.sums = merged.data();
        kernel->backward(pass);
        if (how.wantsDx)
            outcome.dx = values(how.inPlace ? outputGradients : inputGradients);
        for (std::size_t v = 0; v < gradients.size(); ++v)
            outcome.gradients.push_back(gradients[v] ? variableGradients[v].values() : Numbers());
    }
    outcome.parameters = values(variables);
    outcome.mask = made.values();
    const auto hold = [](const std::vector<Guarded>& arrays) {
        return std::ranges::all_of(arrays, &Guarded::guardsHold);
    };
    for (const auto* arrays :
         {&inputs, &outputs, &outputGradients, &inputGradients, &variables, &variableGradients})
        outcome.guardsHeld = outcome.guardsHeld && hold(*arrays);
    for (const Guarded* array : {&saved, &scratch, &packed, &own, &merged, &made})
        outcome.guardsHeld = outcome.guardsHeld && array->guardsHold();
    outcome.inputsUntouched =
        how.inPlace || how.spoilsUnread || (same(inputs, x) && same(outputGradients, dy));
    for (std::size_t v = 0; v < parameters.size(); ++v)
        if (layer.signature.parameters[v].trainable)
            outcome.inputsUntouched =
                outcome.inputsUntouched && sameBits(outcome.parameters[v], parameters[v]);
    return outcome;
}

} // namespace lamina::test
