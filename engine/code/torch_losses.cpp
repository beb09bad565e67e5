#include "engine/code/torch_parts.h"

#include "engine/code/python.h"
#include "engine/model/metric_type.h"

#include <array>

namespace lamina::code {

namespace {
struct Simple {
    std::string_view className;
    const char* expression;
};

// Keras takes 0 and 1 for -1 and 1 there.
#define SIGNED "(torch.where(target == 0, -1.0, target) * prediction)"
constexpr std::array simple{
    Simple{"mean_squared_error", "F.mse_loss(prediction, target)"},
    Simple{"mean_absolute_error", "F.l1_loss(prediction, target)"},
    Simple{"mean_absolute_percentage_error",
           "100 * ((target - prediction).abs() / target.abs().clamp(min=1e-7)).mean()"},
    Simple{"mean_squared_logarithmic_error",
           "F.mse_loss(torch.log1p(prediction.clamp(min=1e-7)), torch.log1p(target.clamp(min=1e-7)))"},
    Simple{"hinge", "F.relu(1 - " SIGNED ").mean()"},
    Simple{"squared_hinge", "F.relu(1 - " SIGNED ").square().mean()"},
    Simple{"categorical_hinge",
           "F.relu(1 + ((1 - target) * prediction).amax(-1)"
           " - (target * prediction).sum(-1)).mean()"},
    Simple{"kl_divergence",
           "(target.clamp(1e-7, 1) * (target.clamp(1e-7, 1)"
           " / prediction.clamp(1e-7, 1)).log()).sum(-1).mean()"},
    Simple{"poisson", "(prediction - target * (prediction + 1e-7).log()).mean()"},
    Simple{"log_cosh",
           "(prediction - target + F.softplus(2 * (target - prediction)) - 0.6931471805599453).mean()"},
    Simple{"logcosh",
           "(prediction - target + F.softplus(2 * (target - prediction)) - 0.6931471805599453).mean()"},
    Simple{"cosine_similarity", "-F.cosine_similarity(prediction, target, dim=-1).mean()"}};
#undef SIGNED

std::string crossentropy(const LossType& type, const Json& config, const TorchTask& task)
{
    const std::string_view name = type.className;
    const Attributes attributes(type.fields, config);
    const bool logits = task.logits || (attributes.has("from_logits") && attributes.flag("from_logits"));
    const double smoothing = attributes.has("label_smoothing") ? attributes.real("label_smoothing") : 0;
    const std::string safe = "prediction.clamp(1e-7, 1 - 1e-7)";
    if (name == "binary_crossentropy") {
        const std::string target = smoothing > 0
            ? "target * " + python::number(1 - smoothing) + " + " + python::number(smoothing / 2)
            : "target";
        return logits ? "F.binary_cross_entropy_with_logits(prediction, " + target + ")"
                      : "F.binary_cross_entropy(" + safe + ", " + target + ")";
    }
    const std::string rows = task.positions > 1 ? ".flatten(0, -2)" : "";
    if (name == "sparse_categorical_crossentropy") {
        const std::string target = task.positions > 1 ? "target.flatten().long()" : "target.long()";
        return logits ? "F.cross_entropy(prediction" + rows + ", " + target + ")"
                      : "F.nll_loss(" + safe + ".log()" + rows + ", " + target + ")";
    }
    if (logits)
        return "F.cross_entropy(prediction" + rows + ", target" + rows
            + (smoothing > 0 ? ", label_smoothing=" + python::number(smoothing) : "") + ")";
    const std::string target = smoothing > 0 ? "(target * " + python::number(1 - smoothing) + " + "
            + python::number(smoothing / static_cast<double>(task.classes)) + ")"
                                             : "target";
    return "-(" + target + " * " + safe + ".log()).sum(-1).mean()";
}

std::string probabilities(const TorchTask& task)
{
    if (!task.logits)
        return "prediction";
    return task.loss->logitsOf == ActivationKind::Softmax ? "F.softmax(prediction, dim=-1)"
                                                          : "torch.sigmoid(prediction)";
}

std::string share(const std::string& condition)
{
    return "(" + condition + ").float().mean()";
}
} // namespace

std::string torchLoss(const PartSpec& loss, const TorchTask& task)
{
    const LossType* type = losses::find(loss.className);
    if (!type)
        return {};
    const std::string_view name = type->className;
    if (name.ends_with("crossentropy"))
        return crossentropy(*type, loss.config, task);
    if (name == "huber") {
        const double delta = Attributes(type->fields, loss.config).real("delta");
        return "F.huber_loss(prediction, target" + (delta == 1 ? "" : ", delta=" + python::number(delta))
            + ")";
    }
    for (const Simple& each : simple)
        if (each.className == name)
            return each.expression;
    return {};
}

std::string torchMetric(const PartSpec& metric, const TorchTask& task)
{
    const MetricType* type = metrics::find(metric.className);
    if (!type)
        return {};
    std::string_view name = type->className;
    const Attributes attributes(type->fields, metric.config);
    const bool sparse = task.loss && task.loss->sparseTarget;
    if (name == "accuracy")
        name = sparse           ? "sparse_categorical_accuracy"
            : task.classes == 1 ? "binary_accuracy"
                                : "categorical_accuracy";
    if (name == "binary_accuracy") {
        const double threshold = attributes.has("threshold") ? attributes.real("threshold") : 0.5;
        return share("(" + probabilities(task) + " > " + python::number(threshold) + ") == (target > 0.5)");
    }
    if (name == "categorical_accuracy")
        return share("prediction.argmax(-1) == target.argmax(-1)");
    if (name == "sparse_categorical_accuracy")
        return share("prediction.argmax(-1) == target");
    if (name == "top_k_categorical_accuracy" || name == "sparse_top_k_categorical_accuracy")
        return "(prediction.topk(" + std::to_string(attributes.whole("k"))
            + ").indices == " + (name.starts_with("sparse") ? "target" : "target.argmax(-1)")
            + ".unsqueeze(-1)).any(-1).float().mean()";
    if (name.ends_with("crossentropy") && task.loss && task.loss->className != name)
        return {}; // of other targets, or of what the loss does not see
    return torchLoss({std::string(name), metric.config}, task);
}

} // namespace lamina::code
