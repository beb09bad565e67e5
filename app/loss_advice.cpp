#include "app/loss_advice.h"

#include "engine/model/layer_type.h"
#include "engine/model/loss_type.h"

#include <QCoreApplication>

namespace lamina {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(lamina::LossAdvice)
};

std::string activationOf(const LayerSpec& layer)
{
    const LayerType* type = layers::find(layer.className);
    if (!type)
        return {};
    const char* const field = layer.className == "Activation" ? "activation" : type->activationField;
    if (!field)
        return "linear";
    const Json value = Attributes(type->fields, layer.config).value(field);
    return value.is_string() ? value.get<std::string>() : "linear";
}
} // namespace

std::optional<LossAdvice> adviseLoss(const Project& project, const ModelAnalysis& analysis)
{
    const std::vector<TensorRef> outputs = project.model.effectiveOutputs();
    if (!analysis.faults.empty() || outputs.size() != 1)
        return std::nullopt;
    const auto& all = project.model.layers;
    std::size_t last = 0;
    while (last < all.size() && all[last].name != outputs[0].layer)
        ++last;
    if (last == all.size() || last >= analysis.layers.size() || analysis.layers[last].outputs.empty())
        return std::nullopt;
    const Shape& shape = analysis.layers[last].outputs[0];
    const Index classes = shape.rank() > 0 ? shape[-1] : 1;
    const std::string activation = activationOf(all[last]);
    const LossType* type = losses::find(project.training.loss.className);
    const std::string loss = type ? type->className : std::string();
    const bool forClasses = loss == "sparse_categorical_crossentropy" || loss == "categorical_crossentropy";
    const QString layer = QString::fromStdString(all[last].name);

    if (activation == "softmax" && classes > 1) {
        if (forClasses)
            return std::nullopt;
        return LossAdvice{Words::tr("The last layer “%1” gives a probability for each of %2 classes: "
                                    "sparse_categorical_crossentropy fits.")
                              .arg(layer)
                              .arg(classes),
                          "sparse_categorical_crossentropy"};
    }
    if (activation == "sigmoid") {
        if (loss == "binary_crossentropy")
            return std::nullopt;
        return LossAdvice{
            Words::tr("The last layer “%1” gives a probability of yes: binary_crossentropy fits.").arg(layer),
            "binary_crossentropy"};
    }
    if (forClasses)
        return LossAdvice{
            Words::tr("This loss wants a probability for each class: give the last layer “%1” the "
                      "activation softmax.")
                .arg(layer),
            {}};
    if (loss == "binary_crossentropy")
        return LossAdvice{
            Words::tr("This loss wants a probability: give the last layer “%1” the activation sigmoid.")
                .arg(layer),
            {}};
    if (activation == "linear" && loss.empty())
        return LossAdvice{Words::tr("The last layer “%1” gives numbers: mean_squared_error fits.").arg(layer),
                          "mean_squared_error"};
    return std::nullopt;
}

} // namespace lamina
