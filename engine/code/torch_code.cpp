// A project as a program for PyTorch 1.13 or later.
#include "engine/code/torch_code.h"

#include "engine/code/data_code.h"
#include "engine/code/python.h"
#include "engine/code/torch_model.h"
#include "engine/code/torch_photos.h"
#include "engine/code/torch_training.h"

namespace lamina::code {

namespace {
class TorchProgram {
public:
    TorchProgram(const Project& project, const Network& network, const CodeFiles& files)
        : m_project(project), m_network(network), m_files(files), m_trains(!project.data.source.empty())
    {
    }

    GeneratedCode write()
    {
        const TorchModel model = torchModel(m_network, m_project.training);
        append(model.notes);
        TorchTraining training;
        DataCode data;
        if (m_trains) {
            training = torchTraining(m_project, m_network, model);
            data = readsFolders(m_project) ? torchPhotos(m_project) : dataCode(m_project, m_network, m_files);
            m_imports.merge(training.imports);
            m_imports.merge(data.imports);
            append(training.notes);
            append(data.notes);
        }
        Lines main;
        writeMain(main, data.test, !model.loader.empty());
        head();
        for (const Lines* part : std::initializer_list<const Lines*>{
                 &model.helpers, &model.model, &model.loader, &data.lines, &training.lines, &main})
            if (!part->empty()) {
                m_lines.blank(2);
                m_lines.append(*part);
            }
        return {m_lines.text(), m_lines.layers(), std::move(m_notes)};
    }

private:
    void append(const std::vector<Text>& notes) { m_notes.insert(m_notes.end(), notes.begin(), notes.end()); }

    void head()
    {
        const std::string name = python::quote(m_project.name.empty() ? "A model" : m_project.name);
        m_lines.add("\"\"\"" + name.substr(1, name.size() - 2) + ". Written by Lamina for PyTorch.\"\"\"");
        const auto own = [](const std::string& line) {
            return line.starts_with("import ") && line.find("numpy") == std::string::npos
                && line.find("pandas") == std::string::npos;
        };
        bool any = false;
        for (const std::string& line : m_imports)
            if (own(line)) {
                m_lines.add(line);
                any = true;
            }
        if (any)
            m_lines.blank();
        for (const std::string& line : m_imports)
            if (line.starts_with("import ") && !own(line))
                m_lines.add(line);
        m_lines.add("import torch\nimport torch.nn as nn\nimport torch.nn.functional as F");
        if (m_trains)
            m_lines.add("from torch.utils.data import DataLoader, TensorDataset");
        for (const std::string& line : m_imports)
            if (line.starts_with("from "))
                m_lines.add(line);
    }

    void writeMain(Lines& main, bool test, bool hasWeights)
    {
        main.add("if __name__ == \"__main__\":");
        main.indent();
        const bool folders = readsFolders(m_project);
        if (m_trains) {
            main.add("torch.manual_seed(" + std::to_string(m_project.seed) + ")");
            if (folders)
                main.add("train_set, validation_set, test_set = load_data()");
            else
                main.add(test ? "(x_train, y_train), (x_test, y_test) = load_data()"
                              : "x_train, y_train = load_data()");
        }
        main.add("model = Model()");
        const std::string& weights = m_project.weights.empty() ? m_files.weights : m_project.weights;
        if (hasWeights && !weights.empty()) {
            m_imports.insert("import os");
            main.add("if os.path.exists(" + python::quote(weights) + "):");
            main.add("    load_weights(model, " + python::quote(weights) + ")");
        }
        main.add("print(model)");
        if (!m_trains)
            return;
        const double split = folders ? 0 : m_project.data.validationSplit;
        if (!folders) {
            main.add("train_set = TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train))");
            if (split > 0)
                main.add("count = int(len(train_set) * " + python::number(1 - split)
                         + ")\nvalidation_set = TensorDataset(*train_set[count:])"
                           "\ntrain_set = TensorDataset(*train_set[:count])");
        }
        main.add(folders || split > 0 ? "train(model, train_set, validation_set)"
                                      : "train(model, train_set)");
        if (folders)
            main.add("if test_set is not None:\n    print(evaluate(model, test_set))");
        else if (test)
            main.add(
                "print(evaluate(model, TensorDataset(torch.from_numpy(x_test), torch.from_numpy(y_test))))");
        main.add("torch.save(model.state_dict(), "
                 + python::quote(python::slug(m_project.name, "model") + ".pt") + ")");
    }

    const Project& m_project;
    const Network& m_network;
    const CodeFiles& m_files;
    bool m_trains;
    std::set<std::string> m_imports;
    Lines m_lines;
    std::vector<Text> m_notes;
};
} // namespace

Result<GeneratedCode> torchCode(const Project& project, const CodeFiles& files)
{
    const Result<Network> network = Network::make(project.model);
    if (!network)
        return network.faults();
    return TorchProgram(project, *network, files).write();
}

} // namespace lamina::code
