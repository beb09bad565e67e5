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

// Sixteen numbers, in as many registers as they take.
template <typename Register>
struct Sixteen {
    static constexpr int count = 16 / lanesOf<Register>;
    Register part[count];

    [[gnu::always_inline]] void from(const float* place)
    {
        for (int i = 0; i < count; ++i)
            load(part[i], place + i * lanesOf<Register>);
    }
    [[gnu::always_inline]] void to(float* place) const
    {
        for (int i = 0; i < count; ++i)
            store(place + i * lanesOf<Register>, part[i]);
    }
    [[gnu::always_inline]] void add(const Sixteen& other)
    {
        for (int i = 0; i < count; ++i)
            part[i] += other.part[i];
    }
    [[gnu::always_inline]] void add(float factor, const Sixteen& other)
    {
        for (int i = 0; i < count; ++i)
            part[i] += factor * other.part[i];
    }
};

} // namespace lamina
