// The loss of the same name, as a mean over all samples.
#include "engine/metrics/mean_metric.h"

#include <array>

namespace lamina::losses {
const LossType& kl_divergence();
}

namespace lamina::metrics {

namespace {
constexpr std::array aliases{"KLDivergence", "kullback_leibler_divergence", "kld", "KLD"};
}

const MetricType& kl_divergence()
{
    static const MetricType type{
        .className = "kl_divergence",
        .aliases = aliases,
        .label = LAMINA_TEXT("metrics", "Kullback–Leibler divergence"),
        .help = LAMINA_TEXT("metrics", "How far the predicted distribution is from the true one"),
        .fields = losses::kl_divergence().fields,
        .target = MetricTarget::Rows,
        .objectName = "KLDivergence",
        .historyName = "kl_divergence",
        .compile = compileMeanLoss<losses::kl_divergence>};
    return type;
}

} // namespace lamina::metrics
