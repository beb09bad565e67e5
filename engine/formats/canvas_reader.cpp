#include "engine/formats/canvas_reader.h"

#include <algorithm>
#include <array>

namespace lamina {

namespace {
std::span<const Field> groupFields()
{
    static const std::array fields{Field{.name = "closed",
                                         .kind = FieldKind::Flag,
                                         .defaultJson = "false",
                                         .label = LAMINA_TEXT("project", "Closed"),
                                         .help = {}}};
    return fields;
}

void readLayout(const Json& value, const SectionReader& root, Project& project)
{
    if (!value.is_object()) {
        root.fault(LAMINA_TEXT("project", "'layout' is not an object"), "layout",
                   LAMINA_TEXT("project", "write it as { \"layer\": [x, y] }"));
        return;
    }
    for (const auto& [layer, position] : value.items()) {
        if (position.is_array() && position.size() == 2 && position[0].is_number() && position[1].is_number())
            project.layout[layer] = {position[0].get<double>(), position[1].get<double>()};
        else
            root.fault(LAMINA_TEXT("project", "This is no place on the canvas"), "layout." + layer,
                       LAMINA_TEXT("project", "write it as [x, y]"));
    }
}

void readGroup(const std::string& name, const SectionReader& section,
               const std::vector<std::string>& layerNames, Project& project)
{
    if (!section.isObject()
        || !section.require("layers", LAMINA_TEXT("project", "list the layers of the block")))
        return;
    LayerGroup group;
    group.closed = section.settings(groupFields()).flag("closed");
    const std::vector<const Json*> items = section.list("layers");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string at = "layers[" + std::to_string(i) + "]";
        if (!items[i]->is_string()) {
            section.fault(LAMINA_TEXT("project", "This is no layer's name"), at,
                          LAMINA_TEXT("project", "write \"layer\""));
            continue;
        }
        const auto layer = items[i]->get<std::string>();
        if (std::find(layerNames.begin(), layerNames.end(), layer) == layerNames.end())
            section.faults().push_back(unknownLayer(layerNames, layer, section.at(at)));
        if (const std::string* other = groupOf(project.groups, layer))
            section.fault(Text(LAMINA_TEXT("project", "'%1' is in the block '%2' already"), layer, *other),
                          at, LAMINA_TEXT("project", "leave it in one of the two blocks"));
        group.layers.insert(layer);
    }
    if (section.find("layers")->is_array() && items.empty())
        section.fault(Text(LAMINA_TEXT("project", "The block '%1' holds no layers"), name), "layers",
                      LAMINA_TEXT("project", "name its layers or take the block out"));
    project.groups.emplace(name, std::move(group));
}
} // namespace

void readCanvas(const SectionReader& root, const std::vector<std::string>& layerNames, Project& project)
{
    if (const Json* layout = root.find("layout"))
        readLayout(*layout, root, project);
    const Json* groups = root.find("groups");
    if (!groups)
        return;
    if (!groups->is_object()) {
        root.fault(LAMINA_TEXT("project", "'groups' is not an object"), "groups",
                   LAMINA_TEXT("project", "write it as { \"block\": { \"layers\": [\"conv\", \"relu\"] } }"));
        return;
    }
    for (const auto& [name, group] : groups->items()) {
        if (const std::optional<Fault> nameless = groupNameFault({}, {}, name)) {
            root.fault(nameless->what, "groups", LAMINA_TEXT("project", "write one before its layers"));
            continue;
        }
        readGroup(name, SectionReader(group, root.at("groups." + name), {"layers", "closed"}, root.faults()),
                  layerNames, project);
    }
}

Fault unknownLayer(const std::vector<std::string>& layerNames, const std::string& name, const Place& where)
{
    return unknownPart({LAMINA_TEXT("project", "There is no layer '%1'"), {}, layerNames}, name, where);
}

} // namespace lamina
