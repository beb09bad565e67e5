#include "app/try_input.h"

namespace lamina {

TryInput tryInputOf(const Project& project, const ModelAnalysis& analysis)
{
    if (project.model.layers.empty())
        return TryInput::Nothing;
    const std::vector<TensorRef> inputs = project.model.effectiveInputs();
    if (inputs.size() != 1 || project.model.effectiveOutputs().size() != 1)
        return TryInput::Other;
    if (project.data.target == "input") // what comes out is no answer in words
        return TryInput::Other;
    if (project.data.source == "csv")
        return TryInput::Row;
    for (std::size_t i = 0; i < project.model.layers.size() && i < analysis.layers.size(); ++i) {
        if (project.model.layers[i].name != inputs[0].layer || analysis.layers[i].outputs.empty())
            continue;
        const Shape& shape = analysis.layers[i].outputs[0];
        if (shape == Shape{28, 28, 1} && project.data.input != "picture")
            return TryInput::Drawing;
        if (shape.rank() == 3 && (shape[2] == 1 || shape[2] == 3))
            return TryInput::Picture;
        if (shape.rank() <= 2 && project.data.source == "synthetic")
            return TryInput::Row;
    }
    return TryInput::Other;
}

} // namespace lamina
