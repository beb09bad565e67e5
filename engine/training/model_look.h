// A model with what is known of its shapes, to be asked what a small change would do: by signatures of single
// layers, without analysing the whole again.
#pragma once

#include "engine/model/network.h"

#include <optional>

namespace lamina {

class ModelLook {
public:
    ModelLook(const ModelSpec& model, const ModelAnalysis& analysis);

    std::size_t count() const { return m_model.layers.size(); }
    const LayerSpec& layer(std::size_t at) const { return m_model.layers[at]; }
    const ModelSpec& model() const { return m_model; }
    const ModelAnalysis& analysis() const { return m_analysis; }
    const LayerType* type(std::size_t at) const { return m_types[at]; } // nullptr: unknown, or a model
    std::optional<std::size_t> find(std::string_view name) const;
    const std::vector<std::size_t>& followers(std::size_t at) const { return m_followers[at]; }
    // The layer that feeds the single input; nothing where there are more or fewer.
    std::optional<std::size_t> onlyInput(std::size_t at) const;
    bool leadsTo(std::size_t from, std::size_t to) const;

    // What comes in; nothing where that is not known.
    std::optional<std::vector<Shape>> incoming(std::size_t at) const;
    // The first output; nothing where it is not known.
    std::optional<Shape> output(std::size_t at) const;
    // The first output, had the layer other settings or other inputs; nothing where it would not do.
    std::optional<Shape> outputOf(std::size_t at, const std::vector<Shape>& inputs) const;
    std::optional<Shape> outputOf(std::size_t at, const std::vector<Shape>& inputs, const Json& config) const;

    // The layer's settings with one of them changed.
    Json with(std::size_t at, const std::string& field, const Json& value) const;
    // The activation that its output has passed; nothing for a layer that is a model.
    std::optional<ActivationKind> activation(std::size_t at) const;

private:
    const ModelSpec& m_model;
    const ModelAnalysis& m_analysis;
    std::map<std::string, std::size_t, std::less<>> m_index;
    std::vector<const LayerType*> m_types;
    std::vector<std::vector<std::size_t>> m_followers;
};

// What a layer type would give; nothing where it would not do.
std::optional<Shape> outputOf(const LayerType& type, const Json& config, const std::vector<Shape>& inputs);

// A layer type that takes one input and keeps its numbers, with the settings that give them the shape
// wanted: flat rows, or the shape named.
struct Reshaping {
    const LayerType* type = nullptr;
    Json config = Json::object();
    Shape output;
};
std::optional<Reshaping> flattening(const Shape& from);
std::optional<Reshaping> reshaping(const Shape& from, const Shape& to);

// The type that begins a model, and its field for the shape.
struct Beginning {
    const LayerType* type = nullptr;
    const Field* shape = nullptr;
};
std::optional<Beginning> beginning();
const Field* shapeField(const LayerType& type);
Json asJson(const Shape& shape);

} // namespace lamina
