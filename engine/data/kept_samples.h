// What was dear to read or make, kept for the next epoch: the bytes of the first samples of a set, as many as
// a bound allows. Memory is taken only as samples are kept.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lamina {

// What the samples of one source take in memory at most.
constexpr std::uint64_t keptBytesAtMost = std::uint64_t{512} << 20;

// For use from many threads at once.
class KeptSamples {
public:
    // Room for the first of `samples` that fit into `most` bytes.
    KeptSamples(std::size_t samples, std::size_t sampleBytes, std::uint64_t most);

    std::uint64_t bytes() const { return m_states.size() * std::uint64_t{m_sampleBytes}; }
    // Empty: not kept.
    std::span<const std::byte> find(std::size_t sample) const;
    // Two threads may come with the same sample at once: their bytes are the same, and the first is heard.
    void keep(std::size_t sample, std::span<const std::byte> bytes);

private:
    enum State : std::uint8_t { Empty, Busy, Ready };

    std::size_t m_sampleBytes;
    std::vector<std::atomic<std::uint8_t>> m_states;
    std::unique_ptr<std::byte[]> m_bytes;
};

} // namespace lamina
