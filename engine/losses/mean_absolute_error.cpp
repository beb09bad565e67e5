// The mean of |prediction - target|. Its gradient where both are equal is 0.
#include "engine/kernels/clones.h"
#include "engine/losses/sums.h"
#include "engine/model/loss_type.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"mae", "MAE", "MeanAbsoluteError"};

LAMINA_CLONES void meanAbsoluteError(const LossPass& p)
{
    const Index count = p.positions * p.classes;
    const float factor = p.scale / static_cast<float>(count);
    for (Index n = 0; n < p.samples; ++n) {
        const float* prediction = p.prediction + n * count;
        const float* target = p.target + n * count;
        p.sampleLoss[n] =
            sumOf(count, [&](Index i) { return std::abs(static_cast<double>(prediction[i]) - target[i]); })
            / static_cast<double>(count);
        if (float* gradient = p.gradient ? p.gradient + n * count : nullptr)
            for (Index i = 0; i < count; ++i) {
                const float d = prediction[i] - target[i];
                gradient[i] = d > 0 ? factor : (d < 0 ? -factor : d); // 0 and NaN stay what they are
            }
    }
}
} // namespace

const LossType& mean_absolute_error()
{
    static const LossType type{.className = "mean_absolute_error",
                               .aliases = aliases,
                               .label = LAMINA_TEXT("losses", "Mean absolute error"),
                               .help = LAMINA_TEXT("losses", "For numbers: all mistakes count by their size"),
                               .fields = {},
                               .compile = [](const Attributes&, const LossTask&) {
                                   return Result<LossFunction>(meanAbsoluteError);
                               }};
    return type;
}

} // namespace lamina::losses
