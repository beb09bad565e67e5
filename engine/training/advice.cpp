// Faults of the graph and of settings, with what puts them right.
#include "engine/training/advice.h"

#include "engine/model/free_name.h"
#include "engine/training/model_look.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lamina {

namespace {
// "model.layers[3].config.units" → 3 and "config.units".
std::optional<std::pair<std::size_t, std::string>> placeIn(const std::string& path)
{
    constexpr std::string_view start = "model.layers[";
    if (!path.starts_with(start))
        return std::nullopt;
    std::size_t index = 0;
    const char* const first = path.data() + start.size();
    const auto [end, error] = std::from_chars(first, path.data() + path.size(), index);
    if (error != std::errc() || end == path.data() + path.size() || *end != ']')
        return std::nullopt;
    std::string rest(end + 1, path.data() + path.size());
    return std::pair(index, rest.starts_with('.') ? rest.substr(1) : rest);
}

Json within(const Field& field, const Json& value)
{
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json& each : value)
            list.push_back(within(field, each));
        return list;
    }
    if (!value.is_number())
        return value;
    const bool whole = field.kind == FieldKind::Whole || field.kind == FieldKind::WholeList
        || field.kind == FieldKind::ShapeList;
    double least = field.minimum;
    if (field.minimumExcluded && whole)
        least += 1;
    const double given = value.get<double>();
    const double kept = std::clamp(given, least, std::max(least, field.maximum));
    if (kept == given)
        return value;
    return whole ? Json(static_cast<Index>(kept)) : Json(kept);
}

class FaultAdvisor {
public:
    FaultAdvisor(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts)
        : m_look(project.model, analysis), m_facts(facts)
    {
    }

    std::vector<Fix> fixesOf(const Fault& fault) const
    {
        const auto place = placeIn(fault.where.path);
        if (!place)
            return ofTheModel();
        const auto [at, key] = *place;
        if (at >= m_look.count())
            return {};
        if (key == "name")
            return rename(at);
        if (key.starts_with("inputs"))
            return reconnect(at, key);
        if (key.starts_with("config."))
            if (std::vector<Fix> fixes = ofSetting(at, key.substr(7)); !fixes.empty())
                return fixes;
        if (key.empty() && m_look.type(at) && m_look.type(at)->maximumInputs == 0)
            return useInput(at);
        return ofShapes(at);
    }

private:
    const LayerSpec& layer(std::size_t at) const { return m_look.layer(at); }

    std::vector<Fix> rename(std::size_t at) const
    {
        const std::string base =
            layer(at).name.empty() ? freeName(m_look.model(), layer(at).className) : layer(at).name;
        const std::string name = unusedName(m_look.model(), base);
        return {{Text(LAMINA_TEXT("advice", "Rename to %1"), name), {GiveName{at, name}}}};
    }

    // A setting whose value cannot stand.
    std::vector<Fix> ofSetting(std::size_t at, const std::string& path) const
    {
        const LayerType* type = m_look.type(at);
        const std::string key = path.substr(0, path.find_first_of(".["));
        if (!type || !layer(at).config.is_object() || !layer(at).config.contains(key))
            return {};
        const Field* field = findField(type->fields, key);
        if (!field)
            field = findField(commonLayerFields(), key);
        if (!field)
            return {{Text(LAMINA_TEXT("advice", "Remove '%1'"), key),
                     {SetField{layer(at).name, key, std::nullopt}}}};
        const Json& value = layer(at).config[key];
        const auto stands = [&](const Json& each) {
            return check({field, 1}, Json{{key, each}}, Place{}).empty();
        };
        if (stands(value))
            return {}; // wrong only together with what comes in
        if (const Json nearest = within(*field, value); nearest != value && stands(nearest))
            return {{Text(LAMINA_TEXT("advice", "Set %1 to %2"), key, nearest.dump()),
                     {SetField{layer(at).name, key, nearest}}}};
        if (field->defaultJson)
            return {{Text(LAMINA_TEXT("advice", "Set %1 to its default"), key),
                     {SetField{layer(at).name, key, std::nullopt}}}};
        return {};
    }

    // The one layer that leads nowhere and whose output fits.
    std::vector<Fix> reconnect(std::size_t at, const std::string& key) const
    {
        std::size_t input = layer(at).inputs.size();
        if (key.starts_with("inputs[")) {
            std::from_chars(key.data() + 7, key.data() + key.size(), input);
            if (input >= layer(at).inputs.size() || m_look.find(layer(at).inputs[input].layer))
                return {};
        } else if (!m_look.type(at) || static_cast<int>(input) >= m_look.type(at)->minimumInputs) {
            return {};
        }
        std::optional<std::size_t> only;
        for (std::size_t other = 0; other < m_look.count(); ++other) {
            if (!m_look.followers(other).empty() || isOutput(other) || !takes(at, input, other))
                continue;
            if (only)
                return {}; // which of them is meant is not ours to say
            only = other;
        }
        if (only)
            return {connect(at, input, *only)};
        return input == 0 && layer(at).inputs.empty() ? beginWithInput(at) : std::vector<Fix>();
    }

    Fix connect(std::size_t at, std::size_t input, std::size_t from) const
    {
        return {Text(LAMINA_TEXT("advice", "Connect %1 to %2"), layer(from).name, layer(at).name),
                {Connect{layer(at).name, input, {layer(from).name, 0}}}};
    }

    bool isOutput(std::size_t at) const
    {
        return std::ranges::any_of(m_look.model().outputs,
                                   [&](const TensorRef& ref) { return ref.layer == layer(at).name; });
    }

    // May `from` feed this input?
    bool takes(std::size_t at, std::size_t input, std::size_t from) const
    {
        const auto shape = m_look.output(from);
        if (from == at || !shape || !m_look.type(at) || m_look.leadsTo(at, from))
            return false;
        std::vector<Shape> shapes;
        for (std::size_t k = 0; k < layer(at).inputs.size(); ++k) {
            const auto source = m_look.find(layer(at).inputs[k].layer);
            if (k == input)
                shapes.push_back(*shape);
            else if (const auto known = source ? m_look.output(*source) : std::nullopt)
                shapes.push_back(*known);
            else
                return false;
        }
        if (input == layer(at).inputs.size())
            shapes.push_back(*shape);
        // More may be missing still: then the shape is not judged.
        return static_cast<int>(shapes.size()) < m_look.type(at)->minimumInputs
            || m_look.outputOf(at, shapes).has_value();
    }

    std::vector<Fix> beginWithInput(std::size_t at) const
    {
        const auto first = beginning();
        const bool has = std::ranges::any_of(m_look.model().layers, [&](const LayerSpec& each) {
            const LayerType* type = layers::find(each.className);
            return type && type->maximumInputs == 0;
        });
        if (!first || has || !m_facts || m_facts->inputs.size() != 1 || !m_facts->inputs[0].shape)
            return {};
        const Shape& shape = *m_facts->inputs[0].shape;
        return {{Text(LAMINA_TEXT("advice", "Add an input of %1"), shape.text()),
                 {InsertLayer{
                     first->type->className, {{first->shape->name, asJson(shape)}}, layer(at).name, 0}}}};
    }

    std::vector<Fix> ofTheModel() const
    {
        std::optional<std::size_t> hungry;
        for (std::size_t i = 0; i < m_look.count(); ++i)
            if (const LayerType* type = m_look.type(i);
                type && type->minimumInputs > 0 && layer(i).inputs.empty()) {
                if (hungry)
                    return {};
                hungry = i;
            }
        return hungry ? beginWithInput(*hungry) : std::vector<Fix>();
    }

    // Nobody reads an input: the one layer that lacks one does.
    std::vector<Fix> useInput(std::size_t at) const
    {
        std::optional<std::size_t> only;
        for (std::size_t i = 0; i < m_look.count(); ++i) {
            const LayerType* type = m_look.type(i);
            if (!type || static_cast<int>(layer(i).inputs.size()) >= type->minimumInputs
                || !takes(i, layer(i).inputs.size(), at))
                continue;
            if (only)
                return {};
            only = i;
        }
        return only ? std::vector{connect(*only, layer(*only).inputs.size(), at)} : std::vector<Fix>();
    }

    // What comes in does not suit.
    std::vector<Fix> ofShapes(std::size_t at) const
    {
        const auto incoming = m_look.incoming(at);
        if (!m_look.type(at) || !incoming || incoming->size() != 1 || m_look.outputOf(at, *incoming))
            return {};
        const Shape& from = incoming->front();
        const auto suits = [&](const std::optional<Reshaping>& change) {
            return change && m_look.outputOf(at, {change->output}).has_value();
        };
        if (std::vector<Fix> fixes = otherChoice(at, *incoming); !fixes.empty())
            return fixes;
        if (const auto flat = flattening(from); from.rank() > 1 && suits(flat))
            return {insertion(at, *flat)};
        std::vector<Index> sizes = from.sizes();
        sizes.push_back(1); // a picture without channels, a series of single numbers
        const Shape deeper(sizes);
        if (!m_look.outputOf(at, {deeper}))
            return {};
        // An input that nobody else reads is given the axis itself.
        if (const auto source = m_look.onlyInput(at); source && m_look.type(*source)
            && m_look.type(*source)->maximumInputs == 0 && m_look.followers(*source).size() == 1)
            if (const Field* shape = shapeField(*m_look.type(*source)))
                if (m_look.outputOf(*source, {}, m_look.with(*source, shape->name, asJson(deeper))) == deeper)
                    return {{Text(LAMINA_TEXT("advice", "Give %1 the shape %2"), layer(*source).name,
                                  deeper.text()),
                             {SetField{layer(*source).name, shape->name, asJson(deeper)}}}};
        if (const auto change = reshaping(from, deeper); suits(change))
            return {insertion(at, *change)};
        return {};
    }

    Fix insertion(std::size_t at, const Reshaping& change) const
    {
        return {Text(LAMINA_TEXT("advice", "Insert %1 before it"), change.type->className),
                {InsertLayer{change.type->className, change.config, layer(at).name, 0}}};
    }

    // One other choice in one field, as padding "same" for a window larger than what comes in.
    std::vector<Fix> otherChoice(std::size_t at, const std::vector<Shape>& incoming) const
    {
        std::vector<Fix> fixes;
        for (const Field& field : m_look.type(at)->fields) {
            if (field.kind != FieldKind::Choice)
                continue;
            for (const char* choice : field.choices)
                if (m_look.outputOf(at, incoming, m_look.with(at, field.name, choice)))
                    fixes.push_back({Text(LAMINA_TEXT("advice", "Set %1 to %2"), field.name, choice),
                                     {SetField{layer(at).name, field.name, choice}}});
        }
        return fixes.size() == 1 ? fixes : std::vector<Fix>();
    }

    ModelLook m_look;
    const TaskFacts* m_facts;
};
} // namespace

std::vector<Advice> adviseFaults(const Project& project, const ModelAnalysis& analysis,
                                 const TaskFacts* facts)
{
    std::vector<Advice> all;
    if (analysis.faults.empty())
        return all;
    const FaultAdvisor advisor(project, analysis, facts);
    for (const Fault& fault : analysis.faults)
        all.push_back({fault, true, advisor.fixesOf(fault)});
    return all;
}

std::vector<Advice> advise(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts)
{
    std::vector<Advice> all = adviseFaults(project, analysis, facts);
    for (Advice& each : adviseTask(project, analysis, facts))
        all.push_back(std::move(each));
    return all;
}

} // namespace lamina
