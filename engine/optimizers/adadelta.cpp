// Adadelta: steps as large as the running mean of the earlier steps, over that of the gradients. Zeiler 2012.
#include "engine/kernels/clones.h"
#include "engine/optimizers/optimizer_fields.h"

#include <cmath>

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adadelta"};
const std::array adadeltaFields = fields::withCommon(
    std::array{fields::learningRate("0.001"),
               fields::decay("rho", "0.95", LAMINA_TEXT("optimizers", "Rho"),
                             LAMINA_TEXT("optimizers", "How long the mean of the squares remembers")),
               fields::epsilon()});

LAMINA_CLONES void update(float* __restrict w, const float* __restrict g, float* __restrict squares,
                          float* __restrict steps, Index count, float rate, float rho, float epsilon)
{
    const float rest = 1.0F - rho;
    for (Index i = 0; i < count; ++i) {
        squares[i] = rho * squares[i] + rest * g[i] * g[i];
        const float step = -std::sqrt(steps[i] + epsilon) * g[i] / std::sqrt(squares[i] + epsilon);
        steps[i] = rho * steps[i] + rest * step * step;
        w[i] += rate * step;
    }
}

std::vector<std::string> slots(const Attributes&)
{
    return {"accumulated_grad", "accumulated_delta_var"};
}

UpdateFunction compile(const Attributes& attributes)
{
    return [rho = static_cast<float>(attributes.real("rho")),
            epsilon = static_cast<float>(attributes.real("epsilon"))](const UpdatePass& p) {
        update(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, static_cast<float>(p.learningRate),
               rho, epsilon);
    };
}
} // namespace

const OptimizerType& adadelta()
{
    static const OptimizerType type{
        .className = "Adadelta",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "Adadelta"),
        .help = LAMINA_TEXT("optimizers", "Steps sized by the steps before; wants a learning rate near 1"),
        .fields = adadeltaFields,
        .slots = slots,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
