// File names with places to fill, as Python's str.format reads them: "run_{epoch:02d}_{val_loss:.3f}.h5".
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lamina {

using PathValue = std::variant<Index, double>;
using PathValues = std::map<std::string, PathValue>;

// {name} and {name:[[fill]align][sign][0][width][,][.precision][type]} with the types d e E f F g G % and
// none; {{ and }} stand for themselves. Faults: a name that has no value (with all that have one), a brace
// left open, a format that the value does not take.
Result<std::string> formatPath(std::string_view pattern, const PathValues& values);

// The names asked for, in order; a fault if the pattern cannot be read.
Result<std::vector<std::string>> pathNames(std::string_view pattern);

} // namespace lamina
