#include "engine/code/code.h"

#include "engine/code/keras_code.h"
#include "engine/code/torch_code.h"
#include "engine/formats/part_names.h"

#include <array>

namespace lamina {

namespace {
void checkPart(const PartKind& kind, const PartSpec& part, const std::string& path, Faults& faults)
{
    const Place where{.path = path};
    const std::optional<KnownPart> known = kind.find(part.className);
    if (!known)
        return faults.push_back(unknownPart(kind, part.className, where));
    const bool source = path == "data"; // the one part whose settings are called otherwise
    Faults found = check(known->fields, part.config, {.path = path + (source ? ".options" : ".config")});
    if (found.empty() && known->check)
        found = known->check(Attributes(known->fields, part.config), where);
    append(faults, std::move(found));
}

void checkAll(const PartKind& kind, const std::vector<PartSpec>& parts, const std::string& path,
              Faults& faults)
{
    for (std::size_t i = 0; i < parts.size(); ++i)
        checkPart(kind, parts[i], path + "[" + std::to_string(i) + "]", faults);
}

// What is unfinished or wrong beside the model: while a person edits, a project holds anything.
Faults checkBeside(const Project& project)
{
    Faults faults;
    const TrainingSpec& training = project.training;
    if (!project.data.source.empty())
        checkPart(sourceKind(), {project.data.source, project.data.options}, "data", faults);
    checkAll(preprocessKind(), project.data.preprocess, "data.preprocess", faults);
    if (!training.loss.className.empty())
        checkPart(lossKind(), training.loss, "training.loss", faults);
    else if (training.loss.config.is_object())
        for (const auto& [output, loss] : training.loss.config.items())
            checkPart(lossKind(), partFrom(loss), "training.loss." + output, faults);
    checkAll(metricKind(), training.metrics, "training.metrics", faults);
    checkAll(metricKind(), training.weightedMetrics, "training.weighted_metrics", faults);
    for (const auto& [output, parts] : training.outputMetrics)
        checkAll(metricKind(), parts, "training.metrics." + output, faults);
    checkPart(optimizerKind(), training.optimizer, "training.optimizer", faults);
    checkAll(callbackKind(), training.callbacks, "training.callbacks", faults);
    return faults;
}

template <Result<GeneratedCode> (*Write)(const Project&, const CodeFiles&)>
Result<GeneratedCode> checked(const Project& project, const CodeFiles& files)
{
    if (Faults faults = checkBeside(project); !faults.empty())
        return faults;
    return Write(project, files);
}
} // namespace

std::span<const CodeDialect> codeDialects()
{
    static constexpr std::array all{CodeDialect{"keras-code", "Keras", checked<code::kerasCode>},
                                    CodeDialect{"pytorch-code", "PyTorch", checked<code::torchCode>}};
    return all;
}

} // namespace lamina
