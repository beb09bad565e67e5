#include "app/commands/set_data.h"

#include <utility>

namespace lamina {

SetData::SetData(DataSpec data, const QString& text, Gesture gesture)
    : DocumentCommand(text), m_data(std::move(data)), m_gesture(gesture)
{
}

bool SetData::changes(const Project& project) const
{
    return !(project.data == m_data);
}

Changes SetData::exchange(Project& project)
{
    std::swap(project.data, m_data);
    return Change::Data;
}

bool SetData::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetData&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || text() != later.text())
        return false;
    setObsolete(project().data == m_data); // back at the start: no step at all
    return true;
}

} // namespace lamina
