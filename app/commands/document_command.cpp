#include "app/commands/document_command.h"

#include "app/document/project_document.h"

namespace lamina {

Gesture Gesture::begin()
{
    static quint64 last = 0;
    return Gesture(++last);
}

DocumentCommand::DocumentCommand(const QString& text) : QUndoCommand(text) { }

const Project& DocumentCommand::project() const
{
    return m_document->project();
}

void DocumentCommand::apply()
{
    assert(m_document && "commands are pushed through ProjectDocument::execute()");
    m_document->announce(exchange(m_document->m_project));
}

} // namespace lamina
