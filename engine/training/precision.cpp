#include "engine/training/precision.h"

namespace lamina {

Result<void> checkPrecision(const std::string& precision)
{
    if (precision == "float32")
        return {};
    const Place where{{}, "training.precision", {}};
    if (precision == "mixed_bfloat16")
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("training", "This version cannot compute in mixed_bfloat16 yet"), where,
                     LAMINA_TEXT("training", "use float32")};
    return Fault{FaultKind::Input, Text(LAMINA_TEXT("training", "There is no precision '%1'"), precision),
                 where, LAMINA_TEXT("training", "use float32")};
}

} // namespace lamina
