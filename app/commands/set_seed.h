// The seed from which everything random is drawn.
#pragma once

#include "app/commands/document_command.h"

namespace lamina {

class SetSeed final : public DocumentCommand {
public:
    // `text` says what is undone: "Change epochs". Edits of one gesture with the same text become one step.
    SetSeed(std::uint64_t seed, const QString& text, Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetSeed); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    std::uint64_t m_seed;
    Gesture m_gesture;
};

} // namespace lamina
