// Random edits of a project: every command there is, in any order, as a person at the Design page, the Data
// page and the Train page would make them.
#pragma once

#include "app/commands/add_layer.h"
#include "app/commands/apply_fix.h"
#include "app/commands/edit_groups.h"
#include "app/commands/edit_links.h"
#include "app/commands/freeze_layers.h"
#include "app/commands/move_layers.h"
#include "app/commands/paste_layers.h"
#include "app/commands/remove_layers.h"
#include "app/commands/rename_layer.h"
#include "app/commands/repeat_layers.h"
#include "app/commands/replace_model.h"
#include "app/commands/reset_layers.h"
#include "app/commands/set_data.h"
#include "app/commands/set_layer_config.h"
#include "app/commands/set_name.h"
#include "app/commands/set_seed.h"
#include "app/commands/set_training.h"
#include "app/document/project_document.h"
#include "engine/core/random.h"
#include "engine/model/layer_type.h"
#include "engine/training/advice.h"
#include "tests/app/example_project.h"

namespace lamina {

class RandomEdits {
public:
    explicit RandomEdits(std::uint64_t seed) : m_random(seed, RandomPurpose::Noise) { }

    // A command for the project as it is; the model stays near `layers` layers.
    DocumentCommand* next(const Project& project, std::size_t layers = 30);
    std::size_t below(std::size_t bound)
    {
        return static_cast<std::size_t>(m_random.below(m_drawn++, std::max<std::size_t>(bound, 1)));
    }

private:
    std::string anyLayer(const Project& project)
    {
        const auto& layers = project.model.layers;
        return layers.empty() ? std::string() : layers[below(layers.size())].name;
    }
    std::vector<LinkEnd> links(const Project& project)
    {
        std::vector<LinkEnd> ends;
        for (const LayerSpec& layer : project.model.layers)
            for (std::size_t input = 0; input < layer.inputs.size(); ++input)
                ends.push_back({layer.name, input});
        return ends;
    }
    CanvasPosition spot() { return {double(below(40)) * 8, double(below(40)) * 8}; }
    DocumentCommand* link(const Project& project);
    DocumentCommand* add(const Project& project);
    DocumentCommand* paste(const Project& project);
    DocumentCommand* group(const Project& project);
    DocumentCommand* repeat(const Project& project);
    DocumentCommand* fix(const Project& project);
    LayerNames stretch(const Project& project, std::size_t most);

    CounterRandom m_random;
    std::uint64_t m_drawn = 0;
    const std::array<Gesture, 3> m_gestures{Gesture::single(), Gesture::begin(), Gesture::begin()};
};

inline DocumentCommand* RandomEdits::add(const Project& project)
{
    const auto types = layers::all();
    const std::string type = types[below(types.size())]->className;
    const auto ends = links(project);
    NewLayer wanted = layerAfter(project.model, type, anyLayer(project));
    if (below(3) == 0 && !ends.empty())
        wanted = layerOnLink(project.model, type, ends[below(ends.size())]);
    else if (below(3) == 0 && !project.model.layers.empty())
        wanted = layerAtPort(project.model, type, TensorRef{anyLayer(project), 0}, {});
    else if (below(3) == 0 && !project.model.layers.empty()) {
        const LayerSpec& reader = project.model.layers[below(project.model.layers.size())];
        wanted = layerAtPort(project.model, type, {}, LinkEnd{reader.name, reader.inputs.size()});
    }
    if (below(3) == 0) {
        wanted.position = spot();
        if (!project.model.layers.empty())
            wanted.arrangement = {{anyLayer(project), spot()}};
    }
    return new AddLayer(project, wanted);
}

inline DocumentCommand* RandomEdits::link(const Project& project)
{
    const auto ends = links(project);
    if (below(3) == 0 && !ends.empty()) {
        std::vector<LinkEnd> gone{ends[below(ends.size())]};
        if (const LinkEnd& other = ends[below(ends.size())]; below(2) && other != gone.front())
            gone.push_back(other);
        return new EditLinks(project, gone);
    }
    // As on the canvas: only what is not refused is made.
    const ModelAnalysis analysis = analyse(project.model);
    for (int attempt = 0; attempt < 8 && !project.model.layers.empty(); ++attempt) {
        const TensorRef from{anyLayer(project), 0};
        const LayerSpec& reader = project.model.layers[below(project.model.layers.size())];
        std::optional<LinkEnd> moved;
        if (below(2) && !ends.empty())
            moved = ends[below(ends.size())];
        const LinkEnd to{reader.name, below(reader.inputs.size() + 1)};
        if (!linkFault(project.model, analysis, from, to, moved))
            return new EditLinks(project, from, to, moved);
    }
    return new SetSeed(below(5), "Seed", m_gestures[below(3)]);
}

inline DocumentCommand* RandomEdits::paste(const Project& project)
{
    LayerClip clip;
    for (const LayerSpec& layer : project.model.layers)
        if (below(6) == 0 && clip.layers.size() < 5) {
            clip.layers.push_back(layer);
            clip.layout[layer.name] = spot();
        }
    if (clip.layers.empty())
        return new SetName("n" + std::to_string(below(3)), "Rename");
    PastePlace place;
    const auto ends = links(project);
    if (below(3) == 0 && !ends.empty())
        place.link = ends[below(ends.size())];
    else if (below(2))
        place.after = anyLayer(project);
    else
        place.beside = below(2);
    if (below(2)) {
        place.position = spot();
        place.arrangement = {{anyLayer(project), spot()}};
    }
    return new PasteLayers(project, clip, place,
                           below(2) ? PasteLayers::Act::Paste : PasteLayers::Act::Duplicate);
}

// Some layers that stand behind one another in the file, as a person would select them.
inline LayerNames RandomEdits::stretch(const Project& project, std::size_t most)
{
    LayerNames names;
    const auto& layers = project.model.layers;
    const std::size_t first = below(layers.size()), count = 1 + below(most);
    for (std::size_t i = first; i < std::min(first + count, layers.size()); ++i)
        names.insert(layers[i].name);
    return names;
}

inline DocumentCommand* RandomEdits::group(const Project& project)
{
    std::vector<std::string> names;
    for (const auto& [name, each] : project.groups)
        names.push_back(name);
    if (names.empty() || below(3) == 0) {
        // As on the canvas: only what is not refused is made.
        for (int attempt = 0; attempt < 8; ++attempt)
            if (const LayerNames layers = stretch(project, 5);
                !groupFault(project.model, project.groups, layers))
                return new GroupLayers(project, freeGroupName(project.groups, "Block"), layers);
        return new SetSeed(below(5), "Seed");
    }
    const std::string name = names[below(names.size())];
    switch (below(4)) {
    case 0:
        return new UngroupLayers(project, below(4) ? std::vector{name} : names);
    case 1: {
        const std::string to = "Part " + std::to_string(below(6));
        if (!groupNameFault(project.groups, name, to))
            return new RenameGroup(project, name, to);
        [[fallthrough]];
    }
    default:
        return new CloseGroups(project, below(4) ? std::vector{name} : names, below(2),
                               below(4) ? std::map<std::string, CanvasPosition>()
                                        : std::map<std::string, CanvasPosition>{{anyLayer(project), spot()}});
    }
}

inline DocumentCommand* RandomEdits::repeat(const Project& project)
{
    for (int attempt = 0; attempt < 8 && !project.model.layers.empty(); ++attempt) {
        LayerNames layers = stretch(project, 3);
        if (!project.groups.empty() && below(2))
            layers =
                std::next(project.groups.begin(), static_cast<std::ptrdiff_t>(below(project.groups.size())))
                    ->second.layers;
        if (layers.size() > 6 || repeatFault(project.model, layers))
            continue;
        Repetition wanted{.layers = layers, .copies = 1 + static_cast<int>(below(2))};
        if (below(2)) {
            wanted.distance = 104;
            wanted.arrangement = {{*layers.begin(), spot()}, {anyLayer(project), spot()}};
        }
        return new RepeatLayers(project, wanted);
    }
    return new SetSeed(below(5), "Seed");
}

// What a button under a fault does, or one that the cost and the task have.
inline DocumentCommand* RandomEdits::fix(const Project& project)
{
    std::vector<Fix> fixes;
    for (const Advice& advice : advise(project, analyse(project.model), nullptr))
        fixes.insert(fixes.end(), advice.fixes.begin(), advice.fixes.end());
    if (fixes.empty() || below(6) == 0)
        fixes = {{LAMINA_TEXT("advice", "Use a batch of %1"), {ChooseBatch{1 + static_cast<int>(below(4))}}}};
    return new ApplyFix(project, fixes[below(fixes.size())]);
}

inline DocumentCommand* RandomEdits::next(const Project& project, std::size_t layers)
{
    const Gesture gesture = m_gestures[below(3)];
    const std::string name = anyLayer(project);
    const bool tooMany = project.model.layers.size() > layers;
    switch (below(26)) {
    case 0:
    case 1:
    case 2:
    case 3:
        if (!tooMany)
            return add(project);
        [[fallthrough]];
    case 4:
        return new RemoveLayers(project, {name, anyLayer(project)},
                                below(2) ? RemoveLayers::Act::Cut : RemoveLayers::Act::Remove);
    case 5:
    case 6:
    case 7:
        return link(project);
    case 8:
        return tooMany ? link(project) : paste(project);
    case 9: {
        const std::string to = "layer" + std::to_string(below(40));
        if (name.empty() || project.model.find(to))
            return new SetSeed(below(5), "Seed", gesture);
        return new RenameLayer(project, name, to);
    }
    case 10:
    case 11: {
        LayerPositions moved{{name, spot()}};
        if (name.empty())
            return new SetSeed(below(5), "Seed", gesture);
        if (below(3) == 0)
            moved[anyLayer(project)] = std::nullopt;
        if (below(8) == 0) // the automatic layout
            for (const auto& [placed, position] : project.layout)
                moved[placed] = std::nullopt;
        return new MoveLayers(moved, gesture);
    }
    case 12: {
        TrainingSpec training = project.training;
        training.epochs = static_cast<int>(below(4));
        return new SetTraining(training, below(2) ? "Epochs" : "Training", gesture);
    }
    case 13: {
        DataSpec data = project.data;
        data.validationSplit = double(below(4)) / 8;
        return new SetData(data, "Split", gesture);
    }
    case 14:
        if (below(60) == 0)
            return new ReplaceModel(project, exampleProject().model, {{"conv", {1, 2}}});
        return new SetName("n" + std::to_string(below(3)), "Rename", gesture);
    case 15:
    case 16:
        return group(project);
    case 17:
        return tooMany ? group(project) : repeat(project);
    case 18:
        return fix(project);
    case 19: {
        const LayerNames frozen = stretch(project, 4);
        return new FreezeLayers(project, {frozen.begin(), frozen.end()}, below(2));
    }
    case 20:
        return new ResetLayers(project, {name, anyLayer(project)});
    default: {
        std::vector<std::string> names{name};
        if (const std::string other = anyLayer(project); below(3) == 0 && other != name)
            names.push_back(other);
        return new SetLayerConfig(names, below(2) ? "units" : "filters",
                                  below(5) == 0 ? std::nullopt : std::optional<Json>(Json(below(5))),
                                  gesture);
    }
    }
}

} // namespace lamina
