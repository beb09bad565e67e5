#include "engine/model/objective.h"

#include "engine/kernels/activation.h"

namespace lamina {

namespace {
template <typename Types>
std::string namesOf(const Types& types)
{
    std::string names;
    for (const auto* type : types)
        names += (names.empty() ? "" : ", ") + std::string(type->className);
    return names;
}

Fault fault(Text what, std::string path, Text remedy)
{
    return {FaultKind::Input, std::move(what), Place{{}, std::move(path), {}}, std::move(remedy)};
}

// The layer's last activation, if it is the one whose input the loss would rather have.
bool takesLogits(const Network& network, int output, const LossType& loss)
{
    const NetworkLayer& layer =
        network.layers()[static_cast<std::size_t>(network.outputs()[static_cast<std::size_t>(output)].first)];
    return loss.compileFromLogits && layer.activation != ActivationKind::Linear
        && layer.activation == loss.logitsOf;
}
} // namespace

Result<Objective> compileObjective(const Network& network, const TrainingSpec& training)
{
    Objective objective;
    Faults faults;
    const LossType* loss = losses::find(training.loss.className);
    if (training.loss.className.empty())
        faults.push_back(fault(LAMINA_TEXT("model", "No loss is chosen"), "training.loss",
                               Text(LAMINA_TEXT("model", "use one of: %1"), namesOf(losses::all()))));
    else if (!loss)
        faults.push_back(fault(Text(LAMINA_TEXT("model", "There is no loss '%1'"), training.loss.className),
                               "training.loss",
                               Text(LAMINA_TEXT("model", "use one of: %1"), namesOf(losses::all()))));
    else
        append(faults, check(loss->fields, training.loss.config, Place{{}, "training.loss.config", {}}));
    for (std::size_t i = 0; i < training.metrics.size(); ++i) {
        const std::string path = "training.metrics[" + std::to_string(i) + "]";
        const PartSpec& metric = training.metrics[i];
        const MetricType* type = metrics::find(metric.className);
        if (!type)
            faults.push_back(fault(Text(LAMINA_TEXT("model", "There is no metric '%1'"), metric.className),
                                   path,
                                   Text(LAMINA_TEXT("model", "use one of: %1"), namesOf(metrics::all()))));
        else
            append(faults, check(type->fields, metric.config, Place{{}, path + ".config", {}}));
    }
    if (!faults.empty())
        return faults;

    const int outputs = static_cast<int>(network.outputs().size());
    for (int o = 0; o < outputs; ++o) {
        const Shape shape = network.outputShape(o);
        const std::string& layer =
            network.layers()[static_cast<std::size_t>(network.outputs()[static_cast<std::size_t>(o)].first)]
                .spec.name;
        Objective::Output output;
        output.type = loss;
        output.classes = shape.rank() > 0 ? shape[-1] : 1;
        output.positions = shape.elements() / output.classes;
        output.targetElements = loss->sparseTarget ? output.positions : shape.elements();
        if (loss->classesExactly > 0 && output.classes != loss->classesExactly)
            faults.push_back(
                fault(Text(LAMINA_TEXT("model", "The loss %1 does not fit the output %2 of '%3'"),
                           loss->className, shape.text(), layer),
                      "training.loss",
                      Text(LAMINA_TEXT("model", "give the last layer %1 unit(s), or choose another loss"),
                           loss->classesExactly)));
        if (loss->sparseTarget && output.classes < 2)
            faults.push_back(fault(
                Text(LAMINA_TEXT("model",
                                 "The loss %1 needs one output for each class, and '%2' has a single one"),
                     loss->className, layer),
                "training.loss",
                LAMINA_TEXT("model",
                            "give the last layer as many units as there are classes, or choose "
                            "binary_crossentropy")));
        const Attributes attributes(loss->fields, training.loss.config);
        output.fromLogits = takesLogits(network, o, *loss);
        output.loss = output.fromLogits ? loss->compileFromLogits(attributes) : loss->compile(attributes);
        for (const PartSpec& metric : training.metrics) {
            const MetricType* type = metrics::find(metric.className);
            output.metrics.push_back({type, outputs > 1 ? layer + "_" + metric.className : metric.className,
                                      type->compile(Attributes(type->fields, metric.config)),
                                      objective.sums});
            objective.sums += type->sums;
        }
        objective.outputs.push_back(std::move(output));
    }
    if (!faults.empty())
        return faults;
    return objective;
}

std::vector<std::string> Objective::metricNames() const
{
    std::vector<std::string> names;
    for (const Output& output : outputs)
        for (const Metric& metric : output.metrics)
            names.push_back(metric.name);
    return names;
}

std::map<std::string, double> Objective::results(double lossSum, std::span<const double> metricSums,
                                                 Index samples) const
{
    std::map<std::string, double> results{{"loss", lossSum / static_cast<double>(samples)}};
    for (const Output& output : outputs)
        for (const Metric& metric : output.metrics)
            results[metric.name] = metric.type->result(metricSums.subspan(
                static_cast<std::size_t>(metric.firstSum), static_cast<std::size_t>(metric.type->sums)));
    return results;
}

} // namespace lamina
