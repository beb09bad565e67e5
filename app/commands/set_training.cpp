#include "app/commands/set_training.h"

#include <utility>

namespace lamina {

SetTraining::SetTraining(TrainingSpec training, const QString& text, Gesture gesture)
    : DocumentCommand(text), m_training(std::move(training)), m_gesture(gesture)
{
}

bool SetTraining::changes(const Project& project) const
{
    return !(project.training == m_training);
}

Changes SetTraining::exchange(Project& project)
{
    std::swap(project.training, m_training);
    return Change::Training;
}

bool SetTraining::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const SetTraining&>(*next); // equal id() means equal type
    if (!m_gesture.merges(later.m_gesture) || text() != later.text())
        return false;
    setObsolete(project().training == m_training); // back at the start: no step at all
    return true;
}

} // namespace lamina
