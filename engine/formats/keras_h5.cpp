#include "engine/formats/keras_h5.h"

#include "engine/formats/atomic_file.h"
#include "engine/formats/hdf5_file.h"
#include "engine/formats/keras_config.h"

#include <system_error>

namespace lamina {

namespace {
using hdf5::Handle;

constexpr const char* kerasVersion = "2.13.1";

Fault damaged(const std::filesystem::path& path, const std::string& place)
{
    return {FaultKind::Input, LAMINA_TEXT("formats", "The model file is damaged"),
            Place{path.string(), place, {}}, LAMINA_TEXT("formats", "take another copy of it")};
}

// A layer's datasets, and what Keras says about the whole group, in `group` (the root, or model_weights).
bool writeWeightGroup(const Handle& group, const Network& network, const Buffer& weights)
{
    std::vector<std::string> layerNames;
    for (const NetworkLayer& layer : network.layers())
        layerNames.push_back(layer.spec.name);
    if (!hdf5::writeNames(group, "layer_names", layerNames)
        || !hdf5::writeText(group, "backend", "tensorflow")
        || !hdf5::writeText(group, "keras_version", kerasVersion))
        return false;
    for (const NetworkLayer& layer : network.layers()) {
        const Handle own = hdf5::createGroup(group, layer.spec.name);
        std::vector<std::string> names;
        for (const int index : layer.variables)
            names.push_back(layer.spec.name + "/" + network.variables()[static_cast<std::size_t>(index)].name
                            + ":0");
        if (!own || !hdf5::writeNames(own, "weight_names", names))
            return false;
        if (layer.variables.empty())
            continue;
        const Handle inner = hdf5::createGroup(own, layer.spec.name);
        for (const int index : layer.variables) {
            const Variable& variable = network.variables()[static_cast<std::size_t>(index)];
            if (!inner
                || !hdf5::writeFloats(inner, variable.name + ":0", variable.shape,
                                      weights.data() + variable.offset))
                return false;
        }
    }
    const Handle top = hdf5::createGroup(group, "top_level_model_weights");
    return top && hdf5::writeNames(top, "weight_names", {});
}

std::string extrasText(const ModelExtras& extras)
{
    Json preprocess = Json::array();
    for (const PartSpec& step : extras.preprocess)
        preprocess.push_back({{"class_name", step.className}, {"config", step.config}});
    return Json{{"version", 1},
                {"preprocess", preprocess},
                {"input", extras.input},
                {"class_names", extras.classNames},
                {"learned", extras.learned},
                {"source", extras.source}}
        .dump();
}

Result<ModelExtras> readExtras(const Handle& file, const std::filesystem::path& path)
{
    ModelExtras extras;
    const Handle group = hdf5::openGroup(file, "lamina");
    if (!group)
        return extras; // a file of Keras' own
    const std::optional<std::string> text = hdf5::readBytes(group, "extras");
    const Json json = text ? Json::parse(*text, nullptr, false) : Json();
    try {
        for (const Json& step : json.at("preprocess"))
            extras.preprocess.push_back({step.at("class_name"), step.at("config")});
        extras.input = json.at("input");
        extras.classNames = json.at("class_names").get<std::vector<std::string>>();
        if (json.contains("learned")) // newer than the rest
            extras.learned = json["learned"].get<std::vector<Json>>();
        extras.source = json.value("source", Json());
    } catch (const Json::exception&) {
        return damaged(path, "lamina/extras");
    }
    return extras;
}

Result<void> readWeightGroup(const Handle& group, const std::filesystem::path& path, const Network& network,
                             Buffer& weights)
{
    const std::optional<std::vector<std::string>> layerNames = hdf5::readNames(group, "layer_names");
    if (!layerNames)
        return damaged(path, "layer_names");
    std::vector<const NetworkLayer*> wanting;
    for (const NetworkLayer& layer : network.layers())
        if (!layer.variables.empty())
            wanting.push_back(&layer);
    std::size_t next = 0;
    for (const std::string& layerName : *layerNames) {
        const Handle own = hdf5::openGroup(group, layerName);
        const std::optional<std::vector<std::string>> names =
            own ? hdf5::readNames(own, "weight_names") : std::nullopt;
        if (!names)
            return damaged(path, layerName);
        if (names->empty())
            continue;
        const NetworkLayer* layer = next < wanting.size() ? wanting[next++] : nullptr;
        if (!layer || names->size() != layer->variables.size())
            return Fault{FaultKind::Input,
                         Text(LAMINA_TEXT("formats", "The weights of '%1' do not fit the model"), layerName),
                         Place{path.string(), layerName, layer ? layer->spec.name : ""},
                         LAMINA_TEXT("formats", "use weights that were saved from the same model")};
        for (std::size_t i = 0; i < names->size(); ++i) {
            const Variable& variable = network.variables()[static_cast<std::size_t>(layer->variables[i])];
            const std::optional<Shape> shape = hdf5::shapeOf(own, (*names)[i]);
            if (!shape)
                return damaged(path, layerName + "/" + (*names)[i]);
            if (*shape != variable.shape)
                return Fault{
                    FaultKind::Input,
                    Text(LAMINA_TEXT("formats", "The file has %1 numbers for %2, and the model wants %3"),
                         shape->text(), variable.name, variable.shape.text()),
                    Place{path.string(), layerName + "/" + (*names)[i], layer->spec.name},
                    LAMINA_TEXT("formats", "use weights that were saved from the same model")};
            if (!hdf5::readFloats(own, (*names)[i],
                                  weights.values().subspan(static_cast<std::size_t>(variable.offset),
                                                           static_cast<std::size_t>(variable.count))))
                return damaged(path, layerName + "/" + (*names)[i]);
        }
    }
    if (next < wanting.size())
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("formats", "The file has no weights for layer '%1'"), wanting[next]->spec.name),
            Place{path.string(), {}, wanting[next]->spec.name},
            LAMINA_TEXT("formats", "use weights that were saved from the same model")};
    return {};
}

Result<Handle> open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "There is no such file"),
                     Place{path.string(), {}, {}}, LAMINA_TEXT("formats", "check its name")};
    Handle file = hdf5::openFile(path);
    if (!file)
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "This is no HDF5 file, or it is damaged"),
                     Place{path.string(), {}, {}},
                     LAMINA_TEXT("formats", "choose a model saved by Lamina or Keras")};
    return file;
}

Result<void> writeFile(const std::filesystem::path& path, const std::function<bool(const Handle&)>& fill)
{
    return replaceFileAtomically(path, [&](const std::filesystem::path& temporary) -> Result<void> {
        const std::scoped_lock lock(hdf5::mutex());
        Handle file = hdf5::createFile(temporary);
        const bool filled = file && fill(file) && H5Fflush(file.get(), H5F_SCOPE_GLOBAL) >= 0;
        if (!filled)
            return Fault{
                FaultKind::Runtime, LAMINA_TEXT("formats", "The model could not be written"),
                Place{path.string(), {}, {}},
                LAMINA_TEXT("formats", "see whether the disk is full and the folder may be written to")};
        return {};
    });
}
} // namespace

Result<void> writeKerasH5(const std::filesystem::path& path, const Network& network, const Buffer& weights,
                          const ModelExtras& extras, const TrainingSpec* training)
{
    return writeFile(path, [&](const Handle& file) {
        bool written = hdf5::writeText(file, "keras_version", kerasVersion)
            && hdf5::writeText(file, "backend", "tensorflow")
            && hdf5::writeText(file, "model_config", kerasModelConfig(network, "model").dump());
        if (training)
            written =
                written && hdf5::writeText(file, "training_config", kerasTrainingConfig(*training).dump());
        const Handle group = hdf5::createGroup(file, "model_weights");
        const Handle lamina = hdf5::createGroup(file, "lamina");
        return written && group && lamina && writeWeightGroup(group, network, weights)
            && hdf5::writeBytes(lamina, "extras", extrasText(extras));
    });
}

Result<void> writeKerasWeights(const std::filesystem::path& path, const Network& network,
                               const Buffer& weights)
{
    return writeFile(path, [&](const Handle& file) { return writeWeightGroup(file, network, weights); });
}

Result<SavedModel> readKerasH5(const std::filesystem::path& path)
{
    const std::scoped_lock lock(hdf5::mutex());
    Result<Handle> file = open(path);
    if (!file)
        return file.faults();
    const std::optional<std::string> config = hdf5::readText(*file, "model_config");
    if (!config)
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file holds no model"),
                     Place{path.string(), {}, {}},
                     hdf5::hasAttribute(*file, "layer_names")
                         ? LAMINA_TEXT("formats", "it holds weights alone: open the project they belong to")
                         : LAMINA_TEXT("formats", "choose a model saved by Lamina or Keras")};
    const Json json = Json::parse(*config, nullptr, false);
    if (json.is_discarded())
        return damaged(path, "model_config");
    Result<ModelSpec> model = modelFromKeras(json, path.string());
    if (!model)
        return model.faults();
    Result<Network> network = Network::make(*model);
    if (!network) {
        Faults faults = network.faults();
        for (Fault& fault : faults)
            fault.where.file = path.string();
        return faults;
    }
    Result<ModelExtras> extras = readExtras(*file, path);
    if (!extras)
        return extras.faults();
    SavedModel saved{std::move(*model), Buffer(network->weightCount()), std::move(*extras)};
    const Handle group = hdf5::openGroup(*file, "model_weights");
    if (!group)
        return damaged(path, "model_weights");
    if (Result<void> read = readWeightGroup(group, path, *network, saved.weights); !read)
        return read.faults();
    return saved;
}

Result<void> readKerasWeights(const std::filesystem::path& path, const Network& network, Buffer& weights)
{
    const std::scoped_lock lock(hdf5::mutex());
    Result<Handle> file = open(path);
    if (!file)
        return file.faults();
    Buffer read(network.weightCount()); // the caller's stay as they are if the file fits only in part
    const Handle group = hdf5::hasAttribute(*file, "layer_names") || hdf5::hasAttribute(*file, "layer_names0")
        ? Handle()
        : hdf5::openGroup(*file, "model_weights");
    Result<void> done = readWeightGroup(group ? group : *file, path, network, read);
    if (done)
        weights = std::move(read);
    return done;
}

} // namespace lamina
