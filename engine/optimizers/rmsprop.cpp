// RMSprop: the gradient divided by the root of a running mean of its squares (Tieleman and Hinton 2012).
// Epsilon stands inside the root; centered subtracts the squared mean of the gradients.
#include "engine/kernels/clones.h"
#include "engine/model/optimizer_type.h"
#include "engine/optimizers/optimizer_fields.h"

#include <cmath>

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"rmsprop"};
const std::array rmspropFields = fields::withCommon(std::array{
    fields::learningRate("0.001"),
    fields::decay("rho", "0.9", LAMINA_TEXT("optimizers", "Rho"),
                  LAMINA_TEXT("optimizers", "How long the mean of the squares remembers")),
    fields::momentum(), fields::epsilon(),
    fields::flag("centered", "false", LAMINA_TEXT("optimizers", "Centered"),
                 LAMINA_TEXT("optimizers", "Divide by the variance of the gradients, not their squares"))});

struct Settings {
    float rate;
    float rho;
    float momentum;
    float epsilon;
};

template <bool WithMomentum, bool Centered>
[[gnu::always_inline]] inline void loop(float* __restrict w, const float* __restrict g,
                                        float* __restrict square, float* __restrict velocity,
                                        float* __restrict mean, Index count, Settings s)
{
    const float rest = 1.0F - s.rho;
    for (Index i = 0; i < count; ++i) {
        square[i] = s.rho * square[i] + rest * g[i] * g[i];
        float below = square[i];
        if constexpr (Centered) {
            mean[i] = s.rho * mean[i] + rest * g[i];
            below -= mean[i] * mean[i];
        }
        float step = s.rate * g[i] / std::sqrt(below + s.epsilon);
        if constexpr (WithMomentum) {
            velocity[i] = s.momentum * velocity[i] + step;
            step = velocity[i];
        }
        w[i] -= step;
    }
}

LAMINA_CLONES void plain(float* w, const float* g, float* square, Index count, Settings s)
{
    loop<false, false>(w, g, square, nullptr, nullptr, count, s);
}

LAMINA_CLONES void withMomentum(float* w, const float* g, float* square, float* velocity, Index count,
                                Settings s)
{
    loop<true, false>(w, g, square, velocity, nullptr, count, s);
}

LAMINA_CLONES void centered(float* w, const float* g, float* square, float* mean, Index count, Settings s)
{
    loop<false, true>(w, g, square, nullptr, mean, count, s);
}

LAMINA_CLONES void centeredWithMomentum(float* w, const float* g, float* square, float* velocity, float* mean,
                                        Index count, Settings s)
{
    loop<true, true>(w, g, square, velocity, mean, count, s);
}

std::vector<std::string> slots(const Attributes& attributes)
{
    std::vector<std::string> names{"velocity"};
    if (attributes.real("momentum") > 0)
        names.emplace_back("momentum");
    if (attributes.flag("centered"))
        names.emplace_back("average_gradient");
    return names;
}

UpdateFunction compile(const Attributes& attributes)
{
    const Settings declared{.rate = 0,
                            .rho = static_cast<float>(attributes.real("rho")),
                            .momentum = static_cast<float>(attributes.real("momentum")),
                            .epsilon = static_cast<float>(attributes.real("epsilon"))};
    const bool moves = attributes.real("momentum") > 0;
    const bool centers = attributes.flag("centered");
    return [declared, moves, centers](const UpdatePass& p) {
        Settings s = declared;
        s.rate = static_cast<float>(p.learningRate);
        if (moves && centers)
            centeredWithMomentum(p.weights, p.gradient, p.slots[0], p.slots[1], p.slots[2], p.count, s);
        else if (moves)
            withMomentum(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, s);
        else if (centers)
            centered(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, s);
        else
            plain(p.weights, p.gradient, p.slots[0], p.count, s);
    };
}
} // namespace

const OptimizerType& rmsprop()
{
    static const OptimizerType type{
        .className = "RMSprop",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "RMSprop"),
        .help = LAMINA_TEXT("optimizers", "Steps sized by how large the gradients have been lately"),
        .fields = rmspropFields,
        .slots = slots,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
