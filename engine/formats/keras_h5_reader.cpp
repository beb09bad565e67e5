// Reads Keras' files, of whatever kind and version.
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/json_reader.h"
#include "engine/formats/keras_config.h"
#include "engine/formats/keras_extras.h"
#include "engine/formats/keras_groups.h"
#include "engine/formats/zip_file.h"

#include <fstream>

namespace lamina {

namespace {
constexpr std::uint64_t configAtMost = 64'000'000; // bytes
constexpr std::uint64_t roomBesides = 64'000'000; // of a weights file, for names and the like

Fault damaged(const std::string& file, const std::string& place)
{
    return {FaultKind::Input, LAMINA_TEXT("formats", "The model file is damaged"), Place{file, place, {}},
            LAMINA_TEXT("formats", "take another copy of it")};
}

Fault inFile(Fault fault, const std::string& file, const std::string& place)
{
    fault.where.path = place + (fault.where.path.empty() ? "" : ", " + fault.where.path);
    fault.where.file = file;
    return fault;
}

keras::Version versionOf(const std::string& text)
{
    return text.starts_with("3") ? keras::Version::Three : keras::Version::Two;
}

// A model as its file describes it, before its numbers are looked at.
struct Described {
    SavedModel saved;
    std::optional<Network> network;
    std::string optimizer; // its class, where compile() was called
    keras::Renaming own; // from the names in the file to the layers' own
};

Result<Described> describe(const std::string& text, const std::string& place, keras::Version version,
                           const std::string& file)
{
    const Result<Json> config = readJson(text, file);
    if (!config) {
        Faults faults;
        for (const Fault& fault : config.faults())
            faults.push_back(inFile(fault, file, place));
        return faults;
    }
    Result<keras::ReadModel> read = keras::readModelConfig(*config, file, version);
    if (!read)
        return read.faults();
    Described result;
    result.saved.model = std::move(read->model);
    result.saved.name = std::move(read->name);
    result.saved.notes = std::move(read->notes);
    Result<Network> network = Network::make(result.saved.model);
    if (!network) {
        Faults faults = network.faults();
        for (Fault& fault : faults)
            fault.where.file = file;
        return faults;
    }
    result.network = std::move(*network);
    if (config->contains("compile_config") && (*config)["compile_config"].is_object()) {
        result.saved.training = keras::readTrainingConfig((*config)["compile_config"], result.saved.notes);
        result.optimizer = keras::optimizerClass((*config)["compile_config"]);
    }
    return result;
}

Result<SavedModel> withNumbers(Described described, const hdf5::Tree& tree,
                               const Result<std::vector<keras::Found>>& found, const std::string& file)
{
    if (!found)
        return found.faults();
    Result<Buffer> weights = keras::readAll(tree, *described.network, *found, file);
    if (!weights)
        return weights.faults();
    SavedModel& saved = described.saved;
    saved.weights = std::move(*weights);
    if (saved.training)
        saved.optimizer = keras::readOptimizer(tree, *described.network, saved.training->optimizer,
                                               described.optimizer, saved.notes);
    if (!described.own.empty()) {
        keras::rename(saved.model, described.own);
        if (saved.training)
            keras::rename(*saved.training, described.own);
        if (!Network::make(saved.model))
            return damaged(file, "layer_names");
    }
    return std::move(saved);
}

bool namesLayers(const hdf5::Node& node)
{
    return node.attributes.contains("layer_names") || node.attributes.contains("layer_names0");
}

// Whichever of the three ways the file has.
Result<std::vector<keras::Found>> findWeights(const hdf5::Tree& tree, const Network& network,
                                              const std::string& file)
{
    if (namesLayers(tree.root()))
        return keras::findByGroups(tree, tree.root(), network, file);
    if (const hdf5::Node* group = tree.find(tree.root(), "model_weights"))
        return keras::findByGroups(tree, *group, network, file);
    if (tree.find(tree.root(), "layers") || tree.find(tree.root(), "_layer_checkpoint_dependencies"))
        return keras::findByPaths(tree, network, file);
    return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file holds no weights"), Place{file, {}, {}},
                 LAMINA_TEXT("formats", "choose a file saved by Lamina or Keras")};
}

Result<hdf5::Tree> openTree(const std::filesystem::path& path)
{
    const Result<std::shared_ptr<const ByteSource>> bytes = openBytes(path);
    if (!bytes)
        return bytes.faults();
    return hdf5::Tree::read(*bytes, path.string());
}

Result<SavedModel> readH5(const std::filesystem::path& path)
{
    const std::string file = path.string();
    const Result<hdf5::Tree> tree = openTree(path);
    if (!tree)
        return tree.faults();
    const hdf5::Node& root = tree->root();
    const std::optional<std::string> config = tree->text(root, "model_config");
    if (!config)
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file holds no model"), Place{file, {}, {}},
                     namesLayers(root) || tree->find(root, "layers")
                         ? LAMINA_TEXT("formats", "it holds weights alone: open the project they belong to")
                         : LAMINA_TEXT("formats", "choose a model saved by Lamina or Keras")};
    Result<Described> described =
        describe(*config, "model_config", versionOf(tree->text(root, "keras_version").value_or("")), file);
    if (!described)
        return described.faults();
    SavedModel& saved = described->saved;
    if (const std::optional<std::string> training = tree->text(root, "training_config"))
        if (const Result<Json> json = readJson(*training, file)) {
            saved.training = keras::readTrainingConfig(*json, saved.notes);
            described->optimizer = keras::optimizerClass(*json);
        }
    if (const hdf5::Node* extras = tree->find(root, "lamina/extras")) {
        const std::optional<std::string> text = tree->bytes(*extras);
        std::optional<ModelExtras> read = text ? parseExtras(*text, described->own) : std::nullopt;
        if (!read)
            return damaged(file, "lamina/extras");
        saved.extras = *std::move(read);
    }
    const hdf5::Node* group = tree->find(root, "model_weights");
    if (!group)
        return damaged(file, "model_weights");
    const Result<std::vector<keras::Found>> found =
        keras::findByGroups(*tree, *group, *described->network, file);
    return withNumbers(std::move(*described), *tree, found, file);
}

// Keras keeps the weights unpacked, and with an optimizer's state three or four times over.
std::uint64_t weightsAtMost(const Network& network)
{
    return roomBesides + 8 * sizeof(float) * static_cast<std::uint64_t>(network.parameterCount());
}

Result<hdf5::Tree> treeInArchive(const ZipFile& archive, const Network& network, const std::string& file)
{
    Result<std::string> weights = archive.read("model.weights.h5", weightsAtMost(network));
    if (!weights)
        return weights.faults();
    return hdf5::Tree::read(bytesInMemory(std::move(*weights)), file + ", model.weights.h5");
}

Result<SavedModel> readArchive(const std::filesystem::path& path)
{
    const std::string file = path.string();
    const Result<ZipFile> archive = ZipFile::open(path);
    if (!archive)
        return archive.faults();
    if (!archive->has("config.json") || !archive->has("model.weights.h5"))
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The archive holds no Keras model"),
                     Place{file, {}, {}}, LAMINA_TEXT("formats", "choose a model saved by Lamina or Keras")};
    const Result<std::string> config = archive->read("config.json", configAtMost);
    if (!config)
        return config.faults();
    std::string version;
    if (archive->has("metadata.json"))
        if (const Result<std::string> text = archive->read("metadata.json", configAtMost)) {
            const Json metadata = Json::parse(*text, nullptr, false);
            if (metadata.is_object() && metadata.value("keras_version", Json()).is_string())
                version = metadata["keras_version"].get<std::string>();
        }
    Result<Described> described = describe(*config, "config.json", versionOf(version), file);
    if (!described)
        return described.faults();
    if (archive->has("assets/lamina.json")) {
        const Result<std::string> text = archive->read("assets/lamina.json", configAtMost);
        std::optional<ModelExtras> read = text ? parseExtras(*text, described->own) : std::nullopt;
        if (!read)
            return damaged(file, "assets/lamina.json");
        described->saved.extras = *std::move(read);
    }
    const Result<hdf5::Tree> tree = treeInArchive(*archive, *described->network, file);
    if (!tree)
        return tree.faults();
    const Result<std::vector<keras::Found>> found = findWeights(*tree, *described->network, file);
    return withNumbers(std::move(*described), *tree, found, file);
}

// What the file says of compile(), as far as it does: of `archive`, else of `tree`.
Json compiling(const ZipFile* archive, const hdf5::Tree& tree, const std::string& file)
{
    if (!archive) {
        const std::optional<std::string> training = tree.text(tree.root(), "training_config");
        const Result<Json> config = training ? readJson(*training, file) : Result<Json>(Json());
        return config ? *config : Json();
    }
    const Result<std::string> text = archive->read("config.json", configAtMost);
    const Result<Json> config = text ? readJson(*text, file) : Result<Json>(Json());
    return config && config->is_object() ? config->value("compile_config", Json()) : Json();
}
} // namespace

bool isModelFile(const std::filesystem::path& path)
{
    char start[8] = {};
    std::ifstream stream(path, std::ios::binary);
    const bool hdf5 = stream.read(start, sizeof start)
        && std::string_view(start, sizeof start) == std::string_view("\x89HDF\r\n\x1a\n", 8);
    return hdf5 || isZip(path);
}

Result<SavedModel> readModelFile(const std::filesystem::path& path)
{
    return isZip(path) ? readArchive(path) : readH5(path);
}

Result<KerasWeights> readKerasWeights(const std::filesystem::path& path, const Network& network,
                                      const PartSpec* optimizer)
{
    const std::string file = path.string();
    std::optional<ZipFile> archive;
    if (isZip(path)) {
        Result<ZipFile> opened = ZipFile::open(path);
        if (!opened)
            return opened.faults();
        archive = std::move(*opened);
    }
    const Result<hdf5::Tree> tree = archive ? treeInArchive(*archive, network, file) : openTree(path);
    if (!tree)
        return tree.faults();
    const Result<std::vector<keras::Found>> found = findWeights(*tree, network, file);
    if (!found)
        return found.faults();
    Result<Buffer> weights = keras::readAll(*tree, network, *found, file);
    if (!weights)
        return weights.faults();
    KerasWeights read;
    read.weights = std::move(*weights);
    if (optimizer) {
        const Json config = compiling(archive ? &*archive : nullptr, *tree, file);
        read.optimizer =
            keras::readOptimizer(*tree, network, *optimizer, keras::optimizerClass(config), read.notes);
    }
    return read;
}

} // namespace lamina
