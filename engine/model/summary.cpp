#include "engine/model/summary.h"

#include "engine/core/text_width.h"

#include <cstdio>

namespace lamina {

namespace {
// Keras 2.13: 65 characters with columns ending at 45, 85 and 100 %; 98 with 30, 60, 70 and 100 % where
// layers are connected freely.
struct Columns {
    std::size_t width;
    std::vector<std::size_t> ends;
};

std::string row(const Columns& columns, const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t end = columns.ends[i];
        line = fitting(line + cells[i], end - 1); // Keras cuts, too, and leaves a blank between columns
        line.append(end - textWidth(line), ' ');
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line + "\n";
}

std::string memory(Index parameters)
{
    const double bytes = 4.0 * static_cast<double>(parameters);
    static constexpr const char* units[] = {"Byte", "KB", "MB", "GB", "TB"};
    double value = bytes;
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < std::size(units)) {
        value /= 1024;
        ++unit;
    }
    char text[48];
    std::snprintf(text, sizeof text, "%.2f %s", value, units[unit]);
    return text;
}

std::string total(const char* label, Index parameters)
{
    return std::string(label) + std::to_string(parameters) + " (" + memory(parameters) + ")\n";
}

bool isChain(const Network& network)
{
    const std::vector<NetworkBlock>& blocks = network.blocks();
    for (std::size_t i = 1; i < blocks.size(); ++i)
        if (blocks[i].spec.inputs.size() != 1 || blocks[i].spec.inputs[0].layer != blocks[i - 1].spec.name)
            return false;
    return network.inputs().size() == 1 && network.outputs().size() == 1;
}

std::string outputShapes(const std::vector<Shape>& outputs)
{
    if (outputs.size() == 1)
        return outputs[0].textWithBatch();
    std::string text = "[";
    for (const Shape& shape : outputs)
        text += (text.size() == 1 ? "" : ", ") + shape.textWithBatch();
    return text + "]";
}
} // namespace

std::string summary(const Network& network, const std::string& name)
{
    const bool chain = isChain(network);
    const Columns columns = chain ? Columns{65, {29, 55, 65}} : Columns{98, {29, 58, 68, 98}};
    std::string text = "Model: \"" + name + "\"\n" + std::string(columns.width, '_') + "\n";
    std::vector<std::string> heading{" Layer (type)", "Output Shape", "Param #"};
    if (!chain)
        heading.emplace_back("Connected to");
    text += row(columns, heading) + std::string(columns.width, '=') + "\n";
    for (const NetworkBlock& block : network.blocks()) {
        Index parameters = 0;
        for (const int layer : block.layers)
            for (const int variable : network.layers()[static_cast<std::size_t>(layer)].variables)
                parameters += network.variables()[static_cast<std::size_t>(variable)].count;
        std::vector<std::string> cells{" " + block.spec.name + " (" + block.spec.className + ")",
                                       outputShapes(block.outputs), std::to_string(parameters)};
        std::vector<std::string> sources;
        for (const TensorRef& input : block.spec.inputs)
            sources.push_back("'" + input.layer + "[0][" + std::to_string(input.index) + "]'");
        if (!chain)
            cells.push_back(sources.empty() ? "[]" : "[" + sources[0] + (sources.size() == 1 ? "]" : ","));
        text += row(columns, cells);
        for (std::size_t i = 1; !chain && i < sources.size(); ++i)
            text += row(columns, {"", "", "", " " + sources[i] + (i + 1 == sources.size() ? "]" : ",")});
        text += std::string(columns.width - 1, ' ') + '\n';
    }
    const Index all = network.parameterCount();
    const Index trainable = network.trainableParameterCount();
    text += std::string(columns.width, '=') + "\n" + total("Total params: ", all)
        + total("Trainable params: ", trainable) + total("Non-trainable params: ", all - trainable)
        + std::string(columns.width, '_') + "\n";
    return text;
}

} // namespace lamina
