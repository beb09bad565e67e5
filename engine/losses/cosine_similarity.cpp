// -Σ ŷ p̂ over the last axis: minus the cosine of the angle between target and prediction. Both are divided by
// their length, or by 1e-6 where that is larger.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"CosineSimilarity", "cosine_proximity"};
const std::array cosineFields{Field{.name = "axis",
                                    .kind = FieldKind::Whole,
                                    .defaultJson = "-1",
                                    .label = LAMINA_TEXT("losses", "Axis"),
                                    .help = LAMINA_TEXT("losses", "The axis of the vectors: the last"),
                                    .minimum = -1,
                                    .maximum = -1}};
constexpr double leastSquares = 1e-12;

// L = -(y · p) a b, where a = 1 / |y| and b = 1 / |p|; the derivative of b by p is -b³ p while |p| counts.
[[gnu::always_inline]] inline double row(const float* p, const float* y, float* gradient, float factor,
                                         Index classes)
{
    const auto product = [classes](const float* a, const float* b) {
        return sumOf(classes, [=](Index c) { return static_cast<double>(a[c]) * static_cast<double>(b[c]); });
    };
    const double squares = product(p, p);
    const double a = 1 / std::sqrt(std::max(product(y, y), leastSquares));
    const double b = 1 / std::sqrt(std::max(squares, leastSquares));
    const double dot = product(y, p);
    if (gradient) {
        const double ofTarget = -a * b;
        const double ofPrediction = squares >= leastSquares ? dot * a * b * b * b : 0;
        for (Index c = 0; c < classes; ++c) // the two nearly cancel where the directions agree
            gradient[c] = static_cast<float>(
                static_cast<double>(factor)
                * (ofTarget * static_cast<double>(y[c]) + ofPrediction * static_cast<double>(p[c])));
    }
    return -dot * a * b;
}

LAMINA_CLONES void similarity(const LossPass& p)
{
    meanOverPositions(p,
                      [](const float* prediction, const float* y, float* gradient, float factor,
                         Index classes) { return row(prediction, y, gradient, factor, classes); });
}
} // namespace

const LossType& cosine_similarity()
{
    static const LossType type{
        .className = "cosine_similarity",
        .aliases = aliases,
        .label = LAMINA_TEXT("losses", "Cosine similarity"),
        .help = LAMINA_TEXT("losses", "For directions: -1 where prediction and target point the same way"),
        .fields = cosineFields,
        .compile = [](const Attributes&) { return LossFunction(similarity); }};
    return type;
}

} // namespace lamina::losses
