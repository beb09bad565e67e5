#include "engine/training/model_look.h"

#include "engine/kernels/activation.h"
#include "engine/model/nested.h"

#include <algorithm>

namespace lamina {

namespace {
Json ownSettings(const Json& config)
{
    Json own = config.is_object() ? config : Json::object();
    for (const Field& field : commonLayerFields())
        own.erase(field.name);
    return own;
}

std::vector<const Field*> requiredFields(const LayerType& type)
{
    std::vector<const Field*> required;
    for (const Field& field : type.fields)
        if (!field.defaultJson)
            required.push_back(&field);
    return required;
}

bool changesShapeOnly(const LayerType& type)
{
    return type.family == Family::ShapeChange && type.minimumInputs == 1 && type.maximumInputs == 1;
}
} // namespace

std::optional<Shape> outputOf(const LayerType& type, const Json& config, const std::vector<Shape>& inputs)
{
    const Json own = ownSettings(config);
    if (static_cast<int>(inputs.size()) < type.minimumInputs
        || static_cast<int>(inputs.size()) > type.maximumInputs || !check(type.fields, own, Place{}).empty())
        return std::nullopt;
    const Result<Signature> signature = type.signature(Attributes(type.fields, own), inputs);
    if (!signature || signature->outputs.empty())
        return std::nullopt;
    return signature->outputs.front();
}

ModelLook::ModelLook(const ModelSpec& model, const ModelAnalysis& analysis)
    : m_model(model), m_analysis(analysis), m_followers(model.layers.size())
{
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        m_index.emplace(model.layers[i].name, i);
        m_types.push_back(isNested(model.layers[i]) ? nullptr : layers::find(model.layers[i].className));
    }
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        for (const TensorRef& input : model.layers[i].inputs)
            if (const auto from = find(input.layer))
                m_followers[*from].push_back(i);
}

std::optional<std::size_t> ModelLook::find(std::string_view name) const
{
    const auto found = m_index.find(name);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> ModelLook::onlyInput(std::size_t at) const
{
    return layer(at).inputs.size() == 1 ? find(layer(at).inputs.front().layer) : std::nullopt;
}

bool ModelLook::leadsTo(std::size_t from, std::size_t to) const
{
    std::vector<std::size_t> open{from};
    std::vector<bool> seen(count());
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (next == to)
            return true;
        if (seen[next])
            continue;
        seen[next] = true;
        open.insert(open.end(), m_followers[next].begin(), m_followers[next].end());
    }
    return false;
}

std::optional<std::vector<Shape>> ModelLook::incoming(std::size_t at) const
{
    std::vector<Shape> shapes;
    for (const TensorRef& input : layer(at).inputs) {
        const auto from = find(input.layer);
        if (!from || input.index < 0
            || input.index >= static_cast<int>(m_analysis.layers[*from].outputs.size()))
            return std::nullopt;
        shapes.push_back(m_analysis.layers[*from].outputs[static_cast<std::size_t>(input.index)]);
    }
    return shapes;
}

std::optional<Shape> ModelLook::output(std::size_t at) const
{
    const std::vector<Shape>& outputs = m_analysis.layers[at].outputs;
    return outputs.empty() ? std::nullopt : std::optional(outputs.front());
}

std::optional<Shape> ModelLook::outputOf(std::size_t at, const std::vector<Shape>& inputs) const
{
    return outputOf(at, inputs, layer(at).config);
}

std::optional<Shape> ModelLook::outputOf(std::size_t at, const std::vector<Shape>& inputs,
                                         const Json& config) const
{
    return type(at) ? lamina::outputOf(*type(at), config, inputs) : std::nullopt;
}

Json ModelLook::with(std::size_t at, const std::string& field, const Json& value) const
{
    Json config = layer(at).config.is_object() ? layer(at).config : Json::object();
    config[field] = value;
    return config;
}

std::optional<ActivationKind> ModelLook::activation(std::size_t at) const
{
    const LayerType* const its = type(at);
    const auto inputs = incoming(at);
    if (!its || !inputs)
        return std::nullopt;
    const Json own = ownSettings(layer(at).config);
    if (!check(its->fields, own, Place{}).empty())
        return std::nullopt;
    const Attributes attributes(its->fields, own);
    if (its->activation)
        return its->activation(attributes, *inputs);
    if (!its->activationField)
        return ActivationKind::Linear;
    return activationNamed(attributes.text(its->activationField)).value_or(ActivationKind::Linear);
}

std::optional<Reshaping> flattening(const Shape& from)
{
    const Shape flat{from.elements()};
    for (const LayerType* type : layers::all())
        if (changesShapeOnly(*type) && requiredFields(*type).empty())
            if (outputOf(*type, Json::object(), {from}) == flat)
                return Reshaping{type, Json::object(), flat};
    return std::nullopt;
}

std::optional<Reshaping> reshaping(const Shape& from, const Shape& to)
{
    for (const LayerType* type : layers::all()) {
        const std::vector<const Field*> required = requiredFields(*type);
        if (!changesShapeOnly(*type) || required.size() != 1 || required[0]->kind != FieldKind::ShapeList)
            continue;
        const Json config{{required[0]->name, asJson(to)}};
        if (outputOf(*type, config, {from}) == to)
            return Reshaping{type, config, to};
    }
    return std::nullopt;
}

const Field* shapeField(const LayerType& type)
{
    const auto found = std::ranges::find(type.fields, FieldKind::ShapeList, &Field::kind);
    return found == type.fields.end() ? nullptr : &*found;
}

std::optional<Beginning> beginning()
{
    for (const LayerType* type : layers::all())
        if (type->maximumInputs == 0)
            if (const Field* shape = shapeField(*type))
                return Beginning{type, shape};
    return std::nullopt;
}

Json asJson(const Shape& shape)
{
    return shape.sizes();
}

} // namespace lamina
