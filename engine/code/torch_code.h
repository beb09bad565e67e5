#pragma once

#include "engine/code/code.h"

namespace lamina::code {

Result<GeneratedCode> torchCode(const Project& project, const CodeFiles& files);

} // namespace lamina::code
