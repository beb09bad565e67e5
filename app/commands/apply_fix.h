// What the press on a fix's button does: all its edits in one step.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/model/fix.h"

namespace lamina {

class ApplyFix final : public EditStructure {
public:
    ApplyFix(const Project& project, const Fix& fix);
};

} // namespace lamina
