// The whole data section: source, options, preprocessing, split.
#pragma once

#include "app/commands/document_command.h"

namespace lamina {

class SetData final : public DocumentCommand {
public:
    // `text` says what is undone: "Change epochs". Edits of one gesture with the same text become one step.
    SetData(DataSpec data, const QString& text, Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetData); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    DataSpec m_data;
    Gesture m_gesture;
};

} // namespace lamina
