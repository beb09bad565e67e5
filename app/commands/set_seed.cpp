#include "app/commands/set_seed.h"

#include <utility>

namespace lamina {

SetSeed::SetSeed(std::uint64_t seed, const QString& text, Gesture gesture)
    : DocumentCommand(text), m_seed(seed), m_gesture(gesture)
{
}

bool SetSeed::changes(const Project& project) const
{
    return !(project.seed == m_seed);
}

Changes SetSeed::exchange(Project& project)
{
    std::swap(project.seed, m_seed);
    return Change::Identity;
}

bool SetSeed::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetSeed&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || text() != later.text())
        return false;
    setObsolete(project().seed == m_seed); // back at the start: no step at all
    return true;
}

} // namespace lamina
