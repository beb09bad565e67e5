// FTRL-Proximal: weights that are worked out anew at each step from the sum of all gradients, with l1 and l2
// of their own. McMahan et al. 2013.
#include "engine/kernels/clones.h"
#include "engine/optimizers/optimizer_fields.h"

#include <cmath>

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"ftrl"};

Field strength(const char* name, TextId label, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Real,
            .defaultJson = "0",
            .label = label,
            .help = help,
            .minimum = 0,
            .maximum = 1e9};
}

const std::array ftrlFields = fields::withCommon(std::array{
    fields::learningRate("0.001"),
    Field{.name = "learning_rate_power",
          .kind = FieldKind::Real,
          .defaultJson = "-0.5",
          .label = LAMINA_TEXT("optimizers", "Learning rate power"),
          .help = LAMINA_TEXT("optimizers", "How the steps shrink; 0: not at all"),
          .minimum = -10,
          .maximum = 0},
    Field{.name = "initial_accumulator_value",
          .kind = FieldKind::Real,
          .defaultJson = "0.1",
          .label = LAMINA_TEXT("optimizers", "Initial accumulator"),
          .help = LAMINA_TEXT("optimizers", "Where the sum of squares starts"),
          .minimum = 0,
          .maximum = 1e6},
    strength("l1_regularization_strength", LAMINA_TEXT("optimizers", "L1 strength"),
             LAMINA_TEXT("optimizers", "Drives small weights to exactly 0")),
    strength("l2_regularization_strength", LAMINA_TEXT("optimizers", "L2 strength"),
             LAMINA_TEXT("optimizers", "Keeps all weights small")),
    strength("l2_shrinkage_regularization_strength", LAMINA_TEXT("optimizers", "L2 shrinkage"),
             LAMINA_TEXT("optimizers", "A penalty on the squares of the weights, in the gradient alone")),
    strength("beta", LAMINA_TEXT("optimizers", "Beta"),
             LAMINA_TEXT("optimizers", "Added to the root of the sum of squares"))});

struct Settings {
    float rate;
    float power; // of the sum of squares: 0.5 is its root
    float l1;
    float twiceL2;
    float twiceShrinkage;
};

template <bool Root>
[[gnu::always_inline]] inline void loop(float* __restrict w, const float* __restrict g, float* __restrict sum,
                                        float* __restrict linear, Index count, Settings s)
{
    const auto raised = [&s](float x) { return Root ? std::sqrt(x) : std::pow(x, s.power); };
    for (Index i = 0; i < count; ++i) {
        const float next = sum[i] + g[i] * g[i];
        const float shifted = g[i] + s.twiceShrinkage * w[i];
        const float after = raised(next);
        linear[i] += shifted - (after - raised(sum[i])) / s.rate * w[i];
        const float quadratic = after / s.rate + s.twiceL2;
        const float clipped = linear[i] > s.l1 ? s.l1 : (linear[i] < -s.l1 ? -s.l1 : linear[i]);
        w[i] = (clipped - linear[i]) / quadratic;
        sum[i] = next;
    }
}

LAMINA_CLONES void byRoot(float* w, const float* g, float* sum, float* linear, Index count, Settings s)
{
    loop<true>(w, g, sum, linear, count, s);
}

LAMINA_CLONES void byPower(float* w, const float* g, float* sum, float* linear, Index count, Settings s)
{
    loop<false>(w, g, sum, linear, count, s);
}

std::vector<std::string> slots(const Attributes&)
{
    return {"accumulator", "linear"};
}

float slotStart(const Attributes& attributes, int slot)
{
    return slot == 0 ? static_cast<float>(attributes.real("initial_accumulator_value")) : 0.0F;
}

UpdateFunction compile(const Attributes& attributes)
{
    const Settings declared{
        .rate = 0,
        .power = static_cast<float>(-attributes.real("learning_rate_power")),
        .l1 = static_cast<float>(attributes.real("l1_regularization_strength")),
        .twiceL2 = 0,
        .twiceShrinkage = static_cast<float>(2 * attributes.real("l2_shrinkage_regularization_strength"))};
    return [declared, l2 = attributes.real("l2_regularization_strength"), beta = attributes.real("beta"),
            root = attributes.real("learning_rate_power") == -0.5](const UpdatePass& p) {
        if (p.learningRate == 0)
            return; // a step of no length; what it is worked out from would be infinite
        Settings s = declared;
        s.rate = static_cast<float>(p.learningRate);
        s.twiceL2 = static_cast<float>(2 * (l2 + beta / (2 * p.learningRate)));
        (root ? byRoot : byPower)(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, s);
    };
}
} // namespace

const OptimizerType& ftrl()
{
    static const OptimizerType type{
        .className = "Ftrl",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "FTRL"),
        .help = LAMINA_TEXT("optimizers", "For wide linear models whose weights should mostly be 0"),
        .fields = ftrlFields,
        .slots = slots,
        .slotStart = slotStart,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
