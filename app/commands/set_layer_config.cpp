#include "app/commands/set_layer_config.h"

#include <cassert>
#include <utility>

namespace lamina {

namespace {
std::optional<Json> held(const Project& project, const std::string& layer, const std::string& field)
{
    const LayerSpec* spec = project.model.find(layer);
    assert(spec && "no such layer");
    const auto found = spec->config.find(field);
    return found == spec->config.end() ? std::nullopt : std::optional<Json>(*found);
}
} // namespace

SetLayerConfig::SetLayerConfig(std::string layer, std::string field, std::optional<Json> value,
                               Gesture gesture)
    : DocumentCommand(
        tr("Change %1 of %2").arg(QString::fromStdString(field), QString::fromStdString(layer))),
      m_layer(std::move(layer)), m_field(std::move(field)), m_value(std::move(value)), m_gesture(gesture)
{
}

bool SetLayerConfig::changes(const Project& project) const
{
    return project.model.find(m_layer) && held(project, m_layer, m_field) != m_value;
}

Changes SetLayerConfig::exchange(Project& project)
{
    std::optional<Json> before = held(project, m_layer, m_field);
    Json& config = project.model.find(m_layer)->config;
    if (m_value)
        config[m_field] = std::move(*m_value);
    else
        config.erase(m_field);
    m_value = std::move(before);
    return Change::Model;
}

bool SetLayerConfig::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetLayerConfig&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || m_layer != later.m_layer || m_field != later.m_field)
        return false;
    setObsolete(held(project(), m_layer, m_field) == m_value); // back at the start: no step at all
    return true;
}

} // namespace lamina
