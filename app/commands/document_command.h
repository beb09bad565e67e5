// An edit of the open project: a small command that swaps what it holds with what stands in the project, so
// that doing and undoing are the same act. exchange() is the only way to a Project that is not const.
#pragma once

#include "engine/model/project.h"

#include <QFlags>
#include <QUndoCommand>

namespace lamina {

class ProjectDocument;

// Which parts of the project an edit touched.
enum class Change { None = 0, Model = 1, Layout = 2, Data = 4, Training = 8, Identity = 16 };
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

// For QUndoCommand::id(): equal ids mean equal types, and only these may merge.
enum class CommandId {
    SetLayerConfig = 1,
    MoveLayers,
    SetTraining,
    SetData,
    SetSeed,
    SetName,
};

// Edits of one gesture (a drag, a number being typed) become one step of undo. Single never merges.
class Gesture {
public:
    static constexpr Gesture single() { return Gesture(0); }
    static Gesture begin(); // unlike any before

    bool merges(Gesture later) const { return m_number != 0 && m_number == later.m_number; }

private:
    constexpr explicit Gesture(quint64 number) : m_number(number) { }
    quint64 m_number;
};

class DocumentCommand : public QUndoCommand {
public:
    void redo() final { apply(); }
    void undo() final { apply(); }
    // False for an edit that would leave the project as it is: it is not made into a step of undo.
    virtual bool changes(const Project& project) const = 0;

protected:
    explicit DocumentCommand(const QString& text);

    // Puts the held value into the project and keeps the one that stood there.
    virtual Changes exchange(Project& project) = 0;
    // The project as it is now. Only after ProjectDocument::execute().
    const Project& project() const;

private:
    friend class ProjectDocument;
    void apply();
    ProjectDocument* m_document = nullptr; // set by execute()
};

} // namespace lamina
