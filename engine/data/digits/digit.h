// One generated digit: a pure function of seed and sample.
#pragma once

#include <cstdint>
#include <span>

namespace lamina::digits {

// The label, 0 to 9.
int label(std::uint64_t seed, std::uint64_t sample);
// 28×28 whole numbers from 0 (paper) to 255 (ink), row by row, placed as MNIST's digits are.
void draw(std::uint64_t seed, std::uint64_t sample, std::span<float> image);

} // namespace lamina::digits
