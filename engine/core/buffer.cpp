#include "engine/core/buffer.h"

#include <algorithm>
#include <new>

namespace lamina {

Buffer::Buffer(Index count) : m_size(count)
{
    const auto bytes =
        static_cast<std::size_t>(roundedToCacheLine(std::max<Index>(count, 1))) * sizeof(float);
    m_data.reset(static_cast<float*>(std::aligned_alloc(cacheLineFloats * sizeof(float), bytes)));
    if (!m_data)
        throw std::bad_alloc();
    std::fill_n(m_data.get(), bytes / sizeof(float), 0.0F);
}

Buffer::Buffer(const Buffer& other) : Buffer(other.m_size)
{
    std::copy_n(other.data(), other.size(), data());
}

Buffer& Buffer::operator=(const Buffer& other)
{
    if (this != &other)
        *this = Buffer(other);
    return *this;
}

} // namespace lamina
