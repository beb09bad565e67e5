// Writes Keras' files.
#include "engine/formats/keras_h5.h"

#include "engine/formats/atomic_file.h"
#include "engine/formats/hdf5_file.h"
#include "engine/formats/keras_config.h"
#include "engine/formats/keras_extras.h"
#include "engine/formats/keras_groups.h"
#include "engine/formats/zip_file.h"

#include <ctime>
#include <memory>

namespace lamina {

namespace {
using hdf5::Handle;

constexpr const char* keras2 = "2.13.1";
constexpr const char* keras3 = "3.14.0";

Fault failed(const std::filesystem::path& path)
{
    return {FaultKind::Runtime, LAMINA_TEXT("formats", "The model could not be written"),
            Place{path.string(), {}, {}},
            LAMINA_TEXT("formats", "see whether the disk is full and the folder may be written to")};
}

Result<void> writeFile(const std::filesystem::path& path, const std::function<bool(const Handle&)>& fill)
{
    return replaceFileAtomically(path, [&](const std::filesystem::path& temporary) -> Result<void> {
        int error = 0;
        bool filled = false;
        {
            const std::scoped_lock lock(hdf5::mutex());
            const Handle file = hdf5::createFile(temporary, error);
            filled = file && fill(file) && H5Fflush(file.get(), H5F_SCOPE_GLOBAL) >= 0;
        }
        if (error != 0)
            return writeFault(error, path);
        return filled ? Result<void>() : failed(path);
    });
}

// What Keras 3 means otherwise, by the same name.
Result<void> checkForKeras3(const Network& network)
{
    for (const NetworkLayer& layer : network.layers())
        for (const Field& field : layer.type->fields)
            if (std::string_view(field.name).ends_with("activation")
                && Attributes(layer.type->fields, layer.spec.config).value(field.name) == "hard_sigmoid")
                return Fault{FaultKind::Input,
                             LAMINA_TEXT("formats", "The hard_sigmoid of Keras 3 is another function"),
                             Place{{}, {}, layer.spec.name},
                             LAMINA_TEXT("formats", "write it as Keras 2 does, or use sigmoid")};
    return {};
}

// The model under names that Keras can build.
struct ForKeras {
    ModelToSave model;
    keras::Renaming own; // from these names to the layers' own, where they differ
    std::unique_ptr<const Network> network; // under these names
    std::unique_ptr<const TrainingSpec> training;
};

Result<ForKeras> forKeras(const ModelToSave& model, keras::Version version)
{
    ForKeras result{model, {}, nullptr, nullptr};
    const keras::Renaming names = keras::namesFor(version, model.network->spec());
    if (names.empty())
        return result;
    ModelSpec spec = model.network->spec();
    keras::rename(spec, names);
    Result<Network> network = Network::make(spec);
    if (!network)
        return network.faults();
    result.own = keras::inverse(names);
    result.network = std::make_unique<const Network>(*std::move(network));
    result.model.network = result.network.get();
    if (model.training) {
        TrainingSpec training = *model.training;
        keras::rename(training, names);
        result.training = std::make_unique<const TrainingSpec>(std::move(training));
        result.model.training = result.training.get();
    }
    return result;
}

std::string now()
{
    const std::time_t time = std::time(nullptr);
    std::tm local{};
    localtime_r(&time, &local);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d@%H:%M:%S", &local);
    return text;
}
} // namespace

Result<void> writeKerasH5(const std::filesystem::path& path, const ModelToSave& given)
{
    const Result<ForKeras> made = forKeras(given, keras::Version::Two);
    if (!made)
        return made.faults();
    const ModelToSave& model = made->model;
    return writeFile(path, [&](const Handle& file) {
        const Json config = keras::modelConfig(*model.network, model.name, keras::Version::Two);
        bool written = hdf5::writeText(file, "keras_version", keras2)
            && hdf5::writeText(file, "backend", "tensorflow")
            && hdf5::writeText(file, "model_config", config.dump());
        if (model.training)
            written = written
                && hdf5::writeText(file, "training_config",
                                   keras::trainingConfig(*model.training, keras::Version::Two).dump());
        if (model.training && model.optimizer)
            written =
                written && keras::writeOptimizer(file, *model.network, *model.optimizer, keras::Version::Two);
        const Handle group = hdf5::createGroup(file, "model_weights");
        const Handle lamina = hdf5::createGroup(file, "lamina");
        return written && group && lamina && keras::writeGroups(group, *model.network, *model.weights, keras2)
            && hdf5::writeBytes(lamina, "extras", extrasText(model.extras, made->own));
    });
}

Result<void> writeKerasArchive(const std::filesystem::path& path, const ModelToSave& given)
{
    if (Result<void> same = checkForKeras3(*given.network); !same)
        return same;
    const Result<ForKeras> made = forKeras(given, keras::Version::Three);
    if (!made)
        return made.faults();
    const ModelToSave& model = made->model;
    Json config = keras::modelConfig(*model.network, model.name, keras::Version::Three);
    if (model.training)
        config["compile_config"] = keras::trainingConfig(*model.training, keras::Version::Three);
    std::optional<std::string> weights;
    {
        const std::scoped_lock lock(hdf5::mutex());
        const Handle file = hdf5::createInMemory();
        const bool written = file && keras::writePaths(file, *model.network, *model.weights, model.name)
            && (!model.training || !model.optimizer
                || keras::writeOptimizer(file, *model.network, *model.optimizer, keras::Version::Three));
        if (written)
            weights = hdf5::bytesOf(file);
    }
    if (!weights)
        return failed(path);
    const std::vector<ZipEntry> entries{
        {"metadata.json", Json{{"keras_version", keras3}, {"date_saved", now()}}.dump()},
        {"config.json", config.dump()},
        {"model.weights.h5", *std::move(weights)},
        {"assets/lamina.json", extrasText(model.extras, made->own)}};
    return replaceFileAtomically(
        path, [&](const std::filesystem::path& temporary) { return writeZip(temporary, entries, path); });
}

Result<void> writeKerasWeights(const std::filesystem::path& path, const Network& network,
                               const Buffer& weights)
{
    const Result<ForKeras> made = forKeras({.network = &network, .weights = &weights}, keras::Version::Two);
    if (!made)
        return made.faults();
    return writeFile(path, [&](const Handle& file) {
        return keras::writeGroups(file, *made->model.network, weights, keras2);
    });
}

} // namespace lamina
