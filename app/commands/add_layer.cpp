#include "app/commands/add_layer.h"

#include "engine/model/layer_type.h"
#include "engine/training/model_look.h"

#include <algorithm>

namespace lamina {

namespace {
Project withLayer(Project project, const NewLayer& wanted)
{
    const ModelSpec before = project.model;
    ModelSpec& model = project.model;
    const std::string name = freeName(model, wanted.className);
    for (const LinkEnd& end : wanted.followers) {
        LayerSpec* follower = model.find(end.layer);
        assert(follower && end.input <= follower->inputs.size());
        follower->inputs.resize(std::max(follower->inputs.size(), end.input + 1));
        follower->inputs[end.input] = {name, 0};
    }
    if (wanted.takesOutputs) {
        std::vector<TensorRef> outputs;
        for (TensorRef output : model.outputs) {
            if (std::find(wanted.inputs.begin(), wanted.inputs.end(), output) != wanted.inputs.end())
                output = {name, 0};
            if (std::find(outputs.begin(), outputs.end(), output) == outputs.end())
                outputs.push_back(output);
        }
        model.outputs = outputs;
    }
    for (const std::string& fed : wanted.feeds)
        model.find(fed)->inputs = {{name, 0}};
    // Behind the last layer it reads, before the first it feeds: files stay in an order that reads well.
    auto place = wanted.inputs.empty() ? model.layers.end() : model.layers.begin();
    std::vector<std::string> readers = wanted.feeds;
    for (const LinkEnd& end : wanted.followers)
        readers.push_back(end.layer);
    if (wanted.inputs.empty() && !readers.empty())
        place = std::find_if(model.layers.begin(), model.layers.end(), [&](const LayerSpec& layer) {
            return std::find(readers.begin(), readers.end(), layer.name) != readers.end();
        });
    for (auto layer = model.layers.begin(); layer != model.layers.end(); ++layer)
        if (std::any_of(wanted.inputs.begin(), wanted.inputs.end(),
                        [&](const TensorRef& input) { return input.layer == layer->name; }))
            place = std::next(layer);
    const LayerSpec added{wanted.className, name, wanted.config, wanted.inputs};
    model.layers.insert(place, added);
    if (inputLimits(added).maximum == 0 && !model.inputs.empty())
        model.inputs.push_back({name, 0});
    if (wanted.position) {
        for (const auto& [other, position] : wanted.arrangement)
            project.layout[other] = position;
        project.layout[name] = *wanted.position;
    }
    keepOutputsAtEnds(before, model);
    return project;
}

Json startingValue(const Field& field, const ModelSpec& model)
{
    const auto within = [&](double value) {
        const double least =
            field.minimumExcluded ? std::nextafter(field.minimum, field.maximum) : field.minimum;
        return std::clamp(value, least, std::max(least, field.maximum));
    };
    switch (field.kind) {
    case FieldKind::Whole:
        return static_cast<Index>(within(32));
    case FieldKind::Real:
    case FieldKind::RealOrPart:
        return within(field.maximum <= 1 ? 0.5 : 1);
    case FieldKind::Flag:
        return false;
    case FieldKind::Choice:
        return field.choices.empty() ? Json("") : Json(field.choices.front());
    case FieldKind::WholeList:
        return Json(std::vector<Index>(static_cast<std::size_t>(std::max(field.listLength, 1)),
                                       static_cast<Index>(within(3))));
    case FieldKind::RealList:
        return within(0.1);
    case FieldKind::ShapeList:
        if (field.maximum < 28) // axes: as those of a picture stand
            return Json{1, 2, 3};
        // Another input of the model has most likely the shape that is wanted.
        for (const LayerSpec& layer : model.layers)
            if (const auto shape = layer.config.find(field.name);
                shape != layer.config.end() && shape->is_array())
                return *shape;
        return Json{28, 28, 1};
    case FieldKind::TextList:
        return Json::array();
    case FieldKind::Layer: // the first of its proposals
        return field.choices.empty() ? Json() : Json::parse(field.choices[0]);
    case FieldKind::Words:
    case FieldKind::Part:
    case FieldKind::Path:
        return "";
    }
    return {};
}
} // namespace

NewLayer layerAfter(const ModelSpec& model, const std::string& className, const std::string& layer)
{
    NewLayer wanted;
    wanted.className = className;
    const LayerType* type = layers::find(className);
    if (type)
        wanted.config = startingConfig(type->fields, model);
    if (type && type->maximumInputs == 0)
        for (const LayerSpec& hungry : model.layers) {
            const LayerType* its = layers::find(hungry.className);
            if (its && its->minimumInputs > 0 && hungry.inputs.empty())
                wanted.feeds.push_back(hungry.name);
        }
    if (layer.empty() || (type && type->maximumInputs == 0))
        return wanted;
    wanted.inputs = {{layer, 0}};
    for (const LayerSpec& follower : model.layers)
        for (std::size_t input = 0; input < follower.inputs.size(); ++input)
            if (follower.inputs[input] == TensorRef{layer, 0})
                wanted.followers.push_back({follower.name, input});
    wanted.takesOutputs = true;
    return wanted;
}

NewLayer layerAtPort(const ModelSpec& model, const std::string& className,
                     const std::optional<TensorRef>& reads, const std::optional<LinkEnd>& feeds)
{
    NewLayer wanted;
    wanted.className = className;
    const LayerType* type = layers::find(className);
    if (type)
        wanted.config = startingConfig(type->fields, model);
    if (reads && (!type || type->maximumInputs > 0))
        wanted.inputs = {*reads};
    if (feeds)
        wanted.followers = {*feeds};
    return wanted;
}

NewLayer layerOnLink(const ModelSpec& model, const std::string& className, const LinkEnd& end)
{
    const LayerSpec* follower = model.find(end.layer);
    assert(follower && end.input < follower->inputs.size());
    NewLayer wanted;
    wanted.className = className;
    wanted.inputs = {follower->inputs[end.input]};
    wanted.followers = {end};
    if (const LayerType* type = layers::find(className))
        wanted.config = startingConfig(type->fields, model);
    return wanted;
}

void takeShapeOfData(NewLayer& layer, const ModelSpec& model, const TaskFacts& facts)
{
    const LayerType* type = layers::find(layer.className);
    const Field* field = type && type->maximumInputs == 0 ? shapeField(*type) : nullptr;
    const std::size_t which = model.effectiveInputs().size();
    if (field && which < facts.inputs.size() && facts.inputs[which].shape)
        layer.config[field->name] = asJson(*facts.inputs[which].shape);
}

Json startingConfig(std::span<const Field> fields, const ModelSpec& model)
{
    Json config = Json::object();
    for (const Field& field : fields)
        if (!field.defaultJson)
            config[field.name] = startingValue(field, model);
    return config;
}

AddLayer::AddLayer(const Project& project, const NewLayer& layer)
    : EditStructure(project, withLayer(project, layer),
                    tr("Add %1").arg(QString::fromStdString(freeName(project.model, layer.className))))
{
}

} // namespace lamina
