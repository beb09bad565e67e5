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

QString textFor(const std::vector<std::string>& layers, const std::string& field)
{
    const QString name = QString::fromStdString(field);
    return layers.size() == 1
        ? SetLayerConfig::tr("Change %1 of %2").arg(name, QString::fromStdString(layers.front()))
        : SetLayerConfig::tr("Set %1 of %n layers", nullptr, static_cast<int>(layers.size())).arg(name);
}
} // namespace

SetLayerConfig::SetLayerConfig(std::vector<std::string> layers, std::string field,
                               const std::optional<Json>& value, Gesture gesture)
    : DocumentCommand(textFor(layers, field)), m_layers(std::move(layers)), m_field(std::move(field)),
      m_values(m_layers.size(), value), m_gesture(gesture)
{
}

SetLayerConfig::SetLayerConfig(std::string layer, std::string field, const std::optional<Json>& value,
                               Gesture gesture)
    : SetLayerConfig(std::vector{std::move(layer)}, std::move(field), value, gesture)
{
}

bool SetLayerConfig::changes(const Project& project) const
{
    bool differs = false;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (!project.model.find(m_layers[i]))
            return false;
        differs |= held(project, m_layers[i], m_field) != m_values[i];
    }
    return differs;
}

Changes SetLayerConfig::exchange(Project& project)
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        std::optional<Json> before = held(project, m_layers[i], m_field);
        Json& config = project.model.find(m_layers[i])->config;
        if (m_values[i])
            config[m_field] = std::move(*m_values[i]);
        else
            config.erase(m_field);
        m_values[i] = std::move(before);
    }
    return Change::Model;
}

bool SetLayerConfig::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetLayerConfig&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || m_layers != later.m_layers || m_field != later.m_field)
        return false;
    bool differs = false;
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        differs |= held(project(), m_layers[i], m_field) != m_values[i];
    setObsolete(!differs); // back at the start: no step at all
    return true;
}

} // namespace lamina
