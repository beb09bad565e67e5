#include "engine/core/fault.h"

#include <algorithm>
#include <iterator>

namespace lamina {

std::string sentence(const Fault& fault, const Translate& translate)
{
    std::string text = render(fault.what, translate);
    const auto add = [&text](const std::string& part) {
        if (!part.empty())
            text += ", " + part;
    };
    add(fault.where.file);
    add(fault.where.path);
    if (!fault.where.layer.empty())
        add(render(Text(LAMINA_TEXT("faults", "layer '%1'"), fault.where.layer), translate));
    add(render(fault.remedy, translate));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string sentence(const Faults& faults, const Translate& translate)
{
    std::string text;
    for (const Fault& fault : faults)
        text += (text.empty() ? "" : "; ") + sentence(fault, translate);
    return text;
}

int exitStatus(const Faults& faults)
{
    int status = 0;
    for (const Fault& fault : faults) {
        const int own = fault.kind == FaultKind::Usage ? 2 : fault.kind == FaultKind::Input ? 3 : 1;
        status = status == 0 ? own : status; // the first fault found is the cause
    }
    return status;
}

void append(Faults& all, Faults more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace lamina
