#include "engine/data/kept_samples.h"

#include <algorithm>
#include <cassert>

namespace lamina {

KeptSamples::KeptSamples(std::size_t samples, std::size_t sampleBytes, std::uint64_t most)
    : m_sampleBytes(sampleBytes),
      m_states(static_cast<std::size_t>(std::min<std::uint64_t>(samples, most / (sampleBytes + 1)))),
      m_bytes(std::make_unique_for_overwrite<std::byte[]>(m_states.size() * sampleBytes))
{
}

std::span<const std::byte> KeptSamples::find(std::size_t sample) const
{
    if (sample >= m_states.size() || m_states[sample].load(std::memory_order_acquire) != Ready)
        return {};
    return {m_bytes.get() + sample * m_sampleBytes, m_sampleBytes};
}

void KeptSamples::keep(std::size_t sample, std::span<const std::byte> bytes)
{
    assert(bytes.size() == m_sampleBytes);
    if (sample >= m_states.size())
        return;
    std::uint8_t expected = Empty;
    if (!m_states[sample].compare_exchange_strong(expected, Busy, std::memory_order_acquire))
        return;
    std::copy(bytes.begin(), bytes.end(), m_bytes.get() + sample * m_sampleBytes);
    m_states[sample].store(Ready, std::memory_order_release);
}

} // namespace lamina
