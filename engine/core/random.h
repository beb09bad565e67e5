// Randomness by counter: a number is a pure function of who asks and of its position, never of what was asked
// before. So resuming, the thread count and the order of work cannot change a result. Mixing: SplitMix64's
// finaliser (Steele, Lea, Flood 2014).
#pragma once

#include <cstdint>
#include <initializer_list>

namespace lamina {

constexpr std::uint64_t mixBits(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

// Keeps the uses of one seed apart. Values stand in saved runs: never renumbered.
enum class RandomPurpose : std::uint64_t {
    Weights = 1,
    Shuffle = 2,
    Dropout = 3,
    Data = 4,
    Augmentation = 5,
    Noise = 6,
    Bench = 7
};

class CounterRandom {
public:
    constexpr CounterRandom(std::uint64_t seed, RandomPurpose purpose,
                            std::initializer_list<std::uint64_t> who = {})
        : m_key(mixBits(seed + 0x9E3779B97F4A7C15ULL) ^ mixBits(static_cast<std::uint64_t>(purpose)))
    {
        for (const std::uint64_t part : who)
            m_key = mixBits(m_key + 0x9E3779B97F4A7C15ULL) ^ mixBits(part + 0xD1B54A32D192ED03ULL);
    }

    constexpr std::uint64_t bits(std::uint64_t position) const
    {
        return mixBits(m_key + position * 0x9E3779B97F4A7C15ULL);
    }
    // In [0, 1), 53 bits.
    constexpr double uniform(std::uint64_t position) const
    {
        return static_cast<double>(bits(position) >> 11) * 0x1p-53;
    }
    constexpr double uniform(std::uint64_t position, double low, double high) const
    {
        return low + (high - low) * uniform(position);
    }
    // Standard normal (Box and Muller); uses positions 2p and 2p + 1.
    double normal(std::uint64_t position) const;
    // Below the bound, without noticeable bias for bounds far under 2^64.
    std::uint64_t below(std::uint64_t position, std::uint64_t bound) const;

    constexpr std::uint64_t key() const { return m_key; }

private:
    std::uint64_t m_key;
};

} // namespace lamina
