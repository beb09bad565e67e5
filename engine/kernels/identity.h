// What the kernels compute with: equal identities give equal bits.
#pragma once

#include <string>

namespace lamina {

// "oneDNN 2.6.3 avx512_core_bf16"
std::string kernelIdentity();

} // namespace lamina
