#include "engine/formats/keras_names.h"

#include "engine/model/nested.h"

#include <algorithm>
#include <set>

namespace lamina::keras {

namespace {
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool mayBegin(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.';
}

bool mayFollow(char c, Version version)
{
    return mayBegin(c) || c == '_' || c == '-' || c == '>'
        || (version == Version::Two && (c == '/' || c == '\\'));
}

bool willDo(const std::string& name, Version version)
{
    return !name.empty() && mayBegin(name.front())
        && std::ranges::all_of(name, [version](char c) { return mayFollow(c, version); });
}

// One '_' for each run of what may not be there; what is not a letter at either end goes. Empty where nothing
// is left.
std::string trimmed(const std::string& name, Version version)
{
    std::string result;
    for (const char c : name) {
        const char kept = mayFollow(c, version) ? c : '_';
        if (kept != '_' || (!result.empty() && result.back() != '_'))
            result += kept;
    }
    while (!result.empty() && result.back() == '_')
        result.pop_back();
    const auto first = std::ranges::find_if(result, mayBegin);
    result.erase(result.begin(), first);
    return result;
}

// Nested models stay as they stand in the file: what was left out there is left out again.
template <typename Visit> // visit(class name, name)
void forEachName(const Json& layers, const Visit& visit)
{
    for (const Json& layer : layers) {
        visit(layer.at("class_name").get<std::string>(), layer.at("name").get<std::string>());
        if (const Json config = layer.value("config", Json());
            config.is_object() && config.contains("layers"))
            forEachName(config["layers"], visit);
    }
}

template <typename Visit>
void forEachName(const ModelSpec& model, const Visit& visit)
{
    for (const LayerSpec& layer : model.layers) {
        visit(layer.className, layer.name);
        if (isNested(layer))
            forEachName(layer.config.at("layers"), visit);
    }
}

std::string renamed(const std::string& name, const Renaming& names)
{
    const auto at = names.find(name);
    return at == names.end() ? name : at->second;
}

void renameTensors(Json& tensors, const Renaming& names)
{
    for (Json& tensor : tensors) {
        Json& layer = tensor.is_array() ? tensor.at(0) : tensor;
        layer = renamed(layer.get<std::string>(), names);
    }
}

void renameNested(Json& model, const Renaming& names)
{
    for (Json& layer : model.at("layers")) {
        layer["name"] = renamed(layer.at("name").get<std::string>(), names);
        if (layer.contains("inputs"))
            renameTensors(layer["inputs"], names);
        if (layer.contains("config") && layer["config"].is_object() && layer["config"].contains("layers"))
            renameNested(layer["config"], names);
    }
    for (const char* ends : {"inputs", "outputs"})
        if (model.contains(ends))
            renameTensors(model[ends], names);
}

Json withKeys(const Json& object, const Renaming& names)
{
    Json result = Json::object();
    for (const auto& [key, value] : object.items())
        result[renamed(key, names)] = value;
    return result;
}
} // namespace

Renaming namesFor(Version version, const ModelSpec& model)
{
    std::set<std::string> taken;
    forEachName(model, [&](const std::string&, const std::string& name) { taken.insert(name); });
    Renaming names;
    forEachName(model, [&](const std::string& className, const std::string& name) {
        if (willDo(name, version) || names.contains(name))
            return;
        std::string base = trimmed(name, version);
        if (std::ranges::none_of(base, isLetter)) // a number alone says less than "dense_1"
            base = groupName(className) + (base.empty() ? "" : "_" + base);
        std::string made = base;
        for (int i = 1; taken.contains(made); ++i)
            made = base + "_" + std::to_string(i);
        taken.insert(made);
        names.emplace(name, made);
    });
    return names;
}

Renaming inverse(const Renaming& names)
{
    Renaming result;
    for (const auto& [from, to] : names)
        result.emplace(to, from);
    return result;
}

void rename(ModelSpec& model, const Renaming& names)
{
    const auto tensors = [&names](std::vector<TensorRef>& list) {
        for (TensorRef& tensor : list)
            tensor.layer = renamed(tensor.layer, names);
    };
    for (LayerSpec& layer : model.layers) {
        layer.name = renamed(layer.name, names);
        tensors(layer.inputs);
        if (isNested(layer))
            renameNested(layer.config, names);
    }
    tensors(model.inputs);
    tensors(model.outputs);
}

void rename(TrainingSpec& training, const Renaming& names)
{
    if (training.loss.className.empty() && training.loss.config.is_object())
        training.loss.config = withKeys(training.loss.config, names);
    if (training.lossWeights.is_object())
        training.lossWeights = withKeys(training.lossWeights, names);
    std::map<std::string, std::vector<PartSpec>> metrics;
    for (auto& [output, parts] : training.outputMetrics)
        metrics.emplace(renamed(output, names), std::move(parts));
    training.outputMetrics = std::move(metrics);
}

std::vector<Text> renamingNotes(Version version, const ModelSpec& model)
{
    std::vector<Text> notes;
    for (const auto& [from, to] : namesFor(version, model))
        notes.emplace_back(
            LAMINA_TEXT("formats",
                        "Layer '%1' is called '%2' in the file: in Keras' names stand letters from "
                        "A to Z, digits, '.', '_' and '-'"),
            from, to);
    return notes;
}

} // namespace lamina::keras
