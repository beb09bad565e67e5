#include "app/commands/set_name.h"

#include <utility>

namespace lamina {

SetName::SetName(std::string name, const QString& text, Gesture gesture)
    : DocumentCommand(text), m_name(std::move(name)), m_gesture(gesture)
{
}

bool SetName::changes(const Project& project) const
{
    return !(project.name == m_name);
}

Changes SetName::exchange(Project& project)
{
    std::swap(project.name, m_name);
    return Change::Identity;
}

bool SetName::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetName&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || text() != later.text())
        return false;
    setObsolete(project().name == m_name); // back at the start: no step at all
    return true;
}

} // namespace lamina
