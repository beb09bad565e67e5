// The whole training section: loss, optimizer, epochs, callbacks.
#pragma once

#include "app/commands/document_command.h"

namespace lamina {

class SetTraining final : public DocumentCommand {
public:
    // `text` says what is undone: "Change epochs". Edits of one gesture with the same text become one step.
    SetTraining(TrainingSpec training, const QString& text, Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetTraining); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    TrainingSpec m_training;
    Gesture m_gesture;
};

} // namespace lamina
