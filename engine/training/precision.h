// Which precisions this program can compute in.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/kernel.h"

namespace lamina {

// By Keras' name of the policy: "float32", or "mixed_bfloat16" on a processor that multiplies such numbers
// itself. Anything else is a fault of training.precision.
Result<Precision> precisionNamed(const std::string& name);

} // namespace lamina
