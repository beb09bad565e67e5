// Classes and functions in Python that some layers and optimizers need, written only into programs that use
// them.
#pragma once

#include <string_view>

namespace lamina::code {

// "Recurrent", "gates": the text of it, which needs torch, nn and F.
std::string_view torchHelper(std::string_view name);

} // namespace lamina::code
