#include "engine/training/precision.h"

#include "engine/kernels/bfloat16.h"

namespace lamina {

Result<Precision> precisionNamed(const std::string& name)
{
    if (name == "float32")
        return Precision::Float32;
    const Place where{{}, "training.precision", {}};
    if (name != "mixed_bfloat16")
        return Fault{FaultKind::Input, Text(LAMINA_TEXT("training", "There is no precision '%1'"), name),
                     where, LAMINA_TEXT("training", "use float32 or mixed_bfloat16")};
    if (hasBfloat16())
        return Precision::MixedBfloat16;
    return Fault{FaultKind::Input,
                 LAMINA_TEXT("training",
                             "This processor has no bfloat16 arithmetic (AVX512-BF16 or AMX), which "
                             "mixed_bfloat16 needs"),
                 where, LAMINA_TEXT("training", "use float32")};
}

} // namespace lamina
