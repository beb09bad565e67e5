// Adamax: Adam with the largest gradient of late instead of the mean of the squares. Kingma and Ba 2015,
// section 7.1.
#include "engine/kernels/clones.h"
#include "engine/optimizers/adam_update.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adamax"};
const std::array adamaxFields = fields::withCommon(
    std::array{fields::learningRate("0.001"), adam::beta1(), adam::beta2(), fields::epsilon()});

LAMINA_CLONES void update(float* __restrict w, const float* __restrict g, float* __restrict m,
                          float* __restrict u, Index count, float alpha, float rest1, float beta2,
                          float epsilon)
{
    for (Index i = 0; i < count; ++i) {
        m[i] += (g[i] - m[i]) * rest1;
        const float size = g[i] < 0 ? -g[i] : g[i];
        const float kept = beta2 * u[i];
        u[i] = kept > size ? kept : size;
        w[i] -= alpha * m[i] / (u[i] + epsilon);
    }
}

std::vector<std::string> slots(const Attributes&)
{
    return {"m", "u"};
}

UpdateFunction compile(const Attributes& attributes)
{
    return [beta1 = attributes.real("beta_1"), beta2 = attributes.real("beta_2"),
            epsilon = static_cast<float>(attributes.real("epsilon"))](const UpdatePass& p) {
        const double alpha = p.learningRate / (1 - std::pow(beta1, static_cast<double>(p.step)));
        update(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, static_cast<float>(alpha),
               static_cast<float>(1 - beta1), static_cast<float>(beta2), epsilon);
    };
}
} // namespace

const OptimizerType& adamax()
{
    static const OptimizerType type{
        .className = "Adamax",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "Adamax"),
        .help = LAMINA_TEXT("optimizers", "Adam by the largest gradients; calm where some are rare"),
        .fields = adamaxFields,
        .slots = slots,
        .compile = compile,
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
