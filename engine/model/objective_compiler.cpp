// Fits the losses and metrics that a project names to the outputs of its network, and says what does not fit.
#include "engine/core/listed.h"
#include "engine/kernels/activation.h"
#include "engine/model/objective.h"

#include <algorithm>
#include <set>

namespace lamina {

namespace {
class Compiler {
public:
    Compiler(const Network& network, const TrainingSpec& training) : m_network(network), m_training(training)
    {
        for (std::size_t output = 0; output < network.outputs().size(); ++output)
            m_names.push_back(network.outputName(static_cast<int>(output)));
        m_objective.outputs.resize(m_names.size());
    }

    Result<Objective> compile()
    {
        for (std::size_t o = 0; o < m_names.size(); ++o)
            compileLoss(o);
        checkLossKeys();
        for (std::size_t o = 0; o < m_names.size(); ++o)
            if (m_objective.outputs[o].type && m_names.size() > 1) {
                m_objective.outputs[o].lossName = m_names[o] + "_loss";
                m_objective.outputs[o].lossSum = m_objective.sums++;
            }
        readLossWeights();
        compileMetrics();
        checkClassWeight();
        if (!m_faults.empty())
            return std::move(m_faults);
        return std::move(m_objective);
    }

private:
    void fault(Text what, std::string path, Text remedy)
    {
        Fault made{FaultKind::Input, std::move(what), Place{{}, std::move(path), {}}, std::move(remedy)};
        if (std::find(m_faults.begin(), m_faults.end(), made) == m_faults.end()) // outputs share parts
            m_faults.push_back(std::move(made));
    }

    // Those of a loss or metric, whose places start at its config.
    void partFaults(const Faults& found, const std::string& path)
    {
        for (const Fault& each : found)
            fault(each.what, path + (each.where.path.empty() ? "" : ".config." + each.where.path),
                  each.remedy);
    }

    bool lossPerOutput() const
    {
        return m_training.loss.className.empty() && m_training.loss.config.is_object()
            && !m_training.loss.config.empty();
    }

    bool isOutput(const std::string& name) const { return std::ranges::count(m_names, name) > 0; }

    std::string outputList() const { return listed(m_names); }

    void checkLossKeys()
    {
        if (!lossPerOutput())
            return;
        for (const auto& [name, loss] : m_training.loss.config.items())
            if (!isOutput(name))
                fault(Text(LAMINA_TEXT("model", "The model has no output '%1'"), name),
                      "training.loss." + name, Text(LAMINA_TEXT("model", "use one of: %1"), outputList()));
    }

    // The layer's last activation, if it is the one whose input the loss would rather have.
    bool takesLogits(std::size_t output, const LossType& loss) const
    {
        const ActivationKind last = activationOf(output);
        return loss.compileFromLogits && last != ActivationKind::Linear && last == loss.logitsOf;
    }
    const NetworkLayer& layerOf(std::size_t output) const
    {
        return m_network.layers()[static_cast<std::size_t>(m_network.outputs()[output].first)];
    }
    ActivationKind activationOf(std::size_t output) const { return layerOf(output).activation; }
    bool isMasked(std::size_t output) const
    {
        return layerOf(output).maskAxes[static_cast<std::size_t>(m_network.outputs()[output].second)] >= 0;
    }

    void compileLoss(std::size_t o)
    {
        PartSpec part = m_training.loss;
        std::string path = "training.loss";
        if (lossPerOutput()) {
            path += "." + m_names[o];
            const auto own = part.config.find(m_names[o]);
            if (own == part.config.end()) {
                fault(Text(LAMINA_TEXT("model", "No loss is chosen for the output '%1'"), m_names[o]), path,
                      Text(LAMINA_TEXT("model", "use one of: %1"),
                           listed(losses::all(), &LossType::className)));
                return;
            }
            part = partFrom(*own);
        }
        const LossType* loss = losses::find(part.className);
        if (part.className.empty()) {
            fault(LAMINA_TEXT("model", "No loss is chosen"), path,
                  Text(LAMINA_TEXT("model", "use one of: %1"), listed(losses::all(), &LossType::className)));
            return;
        }
        if (!loss) {
            fault(Text(LAMINA_TEXT("model", "There is no loss '%1'"), part.className), path,
                  Text(LAMINA_TEXT("model", "use one of: %1"), listed(losses::all(), &LossType::className)));
            return;
        }
        if (Faults found = check(loss->fields, part.config, Place{{}, path + ".config", {}});
            !found.empty()) {
            for (Fault& each : found)
                fault(std::move(each.what), std::move(each.where.path), std::move(each.remedy));
            return;
        }
        fit(o, *loss, Attributes(loss->fields, part.config), path);
    }

    void fit(std::size_t o, const LossType& loss, const Attributes& attributes, const std::string& path)
    {
        const Shape shape = m_network.outputShape(static_cast<int>(o));
        Objective::Output& output = m_objective.outputs[o];
        output.type = &loss;
        output.classes = shape.rank() > 0 ? shape[-1] : 1;
        output.positions = shape.elements() / output.classes;
        output.targetElements = loss.sparseTarget ? output.positions : shape.elements();
        if (loss.classesExactly > 0 && output.classes != loss.classesExactly)
            fault(Text(LAMINA_TEXT("model", "The loss %1 does not fit the output %2 of '%3'"), loss.className,
                       shape.text(), m_names[o]),
                  path,
                  Text(LAMINA_TEXT("model", "give the last layer %1 unit(s), or choose another loss"),
                       loss.classesExactly));
        if (loss.sparseTarget && output.classes < 2)
            fault(Text(LAMINA_TEXT("model",
                                   "The loss %1 needs one output for each class, and '%2' has a single one"),
                       loss.className, m_names[o]),
                  path,
                  LAMINA_TEXT("model",
                              "give the last layer as many units as there are classes, or choose "
                              "binary_crossentropy"));
        Result<LossFunction> compiled = loss.compile(attributes, {shape, isMasked(o)});
        if (!compiled) {
            partFaults(compiled.faults(), path);
            return;
        }
        output.fromLogits = takesLogits(o, loss);
        output.loss = output.fromLogits ? loss.compileFromLogits(attributes) : std::move(*compiled);
    }

    void readLossWeights()
    {
        const Json& weights = m_training.lossWeights;
        if (weights.is_null())
            return;
        const std::string path = "training.loss_weights";
        const auto set = [&](std::size_t o, const Json& weight, const std::string& where) {
            if (weight.is_number())
                m_objective.outputs[o].weight = weight.get<double>();
            else
                fault(LAMINA_TEXT("model", "The weight of a loss is not a number"), where,
                      LAMINA_TEXT("model", "give a number such as 0.5"));
        };
        if (weights.is_array()) {
            if (weights.size() != m_names.size())
                fault(Text(LAMINA_TEXT("model", "There are %1 weights for %2 output(s)"), weights.size(),
                           m_names.size()),
                      path, LAMINA_TEXT("model", "give one number for each output"));
            else
                for (std::size_t o = 0; o < m_names.size(); ++o)
                    set(o, weights[o], path + "[" + std::to_string(o) + "]");
        } else if (weights.is_object()) {
            for (const auto& [name, weight] : weights.items()) {
                const auto at = std::ranges::find(m_names, name);
                if (at != m_names.end())
                    set(static_cast<std::size_t>(at - m_names.begin()), weight, path + "." + name);
                else
                    fault(Text(LAMINA_TEXT("model", "The model has no output '%1'"), name), path + "." + name,
                          Text(LAMINA_TEXT("model", "use one of: %1"), outputList()));
            }
        } else {
            fault(LAMINA_TEXT("model", "The weights of the losses are neither a list nor an object"), path,
                  LAMINA_TEXT("model", "write them as [1, 0.5], or as { \"output\": 0.5 }"));
        }
    }

    void compileMetrics()
    {
        for (const auto& [name, parts] : m_training.outputMetrics)
            if (!isOutput(name))
                fault(Text(LAMINA_TEXT("model", "The model has no output '%1'"), name),
                      "training.metrics." + name, Text(LAMINA_TEXT("model", "use one of: %1"), outputList()));
        for (const bool weighted : {false, true})
            for (std::size_t o = 0; o < m_names.size(); ++o) {
                const std::string list = weighted ? "training.weighted_metrics" : "training.metrics";
                compileList(o, weighted ? m_training.weightedMetrics : m_training.metrics, list, weighted);
                if (const auto own = m_training.outputMetrics.find(m_names[o]);
                    !weighted && own != m_training.outputMetrics.end())
                    compileList(o, own->second, list + "." + m_names[o], false);
            }
    }

    void compileList(std::size_t o, const std::vector<PartSpec>& parts, const std::string& list,
                     bool weighted)
    {
        for (std::size_t i = 0; i < parts.size(); ++i)
            compileMetric(o, parts[i], list + "[" + std::to_string(i) + "]", weighted);
    }

    void compileMetric(std::size_t o, const PartSpec& part, const std::string& path, bool weighted)
    {
        const MetricType* type = metrics::find(part.className);
        if (!type) {
            fault(
                Text(LAMINA_TEXT("model", "There is no metric '%1'"), part.className), path,
                Text(LAMINA_TEXT("model", "use one of: %1"), listed(metrics::all(), &MetricType::className)));
            return;
        }
        if (Faults found = check(type->fields, part.config, Place{{}, path + ".config", {}});
            !found.empty()) {
            for (Fault& each : found)
                fault(std::move(each.what), std::move(each.where.path), std::move(each.remedy));
            return;
        }
        Objective::Output& output = m_objective.outputs[o];
        if (!output.type)
            return; // its loss decides what the target looks like
        const bool sparse = output.type->sparseTarget;
        if (type->target == MetricTarget::Rows && sparse) {
            fault(Text(LAMINA_TEXT("model",
                                   "The metric %1 wants a target of as many numbers as '%2' gives, and "
                                   "the loss %3 has the class's number"),
                       part.className, m_names[o], output.type->className),
                  path, LAMINA_TEXT("model", "choose categorical_crossentropy, or another metric"));
            return;
        }
        if (type->target == MetricTarget::Classes && !sparse) {
            fault(Text(LAMINA_TEXT("model",
                                   "The metric %1 wants the class's number as target, and the loss %2 "
                                   "has a number for each output"),
                       part.className, output.type->className),
                  path, LAMINA_TEXT("model", "choose sparse_categorical_crossentropy, or another metric"));
            return;
        }
        const Attributes attributes(type->fields, part.config);
        Result<CompiledMetric> compiled = type->compile(attributes,
                                                        {.output = m_network.outputShape(static_cast<int>(o)),
                                                         .sparseTarget = sparse,
                                                         .logitsOf = activationOf(o),
                                                         .masked = isMasked(o)});
        if (!compiled) {
            partFaults(compiled.faults(), path);
            return;
        }
        Objective::Metric metric{.type = type,
                                 .names = {},
                                 .compiled = std::move(*compiled),
                                 .firstSum = m_objective.sums,
                                 .weighted = weighted};
        const std::string name = historyName(o, *type, part, weighted);
        for (int value = 0; value < metric.compiled.values; ++value) {
            metric.names.push_back(metric.compiled.values == 1 ? name : name + "_" + std::to_string(value));
            if (!m_metricNames.insert(metric.names.back()).second)
                fault(Text(LAMINA_TEXT("model", "Two metrics are called '%1'"), metric.names.back()), path,
                      LAMINA_TEXT("model", "remove one of them, or give it a name"));
        }
        m_objective.sums += metric.compiled.sums;
        output.metrics.push_back(std::move(metric));
    }

    // As Keras 2.13 names it: the name of its own; what the class calls itself, where the class was given; or
    // what was given. Weighted ones step back where the name is taken.
    std::string historyName(std::size_t o, const MetricType& type, const PartSpec& part, bool weighted)
    {
        std::string name = part.className;
        const Attributes attributes(type.fields, part.config);
        if (attributes.has("name") && !attributes.isNull("name")) {
            name = attributes.text("name");
        } else if (type.objectName && part.className == type.objectName) {
            name = type.historyName;
            if (type.numbered)
                if (const int earlier = m_objects[name]++; earlier > 0)
                    name += "_" + std::to_string(earlier);
        }
        const std::string prefix = m_names.size() > 1 ? m_names[o] + "_" : std::string();
        return prefix + (weighted && m_metricNames.contains(prefix + name) ? "weighted_" : "") + name;
    }

    // Keras' rules: one output, classes 0, 1, 2 … without a gap.
    void checkClassWeight()
    {
        const Json& weights = m_training.classWeight;
        const std::string path = "training.class_weight";
        if (weights.is_null())
            return;
        if (m_names.size() > 1) {
            fault(LAMINA_TEXT("model", "Class weights need a model with a single output"), path,
                  LAMINA_TEXT("model", "remove them"));
            return;
        }
        bool fits = weights.is_object() && !weights.empty();
        for (std::size_t c = 0; fits && c < weights.size(); ++c) {
            const auto weight = weights.find(std::to_string(c));
            fits = weight != weights.end() && weight->is_number();
        }
        if (!fits)
            fault(LAMINA_TEXT("model", "The class weights are no object with a number for each class"), path,
                  LAMINA_TEXT("model", "write them as { \"0\": 1, \"1\": 2.5 }, from class 0 without a gap"));
        else if (m_objective.outputs[0].type && m_objective.outputs[0].positions != 1)
            fault(
                LAMINA_TEXT("model", "Class weights need one class a sample, and the output has many places"),
                path, LAMINA_TEXT("model", "remove them"));
    }

    const Network& m_network;
    const TrainingSpec& m_training;
    std::vector<std::string> m_names; // of the outputs
    std::set<std::string> m_metricNames;
    std::map<std::string, int> m_objects; // how many of a name there are
    Objective m_objective;
    Faults m_faults;
};
} // namespace

Result<Objective> compileObjective(const Network& network, const TrainingSpec& training)
{
    return Compiler(network, training).compile();
}

} // namespace lamina
