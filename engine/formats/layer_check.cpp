#include "engine/formats/layer_check.h"

#include "engine/formats/part_names.h"
#include "engine/formats/section_reader.h"
#include "engine/model/layer_type.h"
#include "engine/model/nested.h"

#include <algorithm>

namespace lamina {

namespace {
Place inside(Place place, const std::string& key)
{
    place.path += (place.path.empty() ? "" : ".") + key;
    return place;
}

void checkLinks(const ModelSpec& inner, const LayerSpec& layer, const Place& where, Faults& faults)
{
    for (std::size_t i = 0; i < layer.inputs.size(); ++i) {
        if (inner.find(layer.inputs[i].layer))
            continue;
        PartKind kind{LAMINA_TEXT("project", "There is no layer '%1'"), {}, {}};
        for (const LayerSpec& other : inner.layers)
            kind.names.push_back(other.name);
        faults.push_back(
            unknownPart(kind, layer.inputs[i].layer, inside(where, "inputs[" + std::to_string(i) + "]")));
    }
}

void checkNested(const LayerSpec& outer, const Place& where, Faults& faults)
{
    const Json trainable = outer.config.is_object() && outer.config.contains("trainable")
        ? Json{{"trainable", outer.config["trainable"]}}
        : Json::object();
    append(faults, check(commonLayerFields(), trainable, inside(where, "config")));
    const Result<ModelSpec> inner = innerModel(outer);
    if (!inner) {
        for (Fault found : inner.faults()) {
            found.where.file = where.file;
            found.where.path = inside(where, found.where.path).path;
            found.where.layer = where.layer;
            faults.push_back(std::move(found));
        }
        return;
    }
    // A Sequential may have been given an Input layer that the file leaves out.
    const std::size_t added = inner->layers.size() - outer.config["layers"].size();
    for (std::size_t i = added; i < inner->layers.size(); ++i) {
        const LayerSpec& layer = inner->layers[i];
        Place place = inside(where, "config.layers[" + std::to_string(i - added) + "]");
        place.layer += "/" + layer.name;
        checkLayer(layer, place, {faults, faults});
        checkLinks(*inner, layer, place, faults);
    }
}
} // namespace

void checkLayer(const LayerSpec& layer, const Place& where, const SettingFaults& faults)
{
    if (isNested(layer)) {
        checkNested(layer, where, faults.refused);
        return;
    }
    const LayerType* type = layers::find(layer.className);
    if (!type) {
        faults.refused.push_back(unknownPart(layerKind(), layer.className, inside(where, "class_name")));
        return;
    }
    std::vector<Field> fields(type->fields.begin(), type->fields.end());
    fields.insert(fields.end(), commonLayerFields().begin(), commonLayerFields().end());
    Faults found = check(fields, layer.config, inside(where, "config"));
    checkNestedParts(fields, layer.config, inside(where, "config"), found);
    faults.add(fields, layer.config, std::move(found));
}

} // namespace lamina
