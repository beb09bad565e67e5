#include "engine/code/torch_loader.h"

#include "engine/code/python.h"
#include "engine/formats/keras_names.h"
#include "engine/formats/keras_tree.h"

#include <algorithm>

namespace lamina::code {

namespace {
// "forward_lstm/lstm_cell/kernel" → "forward_kernel".
std::string shortName(const std::string& name)
{
    std::string last = name.substr(name.rfind('/') + 1);
    for (const char* way : {"forward_", "backward_"})
        if (name.starts_with(way) && name.find('/') != std::string::npos)
            return way + last;
    return last;
}

class LoaderWriter {
public:
    explicit LoaderWriter(const Network& network)
        : m_network(network), m_names(lamina::keras::namesFor(lamina::keras::Version::Two, network.spec()))
    {
        const lamina::keras::LayerTree tree = lamina::keras::layerTree(network, {});
        for (const lamina::keras::LayerTree& block : tree.inner)
            m_order[block.spec.name] = lamina::keras::variablesOf(network, block);
        for (const NetworkBlock& block : network.blocks())
            for (const int layer : block.layers)
                m_owners[layer] = block.spec.name;
    }

    void write(const LoadedLayer& loaded, Lines& lines) const
    {
        const NetworkLayer& layer = m_network.layers()[static_cast<std::size_t>(loaded.layer)];
        const std::string& owner = m_owners.at(loaded.layer);
        const std::vector<int>& order = m_order.at(owner);
        std::vector<std::string> names;
        std::vector<Index> places; // in the group of the file
        for (const int variable : layer.variables) {
            names.push_back(shortName(m_network.variables()[static_cast<std::size_t>(variable)].name));
            places.push_back(std::ranges::find(order, variable) - order.begin());
        }
        const auto renamed = m_names.find(owner);
        std::string read = "read(" + python::quote(renamed == m_names.end() ? owner : renamed->second) + ")";
        bool asTheyCome = places.size() == order.size();
        for (std::size_t i = 0; i < places.size(); ++i)
            asTheyCome = asTheyCome && places[i] == static_cast<Index>(i);
        if (!asTheyCome)
            read = "[" + read + "[i] for i in " + python::value(Json(places)) + "]";
        std::string variables;
        for (const std::string& name : names)
            variables += (variables.empty() ? "" : ", ") + name;
        lines.add((names.size() == 1 ? "(" + variables + ",)" : variables) + " = " + read, owner);
        for (const TorchWeight& weight : loaded.weights) {
            const std::string target = loaded.module
                + (weight.target[0] == '_' || weight.target[0] == '[' ? "" : ".") + weight.target;
            if (weight.parameter < 0) {
                lines.add(target + ".zero_()", owner);
                continue;
            }
            std::string source = weight.source;
            source.replace(source.find("{}"), 2, names[static_cast<std::size_t>(weight.parameter)]);
            lines.add(target + ".copy_(" + source + ")", owner);
        }
    }

private:
    const Network& m_network;
    lamina::keras::Renaming m_names;
    std::map<std::string, std::vector<int>> m_order; // variables of each group, as the file lists them
    std::map<int, std::string> m_owners;
};
} // namespace

Lines torchLoader(const Network& network, const std::vector<LoadedLayer>& layers)
{
    Lines lines;
    if (layers.empty())
        return lines;
    const LoaderWriter writer(network);
    lines.add("def load_weights(model, path):");
    lines.indent();
    lines.add("\"\"\"Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it.\"\"\"\n"
              "import h5py");
    lines.blank();
    lines.add("with h5py.File(path, \"r\") as file, torch.no_grad():");
    lines.indent();
    lines.add("groups = file[\"model_weights\"] if \"model_weights\" in file else file");
    lines.blank();
    lines.add("def read(layer):\n"
              "    group = groups[layer]\n"
              "    return [torch.tensor(group[name][()]) for name in group.attrs[\"weight_names\"]]");
    lines.blank();
    for (const LoadedLayer& layer : layers)
        writer.write(layer, lines);
    return lines;
}

} // namespace lamina::code
