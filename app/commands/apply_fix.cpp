#include "app/commands/apply_fix.h"

#include "widgets/common/words.h"

namespace lamina {

ApplyFix::ApplyFix(const Project& project, const Fix& fix)
    : EditStructure(project, withFix(project, fix), words(fix.label))
{
}

} // namespace lamina
