#include "engine/formats/project_file.h"

#include "engine/data/file_bytes.h"
#include "engine/formats/canvas_reader.h"
#include "engine/formats/json_reader.h"
#include "engine/formats/layer_check.h"
#include "engine/formats/section_reader.h"
#include "engine/model/layer_type.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace lamina {

namespace {
constexpr std::uintmax_t largestFile = 64'000'000; // bytes; a project holds no weights and no data
constexpr std::array inputChoices{"drawing", "picture"};
constexpr std::array targetChoices{"input"};
constexpr std::array precisionChoices{"float32", "mixed_bfloat16"};

// The plain settings of a section, told with the same sentences as a layer's.
Field plainField(const char* name, FieldKind kind, const char* byDefault, TextId label)
{
    return {.name = name, .kind = kind, .defaultJson = byDefault, .label = label, .help = {}};
}

std::span<const Field> dataFields()
{
    static const std::array fields = [] {
        std::array made{
            plainField("input", FieldKind::Choice, "null", LAMINA_TEXT("project", "Input")),
            plainField("target", FieldKind::Choice, "null", LAMINA_TEXT("project", "Target")),
            plainField("validation_split", FieldKind::Real, "0", LAMINA_TEXT("project", "Validation split"))};
        made[0].choices = inputChoices;
        made[1].choices = targetChoices;
        made[2].minimum = 0;
        made[2].maximum = 0.999999;
        return made;
    }();
    return fields;
}

std::span<const Field> trainingFields()
{
    static const std::array fields = [] {
        std::array made{
            plainField("epochs", FieldKind::Whole, "1", LAMINA_TEXT("project", "Epochs")),
            plainField("batch_size", FieldKind::Whole, "32", LAMINA_TEXT("project", "Batch size")),
            plainField("shuffle", FieldKind::Flag, "true", LAMINA_TEXT("project", "Shuffle")),
            plainField("precision", FieldKind::Choice, "\"float32\"", LAMINA_TEXT("project", "Precision")),
            plainField("gradient_accumulation_steps", FieldKind::Whole, "1",
                       LAMINA_TEXT("project", "Gradient accumulation"))};
        made[0].minimum = made[1].minimum = made[4].minimum = 1;
        made[0].maximum = made[1].maximum = made[4].maximum = 1'000'000;
        made[3].choices = precisionChoices;
        return made;
    }();
    return fields;
}

// What of a project's faults it is refused for.
enum class Refuses {
    AllFaults,
    Illegible, // not for values of settings: they can be put right where they are shown
    NoProject, // alone
};

class ProjectReader {
public:
    ProjectReader(std::string file, Refuses refuses) : m_file(std::move(file)), m_refuses(refuses) { }

    Result<Project> read(const Json& root)
    {
        if (!isProject(root))
            return m_faults;
        const SectionReader section(
            root, place(""),
            {"format", "version", "name", "seed", "data", "model", "training", "layout", "groups"}, m_faults);
        m_project.name = section.text("name");
        readSeed(section);
        if (const Json* data = section.find("data"))
            readData(*data);
        if (const Json* model =
                section.require("model", LAMINA_TEXT("project", "give an object with layers")))
            readModel(*model);
        if (const Json* training = section.find("training"))
            readTraining(*training);
        readCanvas(section, m_layerNames, m_project);
        if (!m_faults.empty() && m_refuses != Refuses::NoProject)
            return m_faults;
        return std::move(m_project);
    }

private:
    Place place(const std::string& path) const { return {.file = m_file, .path = path}; }
    void fault(Text what, const Place& where, Text remedy)
    {
        m_faults.push_back({FaultKind::Input, std::move(what), where, std::move(remedy)});
    }

    // Whether there is any sense in reading on.
    bool isProject(const Json& root)
    {
        if (!root.is_object() || !root.contains("format") || root["format"] != "lamina-project") {
            fault(LAMINA_TEXT("project", "This is not a project of Lamina's"),
                  place(root.is_object() ? "format" : ""),
                  LAMINA_TEXT("project", "choose a file that begins with \"format\": \"lamina-project\""));
            return false;
        }
        const auto version = root.find("version");
        if (version == root.end() || !version->is_number_integer() || *version < 1) {
            fault(LAMINA_TEXT("project", "The version of the format is missing or no whole number above 0"),
                  place("version"), Text(LAMINA_TEXT("project", "write \"version\": %1"), projectVersion));
            return false;
        }
        if (*version > projectVersion) {
            fault(Text(LAMINA_TEXT("project",
                                   "The project was written by a newer Lamina, in format version %1"),
                       version->dump()),
                  place("version"),
                  Text(LAMINA_TEXT("project", "update Lamina: this one reads up to version %1"),
                       projectVersion));
            return false;
        }
        return true;
    }

    void readSeed(const SectionReader& section)
    {
        const Json* seed = section.find("seed");
        if (!seed)
            return;
        if (seed->is_number_unsigned())
            m_project.seed = seed->get<std::uint64_t>();
        else
            section.fault(LAMINA_TEXT("project", "'seed' is not a whole number from 0 up"), "seed",
                          LAMINA_TEXT("project", "give a number such as 7"));
    }

    std::vector<PartSpec> readParts(const SectionReader& section, const std::string& key,
                                    const PartKind* kind)
    {
        std::vector<PartSpec> parts;
        const std::vector<const Json*> items = section.list(key);
        for (std::size_t i = 0; i < items.size(); ++i)
            if (auto part = readPart(*items[i], section.at(key + "[" + std::to_string(i) + "]"), kind,
                                     m_settingFaults))
                parts.push_back(std::move(*part));
        return parts;
    }

    void readData(const Json& value)
    {
        const SectionReader section(
            value, place("data"),
            {"source", "options", "input", "target", "validation_split", "preprocess", "augment"}, m_faults);
        DataSpec& data = m_project.data;
        data.source = section.text("source", data.source);
        if (const Json* options = section.find("options"))
            data.options = *options;
        const bool named = !section.find("source") || section.find("source")->is_string();
        if (const std::optional<KnownPart> source = sourceKind().find(data.source); source && named)
            m_settingFaults.add(source->fields, data.options,
                                check(source->fields, data.options, section.at("options")));
        else if (named)
            m_faults.push_back(unknownPart(sourceKind(), data.source, section.at("source")));
        const Attributes settings = section.settings(dataFields());
        data.input = settings.text("input");
        data.target = settings.text("target");
        data.validationSplit = settings.real("validation_split");
        data.preprocess = readParts(section, "preprocess", &preprocessKind());
        data.augment = readParts(section, "augment", nullptr);
    }

    void readModel(const Json& value)
    {
        const SectionReader section(value, place("model"), {"layers", "inputs", "outputs", "weights"},
                                    m_faults);
        if (!section.require("layers", LAMINA_TEXT("project", "give a list of layers, which may be empty")))
            return;
        const std::vector<const Json*> items = section.list("layers");
        std::set<std::string> names;
        for (std::size_t i = 0; i < items.size(); ++i)
            readLayer(*items[i], section.at("layers[" + std::to_string(i) + "]"), names);
        m_layerNames = {names.begin(), names.end()};
        for (const auto& [ref, where] : m_references)
            checkReference(ref, where);
        m_references.clear();
        m_project.model.inputs = readReferences(section, "inputs");
        m_project.model.outputs = readReferences(section, "outputs");
        for (const auto& [ref, where] : m_references)
            checkReference(ref, where);
        m_project.weights = section.text("weights");
    }

    void readLayer(const Json& value, Place where, std::set<std::string>& names)
    {
        if (value.is_object() && value.contains("name") && value["name"].is_string())
            where.layer = value["name"].get<std::string>();
        const SectionReader section(value, where, {"class_name", "name", "config", "inputs"}, m_faults);
        if (!section.isObject())
            return;
        LayerSpec layer;
        if (section.require("name", LAMINA_TEXT("project", "give the layer a name of its own"))) {
            layer.name = section.text("name");
            if (section.find("name")->is_string() && layer.name.empty())
                section.fault(LAMINA_TEXT("project", "The layer's name is empty"), "name",
                              LAMINA_TEXT("project", "give the layer a name of its own"));
            else if (!layer.name.empty() && !names.insert(layer.name).second)
                section.fault(Text(LAMINA_TEXT("project", "Two layers are called '%1'"), layer.name), "name",
                              LAMINA_TEXT("project", "rename one of them"));
        }
        if (const Json* config = section.find("config"))
            layer.config = *config;
        if (const Json* name = section.require(
                "class_name", LAMINA_TEXT("project", "name the layer's type, such as Dense"))) {
            layer.className = section.text("class_name");
            if (name->is_string())
                checkLayer(layer, where, m_settingFaults);
        }
        layer.inputs = readReferences(section, "inputs");
        m_project.model.layers.push_back(std::move(layer));
    }

    // "layer" or ["layer", index]. Whether the layer exists is asked when all names are known.
    std::vector<TensorRef> readReferences(const SectionReader& section, const std::string& key)
    {
        std::vector<TensorRef> references;
        const std::vector<const Json*> items = section.list(key);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Json& item = *items[i];
            const std::string where = key + "[" + std::to_string(i) + "]";
            const bool pair = item.is_array() && item.size() == 2 && item[0].is_string()
                && item[1].is_number_unsigned() && item[1] <= std::numeric_limits<int>::max();
            if (!item.is_string() && !pair) {
                section.fault(LAMINA_TEXT("project", "This is no layer's output"), where,
                              LAMINA_TEXT("project", "write \"layer\" or [\"layer\", index]"));
                continue;
            }
            references.push_back(pair ? TensorRef{item[0].get<std::string>(), item[1].get<int>()}
                                      : TensorRef{item.get<std::string>(), 0});
            m_references.emplace_back(references.back(), section.at(where));
        }
        return references;
    }

    void checkReference(const TensorRef& reference, const Place& where)
    {
        if (std::find(m_layerNames.begin(), m_layerNames.end(), reference.layer) == m_layerNames.end())
            m_faults.push_back(unknownLayer(m_layerNames, reference.layer, where));
    }

    void readTraining(const Json& value)
    {
        const SectionReader section(value, place("training"),
                                    {"epochs", "batch_size", "shuffle", "precision",
                                     "gradient_accumulation_steps", "loss", "loss_weights", "metrics",
                                     "weighted_metrics", "class_weight", "optimizer", "callbacks"},
                                    m_faults);
        TrainingSpec& training = m_project.training;
        const Attributes settings = section.settings(trainingFields());
        training.epochs = static_cast<int>(settings.whole("epochs"));
        training.batchSize = static_cast<int>(settings.whole("batch_size"));
        training.shuffle = settings.flag("shuffle");
        training.precision = settings.text("precision");
        training.gradientAccumulationSteps = static_cast<int>(settings.whole("gradient_accumulation_steps"));
        if (const Json* loss = section.find("loss"); loss && !loss->is_null())
            readLoss(*loss, section.at("loss"));
        if (const Json* weights = section.find("loss_weights")) {
            training.lossWeights = *weights;
            checkNumbers(*weights, section.at("loss_weights"), true);
        }
        readMetrics(section);
        training.weightedMetrics = readParts(section, "weighted_metrics", &metricKind());
        if (const Json* weights = section.find("class_weight")) {
            training.classWeight = *weights;
            checkNumbers(*weights, section.at("class_weight"), false);
        }
        if (const Json* optimizer = section.find("optimizer"))
            if (auto part = readPart(*optimizer, section.at("optimizer"), &optimizerKind(), m_settingFaults))
                training.optimizer = std::move(*part);
        training.callbacks = readParts(section, "callbacks", &callbackKind());
    }

    // A loss for all outputs, or an object of losses keyed by output; the latter is kept as the config of a
    // part without a class.
    void readLoss(const Json& value, const Place& where)
    {
        if (!value.is_object() || value.contains("class_name")) {
            if (auto part = readPart(value, where, &lossKind(), m_settingFaults))
                m_project.training.loss = std::move(*part);
            return;
        }
        const SectionReader section(value, where, m_layerNames, m_faults);
        for (const auto& [output, loss] : value.items())
            readPart(loss, section.at(output), &lossKind(), m_settingFaults);
        m_project.training.loss = {{}, value};
    }

    // A list for all outputs, or an object keyed by output of lists or single metrics.
    void readMetrics(const SectionReader& training)
    {
        const Json* value = training.find("metrics");
        if (!value || !value->is_object()) {
            m_project.training.metrics = readParts(training, "metrics", &metricKind());
            return;
        }
        const Place where = training.at("metrics");
        const SectionReader section(*value, where, m_layerNames, m_faults);
        for (const auto& [output, given] : value->items()) {
            const Json wrapped = given.is_array() ? given : Json::array({given});
            std::vector<PartSpec>& parts = m_project.training.outputMetrics[output];
            for (std::size_t i = 0; i < wrapped.size(); ++i)
                if (auto part = readPart(wrapped[i], section.at(output + "[" + std::to_string(i) + "]"),
                                         &metricKind(), m_settingFaults))
                    parts.push_back(std::move(*part));
        }
    }

    // An object of numbers, or a list of them; which keys fit, the model tells.
    void checkNumbers(const Json& value, const Place& where, bool mayBeList)
    {
        if (value.is_null())
            return;
        if (!value.is_object() && !(mayBeList && value.is_array())) {
            fault(LAMINA_TEXT("project", "This is no object of numbers"), where,
                  mayBeList ? LAMINA_TEXT("project", "write it as { \"output\": 0.5 }, or as a list")
                            : LAMINA_TEXT("project", "write it as { \"0\": 1, \"1\": 2.5 }"));
            return;
        }
        for (const auto& [key, number] : value.items())
            if (!number.is_number()) {
                Place at = where;
                at.path += value.is_array() ? "[" + key + "]" : "." + key;
                fault(Text(LAMINA_TEXT("project", "The weight of '%1' is not a number"), key), at,
                      LAMINA_TEXT("project", "give a number such as 0.5"));
            }
    }

    std::string m_file;
    Refuses m_refuses;
    Faults m_faults;
    Faults m_passedOver;
    SettingFaults m_settingFaults{m_faults, m_refuses == Refuses::AllFaults ? m_faults : m_passedOver};
    Project m_project;
    std::vector<std::string> m_layerNames;
    std::vector<std::pair<TensorRef, Place>> m_references;
};

Result<Project> parse(std::string_view text, const std::string& fileName, Refuses refuses)
{
    const Result<Json> root = readJson(text, fileName);
    if (!root)
        return root.faults();
    return ProjectReader(fileName, refuses).read(*root);
}

Result<Project> readFrom(const std::filesystem::path& path, Refuses refuses)
{
    const Result<std::vector<std::uint8_t>> bytes = readFile(path, {}, largestFile);
    if (!bytes)
        return bytes.faults();
    return parse({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, path.string(), refuses);
}
} // namespace

Result<Project> parseProject(std::string_view text, const std::string& fileName)
{
    return parse(text, fileName, Refuses::AllFaults);
}

Result<Project> parseForEditing(std::string_view text, const std::string& fileName)
{
    return parse(text, fileName, Refuses::Illegible);
}

Result<Project> parseUnfinished(std::string_view text, const std::string& fileName)
{
    return parse(text, fileName, Refuses::NoProject);
}

Result<Project> readProject(const std::filesystem::path& path)
{
    return readFrom(path, Refuses::AllFaults);
}

Result<Project> readForEditing(const std::filesystem::path& path)
{
    return readFrom(path, Refuses::Illegible);
}

} // namespace lamina
