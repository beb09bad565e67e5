// The name of the project.
#pragma once

#include "app/commands/document_command.h"

namespace lamina {

class SetName final : public DocumentCommand {
public:
    // `text` says what is undone: "Change epochs". Edits of one gesture with the same text become one step.
    SetName(std::string name, const QString& text, Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetName); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    std::string m_name;
    Gesture m_gesture;
};

} // namespace lamina
