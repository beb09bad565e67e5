// The same numbers in another shape.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

std::unique_ptr<Kernel> makeViewKernel(Index elements);

} // namespace lamina
