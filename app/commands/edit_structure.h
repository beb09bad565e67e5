// The common part of the edits that add, remove, rename or replace layers: they are worked out on a copy of
// the project and kept as the difference.
#pragma once

#include "app/commands/project_patch.h"

namespace lamina {

class EditStructure : public DocumentCommand {
public:
    bool changes(const Project&) const override { return !m_patch.empty(); }

protected:
    EditStructure(const Project& before, Project after, const QString& text) : DocumentCommand(text)
    {
        settleGroups(before.model, after.model, after.groups);
        m_patch = ProjectPatch::between(before, after);
    }
    Changes exchange(Project& project) override { return m_patch.exchange(project); }

private:
    ProjectPatch m_patch;
};

} // namespace lamina
