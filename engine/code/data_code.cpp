#include "engine/code/data_code.h"

#include "engine/code/python.h"
#include "engine/data/generator_type.h"
#include "engine/data/preprocess_type.h"
#include "engine/data/source_type.h"
#include "engine/model/loss_type.h"

#include <algorithm>
#include <array>

namespace lamina::code {

namespace {
bool isSynthetic(const Project& project)
{
    return project.data.source == "synthetic";
}

const GeneratorType* generatorOf(const Project& project)
{
    const SourceType* source = sources::find("synthetic");
    return generators::find(Attributes(source->fields, project.data.options).text("generator"));
}

Attributes optionsOf(const Project& project)
{
    return {sources::find(project.data.source)->fields, project.data.options};
}

class DataWriter {
public:
    DataWriter(const Project& project, const Network& network, const CodeFiles& files)
        : m_project(project), m_network(network), m_files(files)
    {
    }

    DataCode write()
    {
        m_code.imports.insert("import numpy as np");
        Lines& lines = m_code.lines;
        const Text reason = refusal();
        if (!reason.empty()) {
            m_code.notes.push_back(reason);
            lines.add("def load_data():");
            lines.indent();
            lines.add("raise NotImplementedError(" + python::quote(render(reason)) + ")");
            return std::move(m_code);
        }
        const std::string& source = m_project.data.source;
        if (source == "idx")
            idxReader();
        lines.add("def load_data():");
        lines.indent();
        if (source == "synthetic")
            made();
        else if (source == "idx")
            idx();
        else
            table();
        prepare();
        targets();
        lines.add(m_code.test ? "return (x_train, y_train), (x_test, y_test)" : "return x_train, y_train");
        return std::move(m_code);
    }

private:
    // Why there is no code.
    Text refusal() const
    {
        static constexpr std::array known{"synthetic", "idx", "csv"};
        if (m_network.inputs().size() != 1 || m_network.outputs().size() != 1)
            return {LAMINA_TEXT("code",
                                "The program has yet to be told how the samples go to %1 inputs and "
                                "%2 outputs: write load_data()"),
                    m_network.inputs().size(), m_network.outputs().size()};
        if (std::ranges::find(known, m_project.data.source) == known.end())
            return {LAMINA_TEXT("code",
                                "The program has yet to be told how data of the kind '%1' are read: "
                                "write load_data()"),
                    m_project.data.source};
        for (const PartSpec& step : m_project.data.preprocess)
            if (step.className != "Rescaling" && step.className != "Normalization")
                return {LAMINA_TEXT("code",
                                    "The program has yet to be told what the step %1 does: write "
                                    "load_data()"),
                        step.className};
        return {};
    }

    void made()
    {
        m_code.test = optionsOf(m_project).whole("test") > 0;
        m_code.lines.add("# Lamina makes these samples itself: they stand in a file beside this one.");
        m_code.lines.add("with np.load(" + python::quote(m_files.data) + ") as data:");
        for (const char* part : {"train", "test"})
            if (std::string_view(part) == "train" || m_code.test)
                m_code.lines.add(std::string("    x_") + part + ", y_" + part + " = data[\"x_" + part
                                 + "\"], data[\"y_" + part + "\"]");
    }

    void idxReader()
    {
        m_code.imports.insert("import gzip");
        m_code.lines.add("def read_idx(path):\n"
                         "    \"\"\"An array from a file of MNIST's format, plain or gzipped.\"\"\"\n"
                         "    with open(path, \"rb\") as file:\n"
                         "        data = file.read()\n"
                         "    if data[:2] == b\"\\x1f\\x8b\":\n"
                         "        data = gzip.decompress(data)\n"
                         "    sizes = np.frombuffer(data, \">u4\", data[3], 4)\n"
                         "    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes)");
        m_code.lines.blank(2);
    }

    void idx()
    {
        const Attributes options = optionsOf(m_project);
        m_code.test = !options.text("test_images").empty();
        for (const std::string part : {"train", "test"})
            if (part == "train" || m_code.test) {
                m_code.lines.add("x_" + part + " = read_idx(" + python::quote(options.text(part + "_images"))
                                 + ")[..., np.newaxis]");
                m_code.lines.add("y_" + part + " = read_idx(" + python::quote(options.text(part + "_labels"))
                                 + ").astype(\"int64\")");
            }
    }

    void table()
    {
        const Attributes options = optionsOf(m_project);
        Lines& lines = m_code.lines;
        m_code.imports.insert("import pandas as pd");
        m_code.notes.emplace_back(
            LAMINA_TEXT("code",
                        "Columns of words become numbers as pandas makes them, and other rows are "
                        "kept for the test than in Lamina"));
        std::vector<std::string> arguments{python::quote(options.text("path"))};
        if (const std::string delimiter = options.text("delimiter"); delimiter == "auto")
            arguments.insert(arguments.end(), {"sep=None", "engine=\"python\""});
        else if (delimiter != ",")
            arguments.push_back("sep="
                                + python::quote(delimiter == "tab"         ? "\t"
                                                    : delimiter == "space" ? " "
                                                                           : delimiter));
        if (const std::string encoding = options.text("encoding"); encoding != "auto")
            arguments.push_back("encoding=" + python::quote(encoding));
        if (const Index skipped = options.whole("skip_rows"); skipped > 0)
            arguments.push_back("skiprows=" + std::to_string(skipped));
        lines.add("table = " + python::call("pd.read_csv", arguments, lines.room() - 8));
        if (options.text("missing") != "error")
            lines.add("table = table.dropna()");
        const std::vector<std::string> target = options.texts("target");
        if (target.size() == 1)
            lines.add("y = table.pop(" + python::quote(target[0]) + ")");
        else if (target.empty())
            lines.add("y = table.pop(table.columns[-1])");
        else
            lines.add("targets = " + python::list(target)
                      + "\ny, table = table[targets], table.drop(columns=targets)");
        if (const std::vector<std::string> features = options.texts("features"); !features.empty())
            lines.add("table = table[" + python::list(features) + "]");
        lines.add("x = pd.get_dummies(table).to_numpy(\"float32\")  # words: a column for each");
        if (!isClass())
            lines.add("y = y.to_numpy(\"float32\").reshape(len(x), -1)");
        else
            lines.add("y = y.astype(\"category\").cat.codes.to_numpy(\"int64\")  # classes: in order");
        const double fraction = options.real("test_fraction");
        m_code.test = fraction > 0;
        if (options.flag("shuffle"))
            lines.add("order = np.random.default_rng(" + std::to_string(m_project.seed)
                      + ").permutation(len(x))\nx, y = x[order], y[order]");
        if (m_code.test)
            lines.add("count = len(x) - round(" + python::number(fraction)
                      + " * len(x))\nx_train, y_train = x[:count], y[:count]"
                        "\nx_test, y_test = x[count:], y[count:]");
        else
            lines.add("x_train, y_train = x, y");
    }

    // A class for each sample; of a table, as its options or else the loss say.
    bool isClass() const
    {
        if (m_project.data.target == "input")
            return false;
        if (isSynthetic(m_project))
            return generatorOf(m_project)->fields().back().kind == DataKind::Class;
        if (m_project.data.source != "csv")
            return true;
        const std::string kind = optionsOf(m_project).text("target_kind");
        const LossType* loss = losses::find(m_project.training.loss.className);
        return kind == "auto" ? loss && loss->logitsOf != ActivationKind::Linear : kind.starts_with("class");
    }

    // The same done to both parts.
    void both(const std::function<std::string(const std::string&)>& made)
    {
        m_code.lines.add(m_code.test ? "x_train, x_test = " + made("x_train") + ", " + made("x_test")
                                     : "x_train = " + made("x_train"));
    }

    void prepare()
    {
        if (isSynthetic(m_project) && generatorOf(m_project)->fields().front().ids)
            return; // words, and no numbers
        if (m_project.data.source != "csv")
            both([](const std::string& x) { return x + ".astype(\"float32\")"; });
        for (const PartSpec& step : m_project.data.preprocess)
            if (step.className == "Rescaling")
                both([&](const std::string& x) { return rescaled(x, step.config); });
            else
                normalise(step);
    }

    void normalise(const PartSpec& step)
    {
        const int rank = m_network.inputShape().rank() + 1;
        const Attributes config(preprocessing::find(step.className)->fields, step.config);
        Json axes = Json::array();
        const Index kept = config.isNull("axis") ? -100 : config.whole("axis");
        for (int axis = 0; axis < rank; ++axis)
            if (axis != kept && axis - rank != kept)
                axes.push_back(axis);
        const std::string over = "(axis=" + python::value(axes) + ", keepdims=True)";
        std::string seen = "x_train";
        if (m_project.data.validationSplit > 0) {
            m_code.lines.add("seen = x_train[:int(len(x_train) * "
                             + python::number(1 - m_project.data.validationSplit) + ")]");
            seen = "seen";
        }
        m_code.lines.add("mean = " + seen + ".mean" + over + "\ndeviation = np.maximum(" + seen + ".std"
                         + over + ", 1e-7)");
        both([](const std::string& x) { return "(" + x + " - mean) / deviation"; });
    }

    void targets()
    {
        if (m_project.data.target == "input")
            m_code.lines.add(m_code.test ? "y_train, y_test = x_train, x_test  # to be given back"
                                         : "y_train = x_train  # to be given back");
        if (!isClass())
            return;
        if (wantsOneHot(m_project, m_network)) {
            const std::string row =
                "np.eye(" + std::to_string(classesOf(m_network)) + ", dtype=\"float32\")[";
            m_code.lines.add(m_code.test ? "y_train, y_test = " + row + "y_train], " + row + "y_test]"
                                         : "y_train = " + row + "y_train]");
        }
    }

    const Project& m_project;
    const Network& m_network;
    const CodeFiles& m_files;
    DataCode m_code;
};
} // namespace

Index classesOf(const Network& network)
{
    const Shape shape = network.outputShape();
    return shape.rank() > 0 ? shape[-1] : 1;
}

bool wantsOneHot(const Project& project, const Network& network)
{
    const LossType* loss = losses::find(project.training.loss.className);
    return loss && !loss->sparseTarget && classesOf(network) > 1;
}

bool readsFolders(const Project& project)
{
    return project.data.source == "image_folder";
}

std::string rescaled(const std::string& x, const Json& config)
{
    const double scale = config.value("scale", 1.0);
    const double offset = config.value("offset", 0.0);
    const std::string factor = python::number(scale);
    std::string text = factor.starts_with("1 / ") ? x + factor.substr(1) : x + " * " + factor;
    if (offset != 0)
        text += offset < 0 ? " - " + python::number(-offset) : " + " + python::number(offset);
    return text;
}

DataCode dataCode(const Project& project, const Network& network, const CodeFiles& files)
{
    return DataWriter(project, network, files).write();
}

} // namespace lamina::code

namespace lamina {

bool codeNeedsData(const Project& project)
{
    return code::isSynthetic(project);
}

} // namespace lamina
