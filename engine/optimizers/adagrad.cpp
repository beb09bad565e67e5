// Adagrad: each weight's step shrinks with the squares of all its gradients so far. Duchi, Hazan and Singer
// 2011. Epsilon stands inside the root.
#include "engine/kernels/clones.h"
#include "engine/model/optimizer_type.h"
#include "engine/optimizers/optimizer_fields.h"

#include <cmath>

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adagrad"};
const std::array adagradFields =
    fields::withCommon(std::array{fields::learningRate("0.001"),
                                  Field{.name = "initial_accumulator_value",
                                        .kind = FieldKind::Real,
                                        .defaultJson = "0.1",
                                        .label = LAMINA_TEXT("optimizers", "Initial accumulator"),
                                        .help = LAMINA_TEXT("optimizers", "Where the sum of squares starts"),
                                        .minimum = 0,
                                        .maximum = 1e6},
                                  fields::epsilon()});

LAMINA_CLONES void update(float* __restrict w, const float* __restrict g, float* __restrict sum, Index count,
                          float rate, float epsilon)
{
    for (Index i = 0; i < count; ++i) {
        sum[i] += g[i] * g[i];
        w[i] -= rate * g[i] / std::sqrt(sum[i] + epsilon);
    }
}

std::vector<std::string> slots(const Attributes&)
{
    return {"accumulator"};
}

float slotStart(const Attributes& attributes, int)
{
    return static_cast<float>(attributes.real("initial_accumulator_value"));
}

UpdateFunction compile(const Attributes& attributes)
{
    return [epsilon = static_cast<float>(attributes.real("epsilon"))](const UpdatePass& p) {
        update(p.weights, p.gradient, p.slots[0], p.count, static_cast<float>(p.learningRate), epsilon);
    };
}
} // namespace

const OptimizerType& adagrad()
{
    static const OptimizerType type{
        .className = "Adagrad",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "Adagrad"),
        .help = LAMINA_TEXT("optimizers", "Weights that have moved much take ever smaller steps"),
        .fields = adagradFields,
        .slots = slots,
        .slotStart = slotStart,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
