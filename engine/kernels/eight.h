// Eight or sixteen numbers in a register; on processors that have none so long the compiler makes several
// of it.
#pragma once

#include <cstring>

namespace lamina {

using Vec = float __attribute__((vector_size(32)));
using Wide = float __attribute__((vector_size(64))); // AVX-512
template <typename Register>
constexpr int lanesOf = sizeof(Register) / sizeof(float);

// From and to any address.
template <typename Register>
[[gnu::always_inline]] inline void load(Register& into, const void* from)
{
    std::memcpy(&into, from, sizeof into);
}
template <typename Register>
[[gnu::always_inline]] inline void store(void* into, const Register& from)
{
    std::memcpy(into, &from, sizeof from);
}

} // namespace lamina
