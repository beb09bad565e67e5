// The mean of (prediction - target)².
#include "engine/kernels/clones.h"
#include "engine/losses/sums.h"
#include "engine/model/loss_type.h"

#include <array>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"mse", "MSE", "MeanSquaredError"};

LAMINA_CLONES void meanSquaredError(const LossPass& p)
{
    const Index count = p.positions * p.classes;
    const float factor = 2.0F * p.scale / static_cast<float>(count);
    for (Index n = 0; n < p.samples; ++n) {
        const float* prediction = p.prediction + n * count;
        const float* target = p.target + n * count;
        p.sampleLoss[n] = sumOf(count,
                                [&](Index i) {
                                    const double d = static_cast<double>(prediction[i]) - target[i];
                                    return d * d;
                                })
            / static_cast<double>(count);
        if (float* gradient = p.gradient ? p.gradient + n * count : nullptr)
            for (Index i = 0; i < count; ++i)
                gradient[i] = factor * (prediction[i] - target[i]);
    }
}
} // namespace

const LossType& mean_squared_error()
{
    static const LossType type{
        .className = "mean_squared_error",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Mean squared error"),
        .help = LAMINA_TEXT("losses", "For numbers: large mistakes count most"),
        .fields = {},
        .compile = [](const Attributes&, const LossTask&) { return Result<LossFunction>(meanSquaredError); }};
    return type;
}

} // namespace lamina::losses
