#include "engine/code/torch_callbacks.h"

#include "engine/code/python.h"
#include "engine/code/torch_parts.h"
#include "engine/training/callback_type.h"

#include <algorithm>

namespace lamina::code {

namespace {
class CallbackWriter {
public:
    TorchCallbacks write(const TrainingSpec& training)
    {
        for (const PartSpec& part : training.callbacks) {
            const CallbackType* type = callbacks::find(part.className);
            if (!type)
                continue;
            const Attributes attributes(type->fields, part.config);
            m_number = m_number == 0 ? 1 : m_number + 1;
            if (part.className == "EarlyStopping")
                earlyStopping(attributes);
            else if (part.className == "ModelCheckpoint")
                checkpoint(attributes);
            else if (part.className == "ReduceLROnPlateau")
                plateau(attributes);
            else if (part.className == "TerminateOnNaN")
                m_code.batch.add("if not torch.isfinite(loss):\n"
                                 "    print(\"The loss is not a number: training ends.\")\n    return");
            else if (part.className == "CSVLogger")
                logger(attributes);
            else if (const std::string rate = part.className == "LearningRateScheduler"
                         ? torchRate(attributes.value("schedule"))
                         : std::string();
                     !rate.empty())
                scheduler(rate);
            else
                m_code.notes.emplace_back(
                    LAMINA_TEXT("code", "The callback %1 has not been written in PyTorch"), part.className);
        }
        return std::move(m_code);
    }

private:
    // A name of this callback's own.
    std::string own(const char* name) const
    {
        return m_number == 1 ? name : name + ("_" + std::to_string(m_number));
    }

    static bool wantsMore(const Attributes& attributes)
    {
        const std::string mode = attributes.text("mode");
        const std::string monitor = attributes.text("monitor");
        return mode == "max"
            || (mode == "auto"
                && (monitor.ends_with("acc") || monitor.ends_with("accuracy") || monitor.ends_with("auc")));
    }

    // "value < best", by at least the least change.
    static std::string better(const Attributes& attributes, const std::string& value, const std::string& best)
    {
        const double change = attributes.has("min_delta") ? std::abs(attributes.real("min_delta")) : 0;
        const bool more = wantsMore(attributes);
        std::string text = value + (more ? " > " : " < ") + best;
        if (change > 0)
            text += (more ? " + " : " - ") + python::number(change);
        return best + " is None or " + text;
    }

    void earlyStopping(const Attributes& attributes)
    {
        if (!attributes.isNull("baseline"))
            m_code.notes.emplace_back(LAMINA_TEXT("code", "The baseline of EarlyStopping is left out"));
        const std::string best = own("best");
        const std::string waited = own("waited");
        const std::string kept = own("kept");
        const bool restores = attributes.flag("restore_best_weights");
        m_code.begin.add(best + ", " + waited + " = None, 0");
        Lines& end = m_code.epochEnd;
        const Index from = attributes.whole("start_from_epoch");
        if (from > 0) {
            end.add("if epoch >= " + std::to_string(from) + ":");
            end.indent();
        }
        const std::string value = "logs[" + python::quote(attributes.text("monitor")) + "]";
        end.add("if " + better(attributes, value, best) + ":");
        end.add("    " + best + ", " + waited + " = " + value + ", 0");
        if (restores) {
            m_code.imports.insert("import copy");
            end.add("    " + kept + " = copy.deepcopy(model.state_dict())");
        }
        end.add("else:\n    " + waited + " += 1");
        end.add("    if " + waited + " >= " + std::to_string(attributes.whole("patience"))
                + " and epoch > 0:");
        if (restores)
            end.add("        model.load_state_dict(" + kept + ")");
        end.add("        break");
        if (from > 0)
            end.outdent();
    }

    void checkpoint(const Attributes& attributes)
    {
        if (attributes.value("save_freq").is_number())
            m_code.notes.emplace_back(LAMINA_TEXT(
                "code", "ModelCheckpoint saves at the end of each epoch here, whatever save_freq says"));
        std::string path = attributes.text("filepath");
        if (const std::size_t dot = path.rfind('.');
            dot != std::string::npos && path.find('}', dot) == std::string::npos)
            path.erase(dot);
        const std::string save = "torch.save(model.state_dict(), " + python::quote(path + ".pt")
            + (path.find('{') != std::string::npos ? ".format(epoch=epoch + 1, **logs))" : ")");
        if (!attributes.flag("save_best_only")) {
            m_code.epochEnd.add(save);
            return;
        }
        const std::string best = own("saved");
        const std::string value = "logs[" + python::quote(attributes.text("monitor")) + "]";
        m_code.begin.add(best + " = "
                         + (attributes.isNull("initial_value_threshold")
                                ? std::string("None")
                                : python::number(attributes.real("initial_value_threshold"))));
        m_code.epochEnd.add("if " + better(attributes, value, best) + ":\n    " + best + " = " + value
                            + "\n    " + save);
    }

    void plateau(const Attributes& attributes)
    {
        const std::string name = own("plateau");
        std::vector<std::string> arguments{"optimizer"};
        if (wantsMore(attributes))
            arguments.emplace_back("mode=\"max\"");
        arguments.push_back("factor=" + python::number(attributes.real("factor")));
        // Keras counts the epoch in which it acts, too.
        arguments.push_back("patience="
                            + std::to_string(std::max<Index>(attributes.whole("patience") - 1, 0)));
        arguments.push_back("threshold=" + python::number(attributes.real("min_delta")));
        arguments.emplace_back("threshold_mode=\"abs\"");
        if (attributes.whole("cooldown") > 0)
            arguments.push_back("cooldown=" + std::to_string(attributes.whole("cooldown")));
        if (attributes.real("min_lr") > 0)
            arguments.push_back("min_lr=" + python::number(attributes.real("min_lr")));
        m_code.begin.add(name + " = "
                         + python::call("torch.optim.lr_scheduler.ReduceLROnPlateau", arguments, 80));
        m_code.epochEnd.add(name + ".step(logs[" + python::quote(attributes.text("monitor")) + "])");
    }

    void logger(const Attributes& attributes)
    {
        const std::string separator = python::quote(attributes.text("separator"));
        const std::string file = python::quote(attributes.text("filename"));
        const std::string mode = attributes.flag("append") ? "\"a\"" : "\"a\" if epoch else \"w\"";
        m_code.epochEnd.add("with open(" + file + ", " + mode
                            + ") as log:\n    if epoch == 0:\n"
                              "        print(\"epoch\", *logs, sep="
                            + separator
                            + ", file=log)\n"
                              "    print(epoch, *logs.values(), sep="
                            + separator + ", file=log)");
    }

    void scheduler(const std::string& rate)
    {
        const std::string name = own("rate_of");
        m_code.begin.add("def " + name + "(step):\n    return " + rate);
        m_code.begin.blank();
        m_code.epochBegin.add("for group in optimizer.param_groups:\n    group[\"lr\"] = " + name
                              + "(epoch)");
        if (rate.find("math.") != std::string::npos)
            m_code.imports.insert("import math");
        if (rate.find("bisect.") != std::string::npos)
            m_code.imports.insert("import bisect");
    }

    int m_number = 0;
    TorchCallbacks m_code;
};
} // namespace

TorchCallbacks torchCallbacks(const TrainingSpec& training)
{
    return CallbackWriter().write(training);
}

} // namespace lamina::code
