#include "engine/code/torch_training.h"

#include "engine/code/data_code.h"
#include "engine/code/python.h"
#include "engine/code/torch_callbacks.h"
#include "engine/code/torch_helpers.h"
#include "engine/code/torch_parts.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"
#include "engine/training/callback_type.h"

#include <algorithm>

namespace lamina::code {

namespace {
class TrainingWriter {
public:
    TrainingWriter(const Project& project, const Network& network, const TorchModel& model)
        : m_training(project.training), m_network(network), m_model(model), m_untrained(model.untrained)
    {
        const Shape shape = network.outputShape();
        m_task.loss = losses::find(m_training.loss.className);
        m_task.logits = model.logits.at(0);
        m_task.classes = shape.rank() > 0 ? shape[-1] : 1;
        m_task.positions = shape.elements() / std::max<Index>(m_task.classes, 1);
        if (!project.data.augment.empty() && !readsFolders(project))
            refuse(LAMINA_TEXT("code", "How pictures are changed at random has not been written in PyTorch"));
    }

    TorchTraining write()
    {
        m_loss = torchLoss(m_training.loss, m_task);
        checkWhatIsAsked();
        m_callbacks = torchCallbacks(m_training);
        m_code.notes.insert(m_code.notes.end(), m_callbacks.notes.begin(), m_callbacks.notes.end());
        m_code.imports.merge(m_callbacks.imports);
        measures();
        penalty();
        evaluate();
        train();
        m_code.notes.insert(m_code.notes.end(), m_untrained.begin(), m_untrained.end());
        return std::move(m_code);
    }

private:
    void refuse(const Text& why) { m_untrained.push_back(why); }

    void checkWhatIsAsked()
    {
        if (m_network.outputs().size() != 1)
            refuse(LAMINA_TEXT("code", "Training of several outputs has not been written in PyTorch"));
        else if (m_training.loss.className.empty())
            refuse(LAMINA_TEXT("code", "No loss has been chosen yet: training needs one"));
        else if (m_loss.empty())
            refuse({LAMINA_TEXT("code", "The loss %1 has not been written in PyTorch"),
                    m_training.loss.className});
        if (m_training.classWeight.is_object())
            refuse(LAMINA_TEXT("code", "Weights of classes have not been written in PyTorch"));
        const OptimizerType* type = optimizers::find(m_training.optimizer.className);
        const Json rate =
            type ? Attributes(type->fields, m_training.optimizer.config).value("learning_rate") : Json(0.001);
        if (isSchedule(rate)) {
            m_rate = torchRate(rate);
            if (m_rate.empty())
                refuse({LAMINA_TEXT("code", "The schedule %1 has not been written in PyTorch"),
                        rate.value("class_name", std::string())});
        }
        const auto setsRate = [](const PartSpec& part) {
            const CallbackType* callback = callbacks::find(part.className);
            return callback && callback->setsLearningRate;
        };
        m_optimizer = torchOptimizer(m_training.optimizer, compileSchedule(rate)(0));
        const std::string sgd = "torch.optim.SGD(";
        if (m_optimizer.starts_with(sgd) && m_optimizer.find("momentum=") != std::string::npos
            && (isSchedule(rate) || std::ranges::any_of(m_training.callbacks, setsRate))) {
            m_optimizer.replace(0, sgd.size(), "KerasSGD(");
            std::string helper(torchHelper("KerasSGD"));
            helper.pop_back();
            m_code.lines.add(helper);
            m_code.lines.blank(2);
        }
        if (m_optimizer.empty())
            refuse({LAMINA_TEXT("code", "The optimizer %1 has not been written in PyTorch as it is set"),
                    m_training.optimizer.className});
    }

    void measures()
    {
        Lines& lines = m_code.lines;
        lines.add("def measures(prediction, target):");
        lines.indent();
        lines.add("\"\"\"The loss, and what else is of interest, of a batch.\"\"\"");
        if (m_loss.empty()) {
            lines.add("return {}");
            lines.outdent();
            return;
        }
        if (m_task.loss && !m_task.loss->sparseTarget)
            lines.add("target = target.reshape(prediction.shape).to(prediction.dtype)");
        std::vector<std::string> items{"\"loss\": " + m_loss};
        std::vector<PartSpec> all = m_training.metrics;
        for (const auto& [output, parts] : m_training.outputMetrics)
            all.insert(all.end(), parts.begin(), parts.end());
        for (const PartSpec& metric : all) {
            const std::string expression = torchMetric(metric, m_task);
            if (!expression.empty()) {
                items.push_back(python::quote(metric.className) + ": " + expression);
                continue;
            }
            m_code.notes.emplace_back(LAMINA_TEXT("code", "The metric %1 has not been written in PyTorch"),
                                      metric.className);
            lines.add("# " + render(m_code.notes.back()));
        }
        lines.add(python::bracketed("return {", items, "}", lines.room()));
        lines.outdent();
    }

    void penalty()
    {
        if (m_model.penalties.empty())
            return;
        Lines& lines = m_code.lines;
        lines.blank(2);
        lines.add("def penalty(model):\n    \"\"\"What the regularizers add to the loss.\"\"\"");
        std::string sum;
        for (const std::string& term : m_model.penalties)
            sum += (sum.empty() ? "" : "\n        + ") + term;
        lines.add(m_model.penalties.size() == 1 ? "    return " + sum
                                                : "    return (\n        " + sum + "\n    )");
    }

    void evaluate()
    {
        Lines& lines = m_code.lines;
        lines.blank(2);
        lines.add("def evaluate(model, data):\n"
                  "    \"\"\"What measures() gives, over all samples.\"\"\"\n"
                  "    model.eval()\n"
                  "    totals = {}\n"
                  "    with torch.no_grad():\n"
                  "        for x, y in DataLoader(data, batch_size="
                  + std::to_string(m_training.batchSize)
                  + "):\n"
                    "            for name, value in measures(model(x), y).items():\n"
                    "                totals[name] = totals.get(name, 0.0) + value.item() * len(x)\n"
                    "    results = {name: total / len(data) for name, total in totals.items()}");
        if (!m_model.penalties.empty())
            lines.add("    results[\"loss\"] += penalty(model).item()");
        lines.add("    return results");
    }

    void clip(Lines& lines) const
    {
        const OptimizerType* type = optimizers::find(m_training.optimizer.className);
        if (!type)
            return;
        const Attributes attributes(type->fields, m_training.optimizer.config);
        if (!attributes.isNull("clipvalue"))
            lines.add("nn.utils.clip_grad_value_(model.parameters(), "
                      + python::number(attributes.real("clipvalue")) + ")");
        if (!attributes.isNull("clipnorm"))
            lines.add("for weight in model.parameters():\n    nn.utils.clip_grad_norm_(weight, "
                      + python::number(attributes.real("clipnorm")) + ")");
        if (!attributes.isNull("global_clipnorm"))
            lines.add("nn.utils.clip_grad_norm_(model.parameters(), "
                      + python::number(attributes.real("global_clipnorm")) + ")");
    }

    void train()
    {
        Lines& lines = m_code.lines;
        lines.blank(2);
        lines.add("def train(model, data, validation=None):");
        lines.indent();
        for (const Text& why : m_untrained)
            lines.add(python::call("raise NotImplementedError", {python::quote(render(why))}, lines.room()));
        if (!m_optimizer.empty())
            lines.add("optimizer = " + m_optimizer);
        if (m_rate.find("math.") != std::string::npos)
            m_code.imports.insert("import math");
        if (m_rate.find("bisect.") != std::string::npos)
            m_code.imports.insert("import bisect");
        if (!m_rate.empty())
            lines.add("schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: (" + m_rate
                      + ") / " + "optimizer.param_groups[0][\"initial_lr\"])");
        lines.append(m_callbacks.begin);
        lines.add("for epoch in range(" + std::to_string(m_training.epochs) + "):");
        lines.indent();
        lines.add("model.train()");
        lines.append(m_callbacks.epochBegin);
        lines.add("totals = {}");
        const Index steps = m_training.gradientAccumulationSteps;
        const std::string batches = "DataLoader(data, batch_size=" + std::to_string(m_training.batchSize)
            + (m_training.shuffle ? ", shuffle=True)" : ")");
        lines.add(steps > 1 ? "for batch, (x, y) in enumerate(" + batches + "):"
                            : "for x, y in " + batches + ":");
        lines.indent();
        batch(lines, steps);
        lines.outdent();
        lines.add("logs = {name: total / len(data) for name, total in totals.items()}");
        lines.add("if validation is not None:\n    logs.update({\"val_\" + name: value for name, value in "
                  "evaluate(model, validation).items()})");
        lines.add(
            "print(f\"Epoch {epoch + 1}:\", *(f\"{name} {value:.4f}\" for name, value in logs.items()))");
        lines.append(m_callbacks.epochEnd);
        lines.outdent(2);
    }

    void batch(Lines& lines, Index steps)
    {
        if (m_training.precision == "mixed_bfloat16")
            lines.add("with torch.autocast(\"cpu\", torch.bfloat16):\n    prediction = model(x).float()");
        else
            lines.add("prediction = model(x)");
        lines.add("measured = measures(prediction, y)\nloss = measured[\"loss\"]");
        if (!m_model.penalties.empty())
            lines.add("measured[\"loss\"] = loss = loss + penalty(model)");
        lines.append(m_callbacks.batch);
        if (steps > 1) {
            lines.add("(loss / " + std::to_string(steps) + ").backward()");
            lines.add("if (batch + 1) % " + std::to_string(steps) + " == 0:");
            lines.indent();
        } else {
            lines.add("optimizer.zero_grad()\nloss.backward()");
        }
        clip(lines);
        lines.add("optimizer.step()");
        if (steps > 1) {
            lines.add("optimizer.zero_grad()");
            lines.outdent();
        }
        if (!m_rate.empty())
            lines.add("schedule.step()");
        lines.add("for name, value in measured.items():\n"
                  "    totals[name] = totals.get(name, 0.0) + value.item() * len(x)");
    }

    const TrainingSpec& m_training;
    const Network& m_network;
    const TorchModel& m_model;
    std::vector<Text> m_untrained;
    TorchTask m_task;
    std::string m_loss;
    std::string m_optimizer;
    std::string m_rate; // an expression of `step`, if the rate changes with the steps
    TorchCallbacks m_callbacks;
    TorchTraining m_code;
};
} // namespace

TorchTraining torchTraining(const Project& project, const Network& network, const TorchModel& model)
{
    return TrainingWriter(project, network, model).write();
}

} // namespace lamina::code
