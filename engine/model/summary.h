// The table that Keras prints.
#pragma once

#include "engine/model/network.h"

namespace lamina {

// Layer (type), output shape, parameters, totals, as Keras 2.13 lays them out.
std::string summary(const Network& network, const std::string& name);

} // namespace lamina
