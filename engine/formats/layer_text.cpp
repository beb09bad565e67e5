#include "engine/formats/layer_text.h"

#include "engine/formats/json_printer.h"
#include "engine/formats/json_reader.h"
#include "engine/formats/layer_writer.h"
#include "engine/formats/project_file.h"

#include <set>

namespace lamina {

namespace {
constexpr const char* formatName = "lamina-layers";
constexpr int formatVersion = 1;
constexpr int expandedLevels = 1;

Fault noLayers()
{
    return {FaultKind::Input,
            LAMINA_TEXT("layerText", "The clipboard holds no layers"),
            {},
            LAMINA_TEXT("layerText", "copy layers on the canvas, or layer objects out of a project file")};
}

bool isLayer(const Json& value)
{
    return value.is_object() && value.contains("class_name");
}

// The list of layers in what was copied; nothing if there is none.
const Json* layersIn(const Json& root)
{
    if (root.is_array() && !root.empty() && isLayer(root.front()))
        return &root;
    if (!root.is_object())
        return nullptr;
    const auto model = root.find("model");
    const Json& holder = model != root.end() && model->is_object() ? *model : root;
    const auto layers = holder.find("layers");
    return layers != holder.end() && layers->is_array() && !layers->empty() ? &*layers : nullptr;
}

std::string layerRead(const Json& input)
{
    const Json& name = input.is_array() && !input.empty() ? input[0] : input;
    return name.is_string() ? name.get<std::string>() : std::string();
}

// A project file takes no reference to what is not in it: those are taken out of the layers, and kept by the
// place of the layer and of the input.
struct Outer {
    std::size_t layer, input;
    Json reference;
};

std::vector<Outer> takeOuter(Json& layers)
{
    std::set<std::string> names;
    for (const Json& layer : layers)
        if (layer.is_object() && layer.contains("name") && layer["name"].is_string())
            names.insert(layer["name"].get<std::string>());
    std::vector<Outer> outer;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!layers[i].is_object() || !layers[i].contains("inputs") || !layers[i]["inputs"].is_array())
            continue;
        Json inner = Json::array();
        Json& inputs = layers[i]["inputs"];
        for (std::size_t k = 0; k < inputs.size(); ++k)
            if (const std::string name = layerRead(inputs[k]); name.empty() || names.contains(name))
                inner.push_back(inputs[k]);
            else
                outer.push_back({i, k, inputs[k]});
        inputs = std::move(inner);
    }
    return outer;
}
} // namespace

std::string layersText(const LayerClip& clip)
{
    OrderedJson layers = OrderedJson::array();
    for (const LayerSpec& layer : clip.layers)
        layers.push_back(layerObject(layer));
    OrderedJson root = {{"format", formatName}, {"version", formatVersion}, {"layers", std::move(layers)}};
    if (!clip.layout.empty())
        root["layout"] = layoutObject(clip.layout);
    if (!clip.groups.empty())
        root["groups"] = groupsObject(clip.groups, clip.layers);
    return printJson(root, expandedLevels);
}

Result<LayerClip> parseLayers(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '['))
        return noLayers();
    const Result<Json> root = readJson(text, {});
    if (!root)
        return root.faults();
    Json layers;
    if (isLayer(*root))
        layers = Json::array({*root});
    else if (const Json* list = layersIn(*root))
        layers = *list;
    else
        return noLayers();
    const bool own = root->is_object() && root->value("format", Json()) == formatName;
    if (const Json version = own ? root->value("version", Json(formatVersion)) : Json(formatVersion);
        !version.is_number_integer() || version < 1 || version > formatVersion)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layerText", "The clipboard's layers were copied in a newer Lamina"),
                     {},
                     LAMINA_TEXT("layerText", "update this one")};

    const std::vector<Outer> outer = takeOuter(layers);
    Json project{{"format", "lamina-project"}, {"version", projectVersion}, {"model", {{"layers", layers}}}};
    for (const char* key : {"layout", "groups"})
        if (root->is_object() && root->contains(key))
            project[key] = (*root)[key];
    Result<Project> read = parseProject(project.dump(-1, ' ', false, Json::error_handler_t::replace), {});
    if (!read)
        return read.faults();
    LayerClip clip{std::move(read->model.layers), std::move(read->layout), std::move(read->groups)};
    for (const Outer& each : outer) {
        const bool indexed =
            each.reference.is_array() && each.reference.size() > 1 && each.reference[1].is_number_unsigned();
        std::vector<TensorRef>& inputs = clip.layers.at(each.layer).inputs;
        const std::size_t place = std::min(each.input, inputs.size());
        inputs.insert(inputs.begin() + static_cast<std::ptrdiff_t>(place),
                      {layerRead(each.reference), indexed ? each.reference[1].get<int>() : 0});
    }
    std::erase_if(clip.layout, [&](const auto& each) {
        return std::none_of(clip.layers.begin(), clip.layers.end(),
                            [&](const LayerSpec& layer) { return layer.name == each.first; });
    });
    return clip;
}

} // namespace lamina
