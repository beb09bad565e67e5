// Which precisions this program can compute in.
#pragma once

#include "engine/core/fault.h"

namespace lamina {

// "float32"; anything else is a fault.
Result<void> checkPrecision(const std::string& precision);

} // namespace lamina
