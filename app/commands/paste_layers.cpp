#include "app/commands/paste_layers.h"

#include <algorithm>
#include <limits>
#include <set>

namespace lamina {

namespace {
bool holds(const LayerClip& clip, const std::string& name)
{
    return std::any_of(clip.layers.begin(), clip.layers.end(),
                       [&](const LayerSpec& layer) { return layer.name == name; });
}

// The clip under its new names. What it read outside stays only if `beside` is wanted and it is there.
LayerClip renamed(const ModelSpec& model, LayerClip clip, bool beside)
{
    std::map<std::string, std::string> names;
    const std::vector<std::string> now = PasteLayers::namesIn(model, clip);
    for (std::size_t i = 0; i < clip.layers.size(); ++i)
        names[clip.layers[i].name] = now[i];
    for (LayerSpec& layer : clip.layers) {
        std::vector<TensorRef> inputs;
        for (const TensorRef& input : layer.inputs)
            if (const auto inner = names.find(input.layer); inner != names.end())
                inputs.push_back({inner->second, input.index});
            else if (beside && model.find(input.layer))
                inputs.push_back(input);
        layer.inputs = std::move(inputs);
        layer.name = names[layer.name];
    }
    std::map<std::string, CanvasPosition> layout;
    for (const auto& [name, position] : clip.layout)
        if (const auto found = names.find(name); found != names.end())
            layout[found->second] = position;
    clip.layout = std::move(layout);
    for (auto& [block, group] : clip.groups) {
        LayerNames members;
        for (const std::string& layer : group.layers)
            if (const auto found = names.find(layer); found != names.end())
                members.insert(found->second);
        group.layers = std::move(members);
    }
    return clip;
}

void place(Project& project, const LayerClip& clip, const PastePlace& where)
{
    if (!where.position)
        return;
    for (const auto& [name, position] : where.arrangement)
        project.layout[name] = position;
    CanvasPosition corner{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const auto& [name, position] : clip.layout)
        corner = {std::min(corner.x, position.x), std::min(corner.y, position.y)};
    for (const auto& [name, position] : clip.layout)
        project.layout[name] = {position.x - corner.x + where.position->x,
                                position.y - corner.y + where.position->y};
    if (clip.layers.size() == 1) // it came without a place
        project.layout.try_emplace(clip.layers.front().name, *where.position);
}

// A chain takes its place between what it follows and all that read that.
void link(Project& project, LayerClip& clip, const PastePlace& where)
{
    ModelSpec& model = project.model;
    const ClipEnds ends = endsOf(clip);
    if ((where.after.empty() && !where.link) || ends.heads.size() != 1)
        return;
    TensorRef source{where.after, 0};
    std::vector<LinkEnd> readers;
    if (where.link) {
        source = model.find(where.link->layer)->inputs.at(where.link->input);
        readers = {*where.link};
    } else {
        for (const LayerSpec& layer : model.layers)
            for (std::size_t input = 0; input < layer.inputs.size(); ++input)
                if (layer.inputs[input] == source)
                    readers.push_back({layer.name, input});
    }
    for (LayerSpec& layer : clip.layers)
        if (layer.name == ends.heads.front())
            layer.inputs = {source};
    if (ends.tails.size() != 1)
        return;
    const TensorRef tail{ends.tails.front(), 0};
    for (const LinkEnd& reader : readers)
        model.find(reader.layer)->inputs[reader.input] = tail;
    if (!where.link)
        std::replace(model.outputs.begin(), model.outputs.end(), source, tail);
}

Project withClip(Project project, LayerClip clip, const PastePlace& where)
{
    const ModelSpec before = project.model;
    clip = renamed(project.model, std::move(clip), where.beside);
    link(project, clip, where);
    place(project, clip, where);
    // Behind the last layer they read: files stay in an order that reads well.
    auto& layers = project.model.layers;
    auto spot = layers.end();
    for (auto layer = layers.begin(); layer != layers.end(); ++layer)
        for (const LayerSpec& pasted : clip.layers)
            if (std::any_of(pasted.inputs.begin(), pasted.inputs.end(),
                            [&](const TensorRef& input) { return input.layer == layer->name; }))
                spot = std::next(layer);
    layers.insert(spot, clip.layers.begin(), clip.layers.end());
    for (const auto& [name, group] : clip.groups)
        if (!group.layers.empty())
            project.groups[freeGroupName(project.groups, name)] = group;
    if (!project.model.inputs.empty())
        for (const LayerSpec& layer : clip.layers)
            if (inputLimits(layer).maximum == 0)
                project.model.inputs.push_back({layer.name, 0});
    keepOutputsAtEnds(before, project.model);
    return project;
}

} // namespace

ClipEnds endsOf(const LayerClip& clip)
{
    ClipEnds ends;
    std::set<std::string> read;
    for (const LayerSpec& layer : clip.layers) {
        bool inner = false;
        for (const TensorRef& input : layer.inputs)
            if (holds(clip, input.layer)) {
                read.insert(input.layer);
                inner = true;
            }
        if (!inner && inputLimits(layer).maximum > 0)
            ends.heads.push_back(layer.name);
    }
    for (const LayerSpec& layer : clip.layers)
        if (!read.contains(layer.name))
            ends.tails.push_back(layer.name);
    return ends;
}

PasteLayers::PasteLayers(const Project& project, const LayerClip& clip, const PastePlace& place, Act act)
    : EditStructure(project, withClip(project, clip, place), textFor(clip, act))
{
}

QString PasteLayers::textFor(const LayerClip& clip, Act act)
{
    const auto count = static_cast<int>(clip.layers.size());
    if (count == 1)
        return (act == Act::Paste ? tr("Paste %1") : tr("Duplicate %1"))
            .arg(QString::fromStdString(clip.layers.front().name));
    return act == Act::Paste ? tr("Paste %n layers", nullptr, count)
                             : tr("Duplicate %n layers", nullptr, count);
}

std::vector<std::string> PasteLayers::namesIn(const ModelSpec& model, const LayerClip& clip)
{
    std::vector<std::string> names;
    const auto taken = [&](const std::string& name) {
        return model.find(name) || std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const LayerSpec& layer : clip.layers) {
        std::string name = layer.name;
        // conv_3 becomes conv_4, not conv_3_1.
        const std::size_t line = name.find_last_of('_');
        const bool numbered = line != std::string::npos && line > 0 && line + 1 < name.size()
            && name.find_first_not_of("0123456789", line + 1) == std::string::npos;
        const std::string base = numbered ? name.substr(0, line) : name;
        for (int number = 1; taken(name); ++number)
            name = base + "_" + std::to_string(number);
        names.push_back(name);
    }
    return names;
}

} // namespace lamina
