// Numbers in memory that starts at a cache line, so that kernels may use their widest loads.
#pragma once

#include "engine/core/shape.h"

#include <cstdlib>
#include <memory>
#include <span>

namespace lamina {

class Buffer {
public:
    Buffer() = default;
    explicit Buffer(Index count); // zeros
    Buffer(const Buffer& other);
    Buffer(Buffer&&) noexcept = default;
    Buffer& operator=(const Buffer& other);
    Buffer& operator=(Buffer&&) noexcept = default;
    ~Buffer() = default;

    float* data() { return m_data.get(); }
    const float* data() const { return m_data.get(); }
    Index size() const { return m_size; }
    std::span<float> values() { return {m_data.get(), static_cast<std::size_t>(m_size)}; }
    std::span<const float> values() const { return {m_data.get(), static_cast<std::size_t>(m_size)}; }

private:
    struct Free {
        void operator()(float* memory) const { std::free(memory); }
    };
    std::unique_ptr<float, Free> m_data;
    Index m_size = 0;
};

constexpr Index cacheLineFloats = 16;
constexpr Index roundedToCacheLine(Index count)
{
    return (count + cacheLineFloats - 1) / cacheLineFloats * cacheLineFloats;
}

} // namespace lamina
