// Numbers of 16 bits with the exponent of a float32: what mixed_bfloat16 multiplies, while sums, results and
// weights stay float32.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// Whether this processor multiplies such numbers itself (AVX512-BF16, AMX) and the library makes use of it.
// Where it does not, the kernels of mixed_bfloat16 round to such numbers and multiply them as float32: the
// same arithmetic, for tests.
bool hasBfloat16();

// `count` numbers, rounded to the nearest, ties to even: 16 bits each where hasBfloat16(), else as float32,
// in which case `to` may be `from`.
void toBfloat16(const float* from, Index count, float* to);
// How many floats of memory that takes, rounded up to a cache line.
Index bfloat16Room(Index count);

} // namespace lamina
