#include "engine/training/model_end.h"

namespace lamina {

ModelEnd::ModelEnd(const ModelLook& look, std::size_t layer)
    : m_look(look), m_width((*look.output(layer))[-1]), m_chain{layer}
{
    while (const auto before = look.onlyInput(m_chain.back())) {
        if (!look.type(*before) || look.type(*before)->maximumInputs == 0)
            break;
        m_chain.push_back(*before);
    }
}

// What comes out in the end if m_chain[from] is fed with this.
std::optional<Shape> ModelEnd::throughout(std::size_t from, Shape shape) const
{
    for (std::size_t k = from + 1; k-- > 0;) {
        const auto next = m_look.outputOf(m_chain[k], {shape});
        if (!next)
            return std::nullopt;
        shape = *next;
    }
    return shape;
}

std::optional<Fix> ModelEnd::withOnePlace() const
{
    if (auto fix = byFlag())
        return fix;
    return byFlattening();
}

std::optional<Fix> ModelEnd::byFlag() const
{
    for (std::size_t k = 0; k < m_chain.size(); ++k) {
        const std::size_t at = m_chain[k];
        const auto incoming = m_look.incoming(at);
        if (!incoming)
            break;
        for (const Field& field : m_look.type(at)->fields) {
            const Json& config = m_look.layer(at).config;
            if (field.kind != FieldKind::Flag || !field.defaultJson || !config.is_object())
                continue;
            const bool turned = config.value(field.name, Json::parse(field.defaultJson)) != Json(true);
            const auto out = m_look.outputOf(at, *incoming, m_look.with(at, field.name, turned));
            const auto end = out && k > 0 ? throughout(k - 1, *out) : out;
            if (end && end->rank() > 0 && end->elements() == m_width && (*end)[-1] == m_width)
                return Fix{Text(LAMINA_TEXT("advice", "Set %1 of %2 to %3"), field.name,
                                m_look.layer(at).name, turned ? "true" : "false"),
                           {SetField{m_look.layer(at).name, field.name, turned}}};
        }
    }
    return std::nullopt;
}

std::optional<Fix> ModelEnd::byFlattening() const
{
    std::optional<Fix> earliest;
    for (std::size_t k = 0; k < m_chain.size(); ++k) {
        const LayerSpec& layer = m_look.layer(m_chain[k]);
        const Family family = m_look.type(m_chain[k])->family;
        if (family != Family::Linear && family != Family::Activation && family != Family::Regularisation)
            break;
        const auto incoming = m_look.incoming(m_chain[k]);
        if (family != Family::Linear || !incoming || incoming->size() != 1 || incoming->front().rank() < 2)
            continue;
        const auto flat = flattening(incoming->front());
        const auto end = flat ? throughout(k, flat->output) : std::nullopt;
        if (end && end->elements() == m_width)
            earliest =
                Fix{Text(LAMINA_TEXT("advice", "Insert %1 before %2"), flat->type->className, layer.name),
                    {InsertLayer{flat->type->className, flat->config, layer.name, 0}}};
    }
    return earliest;
}

std::optional<std::pair<std::size_t, std::string>> ModelEnd::widthField(Index width) const
{
    for (const std::size_t at : m_chain) {
        const auto incoming = m_look.incoming(at);
        if (!incoming)
            break;
        for (const Field& field : m_look.type(at)->fields) {
            if (field.kind != FieldKind::Whole)
                continue;
            const auto out = m_look.outputOf(at, *incoming, m_look.with(at, field.name, width));
            if (out && out->rank() > 0 && (*out)[-1] == width)
                return std::pair(at, std::string(field.name));
        }
        if (incoming->size() != 1 || m_look.output(at) != incoming->front())
            break;
    }
    return std::nullopt;
}

} // namespace lamina
