#include "engine/core/buffer.h"

#include <algorithm>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace lamina {

namespace {
// What is large stands in pages of 2 MiB where the system has them: with those of 4 KiB, a fifth to a half of
// the time of products of large matrices goes into finding pages.
constexpr std::size_t largePage = std::size_t{2} << 20U;

float* allocate(std::size_t bytes)
{
    const bool large = bytes >= 2 * largePage;
    const std::size_t alignment = large ? largePage : cacheLineFloats * sizeof(float);
    void* memory = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
    if (!memory)
        throw std::bad_alloc();
#ifdef __linux__
    if (large)
        madvise(memory, bytes / largePage * largePage, MADV_HUGEPAGE); // a wish: nothing depends on it
#endif
    return static_cast<float*>(memory);
}
} // namespace

Buffer::Buffer(Index count) : m_size(count)
{
    const auto bytes =
        static_cast<std::size_t>(roundedToCacheLine(std::max<Index>(count, 1))) * sizeof(float);
    m_data.reset(allocate(bytes));
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
