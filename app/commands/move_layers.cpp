#include "app/commands/move_layers.h"

#include <algorithm>
#include <utility>

namespace lamina {

namespace {
std::optional<CanvasPosition> heldPlace(const Project& project, const std::string& layer)
{
    const auto found = project.layout.find(layer);
    return found == project.layout.end() ? std::nullopt : std::optional(found->second);
}

bool standSo(const Project& project, const LayerPositions& positions)
{
    return std::all_of(positions.begin(), positions.end(),
                       [&](const auto& wanted) { return heldPlace(project, wanted.first) == wanted.second; });
}
} // namespace

MoveLayers::MoveLayers(LayerPositions positions, Gesture gesture)
    : MoveLayers(std::move(positions), QString(), gesture)
{
    setText(m_positions.size() == 1 ? tr("Move %1").arg(QString::fromStdString(m_positions.begin()->first))
                                    : tr("Move %n layers", nullptr, static_cast<int>(m_positions.size())));
}

MoveLayers::MoveLayers(LayerPositions positions, const QString& text, Gesture gesture)
    : DocumentCommand(text), m_positions(std::move(positions)), m_gesture(gesture)
{
}

bool MoveLayers::changes(const Project& project) const
{
    return !standSo(project, m_positions);
}

Changes MoveLayers::exchange(Project& project)
{
    for (auto& [layer, position] : m_positions) {
        const std::optional<CanvasPosition> before = heldPlace(project, layer);
        if (position)
            project.layout[layer] = *position;
        else
            project.layout.erase(layer);
        position = before;
    }
    return Change::Layout;
}

bool MoveLayers::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const MoveLayers&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || text() != later.text())
        return false;
    // What the later one moved for the first time had not been moved by this one: its past is the later's.
    for (const auto& [layer, position] : later.m_positions)
        m_positions.try_emplace(layer, position);
    setObsolete(standSo(project(), m_positions));
    return true;
}

} // namespace lamina
