#pragma once

#include "engine/code/code.h"

namespace lamina::code {

Result<GeneratedCode> kerasCode(const Project& project, const CodeFiles& files);

} // namespace lamina::code
