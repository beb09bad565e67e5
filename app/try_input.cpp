#include "app/try_input.h"

namespace lamina {

std::optional<Shape> shapeOf(const Project& project, const ModelAnalysis& analysis, const std::string& layer)
{
    for (std::size_t i = 0; i < project.model.layers.size() && i < analysis.layers.size(); ++i)
        if (project.model.layers[i].name == layer && !analysis.layers[i].outputs.empty())
            return analysis.layers[i].outputs[0];
    return std::nullopt;
}

namespace {
bool isPicture(const Shape& shape)
{
    return shape.rank() == 3 && (shape[2] == 1 || shape[2] == 3);
}
} // namespace

TryInput tryInputOf(const Project& project, const ModelAnalysis& analysis)
{
    if (project.model.layers.empty())
        return TryInput::Nothing;
    const std::vector<TensorRef> inputs = project.model.effectiveInputs();
    if (inputs.size() != 1 || project.model.effectiveOutputs().size() != 1)
        return TryInput::Other;
    const std::optional<Shape> shape = shapeOf(project, analysis, inputs[0].layer);
    if (project.data.source == "csv")
        return TryInput::Row;
    if (shape == Shape{28, 28, 1} && project.data.input != "picture")
        return TryInput::Drawing;
    if (shape && isPicture(*shape))
        return TryInput::Picture;
    if (shape && shape->rank() <= 2 && project.data.source == "synthetic")
        return TryInput::Row;
    return TryInput::Other;
}

TryOutput tryOutputOf(const Project& project, const ModelAnalysis& analysis)
{
    const std::vector<TensorRef> inputs = project.model.effectiveInputs();
    const std::vector<TensorRef> outputs = project.model.effectiveOutputs();
    if (inputs.size() != 1 || outputs.size() != 1)
        return TryOutput::Other;
    const bool givesBack = project.data.target == "input";
    const std::optional<Shape> in = shapeOf(project, analysis, inputs[0].layer);
    const std::optional<Shape> out = shapeOf(project, analysis, outputs[0].layer);
    if (in && out)
        return tryOutputOf(*in, *out, givesBack);
    return givesBack && !(in && isPicture(*in)) ? TryOutput::Other : TryOutput::Row;
}

TryOutput tryOutputOf(const Shape& in, const Shape& out, bool givesBack)
{
    if (isPicture(in) && (isPicture(out) || (givesBack && in.elements() == out.elements())))
        return TryOutput::Picture;
    return out.rank() <= 1 && !givesBack ? TryOutput::Row : TryOutput::Other;
}

} // namespace lamina
