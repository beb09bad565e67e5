// SGD: a step against the gradient; with momentum v = μ v - lr g, w += v; Nesterov's w += μ v - lr g.
#include "engine/kernels/clones.h"
#include "engine/model/optimizer_type.h"
#include "engine/optimizers/optimizer_fields.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"sgd"};
const std::array sgdFields = fields::withCommon(
    std::array{fields::learningRate("0.01"), fields::momentum(),
               fields::flag("nesterov", "false", LAMINA_TEXT("optimizers", "Nesterov"),
                            LAMINA_TEXT("optimizers", "Look where the momentum leads before stepping"))});

LAMINA_CLONES void plain(float* __restrict w, const float* __restrict g, Index count, float rate)
{
    for (Index i = 0; i < count; ++i)
        w[i] -= rate * g[i];
}

LAMINA_CLONES void withMomentum(float* __restrict w, const float* __restrict g, float* __restrict v,
                                Index count, float rate, float momentum)
{
    for (Index i = 0; i < count; ++i) {
        v[i] = momentum * v[i] - rate * g[i];
        w[i] += v[i];
    }
}

LAMINA_CLONES void withNesterov(float* __restrict w, const float* __restrict g, float* __restrict v,
                                Index count, float rate, float momentum)
{
    for (Index i = 0; i < count; ++i) {
        const float step = rate * g[i];
        v[i] = momentum * v[i] - step;
        w[i] += momentum * v[i] - step;
    }
}

std::vector<std::string> slots(const Attributes& attributes)
{
    return attributes.real("momentum") > 0 ? std::vector<std::string>{"m"} : std::vector<std::string>{};
}

UpdateFunction compile(const Attributes& attributes)
{
    const auto momentum = static_cast<float>(attributes.real("momentum"));
    const bool nesterov = attributes.flag("nesterov");
    return [momentum, nesterov](const UpdatePass& p) {
        const auto rate = static_cast<float>(p.learningRate);
        if (p.slots.empty())
            plain(p.weights, p.gradient, p.count, rate);
        else if (nesterov)
            withNesterov(p.weights, p.gradient, p.slots[0], p.count, rate, momentum);
        else
            withMomentum(p.weights, p.gradient, p.slots[0], p.count, rate, momentum);
    };
}
} // namespace

const OptimizerType& sgd()
{
    static const OptimizerType type{
        .className = "SGD",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "SGD"),
        .help = LAMINA_TEXT("optimizers", "Steps straight down the slope, with momentum if you like"),
        .fields = sgdFields,
        .slots = slots,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
