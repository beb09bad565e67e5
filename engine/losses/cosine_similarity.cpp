// -Σ ŷ p̂ over an axis: minus the cosine of the angle between target and prediction. Both are divided by their
// length, or by 1e-6 where that is larger.
#include "engine/kernels/clones.h"
#include "engine/losses/mean_loss.h"

#include <array>
#include <cmath>

namespace lamina::losses {

namespace {
constexpr std::array aliases{"CosineSimilarity", "cosine_proximity"};
const std::array cosineFields{
    Field{.name = "axis",
          .kind = FieldKind::Whole,
          .defaultJson = "-1",
          .label = LAMINA_TEXT("losses", "Axis"),
          .help = LAMINA_TEXT(
              "losses", "Which one the vectors lie along: -1, the last, or 1, the first after the samples"),
          .minimum = -8,
          .maximum = 8}};
constexpr double leastSquares = 1e-12;

// A vector's numbers lie `apart`. L = -(y · p) a b, where a = 1 / |y| and b = 1 / |p|; the derivative of b by
// p is -b³ p while |p| counts.
[[gnu::always_inline]] inline double row(const float* p, const float* y, float* gradient, float factor,
                                         Index length, Index apart)
{
    const auto product = [length, apart](const float* a, const float* b) {
        return sumOf(length, [=](Index c) {
            return static_cast<double>(a[c * apart]) * static_cast<double>(b[c * apart]);
        });
    };
    const double squares = product(p, p);
    const double a = 1 / std::sqrt(std::max(product(y, y), leastSquares));
    const double b = 1 / std::sqrt(std::max(squares, leastSquares));
    const double dot = product(y, p);
    if (gradient) {
        const double ofTarget = -a * b;
        const double ofPrediction = squares >= leastSquares ? dot * a * b * b * b : 0;
        for (Index at = 0; at < length * apart; at += apart) // the two nearly cancel where directions agree
            gradient[at] = static_cast<float>(
                static_cast<double>(factor)
                * (ofTarget * static_cast<double>(y[at]) + ofPrediction * static_cast<double>(p[at])));
    }
    return -dot * a * b;
}

LAMINA_CLONES void alongTheLast(const LossPass& p)
{
    meanOverPositions(p,
                      [](const float* prediction, const float* y, float* gradient, float factor,
                         Index classes) { return row(prediction, y, gradient, factor, classes, 1); });
}

// Of the numbers of a sample: outer × length × inner.
LAMINA_CLONES void alongAnother(const LossPass& p, Index length, Index inner)
{
    const Index count = p.positions * p.classes;
    const Index vectors = count / length;
    const float factor = p.scale / static_cast<float>(vectors);
    for (Index n = 0; n < p.samples; ++n) {
        double sum = 0;
        for (Index v = 0; v < vectors; ++v) {
            const Index at = n * count + v / inner * length * inner + v % inner;
            sum += row(p.prediction + at, p.target + at, p.gradient ? p.gradient + at : nullptr, factor,
                       length, inner);
        }
        p.sampleLoss[n] = sum / static_cast<double>(vectors);
    }
}

Result<LossFunction> compile(const Attributes& attributes, const LossTask& task)
{
    const Index given = attributes.whole("axis");
    const int rank = std::max(task.output.rank(), 1);
    const Index axis = given < 0 ? given + rank : given - 1; // Keras counts the samples as axis 0
    const auto fault = [](Text what, Text remedy) {
        return Fault{FaultKind::Input, std::move(what), Place{{}, "axis", {}}, std::move(remedy)};
    };
    if (axis == -1)
        return fault({LAMINA_TEXT("losses", "Axis %1 is that of the samples, which must not know each other"),
                      static_cast<long>(given)},
                     LAMINA_TEXT("losses", "use -1, the last"));
    if (axis < 0 || axis >= rank)
        return fault({LAMINA_TEXT("losses", "There is no axis %1 in an output of %2"),
                      static_cast<long>(given), task.output.textWithBatch()},
                     LAMINA_TEXT("losses", "use -1, the last"));
    if (axis == rank - 1)
        return LossFunction(alongTheLast);
    if (task.masked)
        return fault(
            {LAMINA_TEXT("losses", "The output is masked, and vectors along its axis %1 would have gaps"),
             static_cast<long>(given)},
            LAMINA_TEXT("losses", "use -1, the last"));
    Index inner = 1;
    for (int after = static_cast<int>(axis) + 1; after < rank; ++after)
        inner *= task.output[after];
    return LossFunction([length = task.output[static_cast<int>(axis)], inner](const LossPass& p) {
        alongAnother(p, length, inner);
    });
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
        .compile = compile};
    return type;
}

} // namespace lamina::losses
