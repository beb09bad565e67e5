#include "app/commands/repeat_layers.h"

#include "app/commands/paste_layers.h"

#include <algorithm>
#include <cassert>

namespace lamina {

namespace {
LayerClip clipOf(const Project& project, const LayerNames& layers)
{
    LayerClip clip;
    for (const LayerSpec& layer : project.model.layers)
        if (layers.contains(layer.name))
            clip.layers.push_back(layer);
    clip.groups = groupsWithin(project.groups, layers);
    return clip;
}
} // namespace

std::optional<Fault> repeatFault(const ModelSpec& model, const LayerNames& layers)
{
    const auto refused = [](Text what, TextId remedy) {
        return Fault{FaultKind::Input, std::move(what), {}, remedy};
    };
    const GroupEnds ends = groupEnds(model, layers);
    if (ends.inputs.empty())
        return refused(LAMINA_TEXT("groups", "What reads nothing cannot stand behind itself"),
                       LAMINA_TEXT("groups", "leave out the layers where the samples come in"));
    if (ends.inputs.size() > 1)
        return refused(Text(LAMINA_TEXT("groups", "These layers read both '%1' and '%2'"),
                            ends.inputs[0].layer, ends.inputs[1].layer),
                       LAMINA_TEXT("groups", "select layers with one input and one output to repeat them"));
    if (ends.outputs.size() != 1)
        return refused(ends.outputs.size() > 1
                           ? Text(LAMINA_TEXT("groups", "Both '%1' and '%2' lead out of these layers"),
                                  ends.outputs[0].layer, ends.outputs[1].layer)
                           : Text(LAMINA_TEXT("groups", "Nothing leads out of these layers")),
                       LAMINA_TEXT("groups", "select layers with one input and one output to repeat them"));
    return {};
}

Repeated withCopies(Project project, const Repetition& wanted)
{
    assert(!repeatFault(project.model, wanted.layers));
    const ModelSpec before = project.model;
    const GroupEnds ends = groupEnds(before, wanted.layers);
    const TensorRef in = ends.inputs.front(), out = ends.outputs.front();
    const LayerClip clip = clipOf(project, wanted.layers);
    const std::map<std::string, CanvasPosition> places = wanted.arrangement;
    for (const auto& [name, place] : places)
        project.layout[name] = place;

    ModelSpec& model = project.model;
    std::vector<std::string> added;
    TensorRef last = out;
    std::string behind = clip.layers.back().name; // in the file
    for (int copy = 1; copy <= wanted.copies; ++copy) {
        const std::vector<std::string> now = PasteLayers::namesIn(model, clip);
        std::map<std::string, std::string> names;
        for (std::size_t i = 0; i < now.size(); ++i)
            names[clip.layers[i].name] = now[i];
        std::vector<LayerSpec> more = clip.layers;
        for (LayerSpec& layer : more) {
            for (TensorRef& input : layer.inputs)
                if (input == in)
                    input = last;
                else
                    input.layer = names.at(input.layer);
            if (const auto place = places.find(layer.name); place != places.end())
                project.layout[names[layer.name]] = {place->second.x,
                                                     place->second.y + copy * wanted.distance};
            layer.name = names[layer.name];
        }
        for (const auto& [name, group] : clip.groups) {
            LayerGroup& made = project.groups[freeGroupName(project.groups, name)];
            made.closed = group.closed;
            for (const std::string& layer : group.layers)
                made.layers.insert(names[layer]);
        }
        const auto spot = std::ranges::find(model.layers, behind, &LayerSpec::name);
        model.layers.insert(std::next(spot), more.begin(), more.end());
        behind = more.back().name;
        last = {names[out.layer], out.index};
        added.insert(added.end(), now.begin(), now.end());
    }
    for (LayerSpec& layer : model.layers)
        if (before.find(layer.name) && !wanted.layers.contains(layer.name))
            std::replace(layer.inputs.begin(), layer.inputs.end(), out, last);
    std::replace(model.outputs.begin(), model.outputs.end(), out, last);
    return {std::move(project), std::move(added)};
}

RepeatLayers::RepeatLayers(const Project& project, const Repetition& wanted)
    : EditStructure(project, withCopies(project, wanted).project,
                    wanted.layers.size() == 1
                        ? tr("Repeat %1").arg(QString::fromStdString(*wanted.layers.begin()))
                        : tr("Repeat %n layers", nullptr, static_cast<int>(wanted.layers.size())))
{
}

} // namespace lamina
