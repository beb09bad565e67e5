#include "app/commands/remove_layers.h"

#include "engine/model/layer_type.h"
#include "engine/model/links.h"

#include <algorithm>

namespace lamina {

namespace {
// What stands in place of a reference to the layer that goes: all it read if the reader takes many inputs,
// else the first; nothing where it read nothing.
std::vector<TensorRef> closed(const std::vector<TensorRef>& references, const LayerSpec& gone, bool takesMany)
{
    std::vector<TensorRef> kept;
    for (const TensorRef& reference : references) {
        if (reference.layer != gone.name) {
            kept.push_back(reference);
            continue;
        }
        const std::size_t count =
            takesMany ? gone.inputs.size() : std::min<std::size_t>(1, gone.inputs.size());
        kept.insert(kept.end(), gone.inputs.begin(),
                    gone.inputs.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return kept;
}

void remove(Project& project, const std::string& name)
{
    ModelSpec& model = project.model;
    const auto found = std::find_if(model.layers.begin(), model.layers.end(),
                                    [&](const LayerSpec& layer) { return layer.name == name; });
    if (found == model.layers.end())
        return;
    LayerSpec gone = std::move(*found);
    model.layers.erase(found);
    std::erase_if(gone.inputs, [&](const TensorRef& input) { return input.layer == name; }); // a cycle of one

    for (LayerSpec& layer : model.layers) {
        const LayerType* type = layers::find(layer.className);
        layer.inputs = closed(layer.inputs, gone, type && type->maximumInputs > 1);
    }
    std::erase_if(model.inputs, [&](const TensorRef& input) { return input.layer == name; });
    std::vector<TensorRef> outputs;
    for (const TensorRef& output : closed(model.outputs, gone, false))
        if (std::find(outputs.begin(), outputs.end(), output) == outputs.end())
            outputs.push_back(output);
    model.outputs = std::move(outputs);
    project.layout.erase(name);
}

Project without(Project project, const std::vector<std::string>& names)
{
    const ModelSpec before = project.model;
    for (const std::string& name : names)
        remove(project, name);
    keepOutputsAtEnds(before, project.model);
    return project;
}
} // namespace

RemoveLayers::RemoveLayers(const Project& project, const std::vector<std::string>& names, Act act)
    : EditStructure(project, without(project, names), textFor(names, act))
{
}

QString RemoveLayers::textFor(const std::vector<std::string>& names, Act act)
{
    const auto count = static_cast<int>(names.size());
    if (count == 1)
        return (act == Act::Remove ? tr("Remove %1") : tr("Cut %1"))
            .arg(QString::fromStdString(names.front()));
    return act == Act::Remove ? tr("Remove %n layers", nullptr, count) : tr("Cut %n layers", nullptr, count);
}

} // namespace lamina
