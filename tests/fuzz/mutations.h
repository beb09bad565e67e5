// Damage to bytes: what falling disks, cut downloads and careless editors do.
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QtGlobal>

#include <cstdint>
#include <string>
#include <vector>

// How long a test goes on: `usual` rounds with the same damage every time, or as many seconds as
// LAMINA_FUZZ_SECONDS says with other damage each time.
class FuzzRounds {
public:
    explicit FuzzRounds(int usual)
        : m_usual(usual), m_seconds(qEnvironmentVariableIntValue("LAMINA_FUZZ_SECONDS"))
    {
        m_clock.start();
    }
    // LAMINA_FUZZ_SEED gives the damage of an earlier run again.
    std::uint64_t seed(std::uint64_t usual) const
    {
        if (m_seconds <= 0)
            return usual;
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("LAMINA_FUZZ_SEED", &given);
        const auto seed = static_cast<std::uint64_t>(given ? wanted : QDateTime::currentSecsSinceEpoch());
        qInfo("LAMINA_FUZZ_SEED=%llu", static_cast<unsigned long long>(seed));
        return seed;
    }
    bool next()
    {
        if (m_seconds > 0 ? m_clock.elapsed() >= 1000LL * m_seconds : m_done >= m_usual)
            return false;
        ++m_done;
        return true;
    }
    int done() const { return m_done; }

private:
    int m_usual;
    int m_seconds;
    int m_done = 0;
    QElapsedTimer m_clock;
};

class Mutations {
public:
    explicit Mutations(std::uint64_t seed) : m_state(seed) { }

    // A few changes of one kind each.
    std::string damage(std::string bytes, const std::vector<std::string>& tokens = {})
    {
        const int changes = 1 + static_cast<int>(next(4));
        for (int i = 0; i < changes && !bytes.empty(); ++i)
            change(bytes, tokens);
        return bytes;
    }

    std::uint64_t next(std::uint64_t below)
    {
        m_state += 0x9E3779B97F4A7C15ULL; // SplitMix64
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return (z ^ (z >> 31U)) % below;
    }

private:
    void change(std::string& bytes, const std::vector<std::string>& tokens)
    {
        const std::size_t at = next(bytes.size());
        const std::size_t length = 1 + next(16);
        switch (next(tokens.empty() ? 6 : 8)) {
        case 0: // a flipped bit
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << next(8)));
            break;
        case 1: // any byte
            bytes[at] = static_cast<char>(next(256));
            break;
        case 2: // something lost
            bytes.erase(at, length);
            break;
        case 3: // something twice
            bytes.insert(at, bytes.substr(next(bytes.size()), length));
            break;
        case 4: // cut off
            if (next(4) == 0)
                bytes.resize(at);
            break;
        case 5: // an extreme number
            for (std::size_t i = at; i < std::min(bytes.size(), at + 4); ++i)
                bytes[i] = static_cast<char>(next(2) == 0 ? 0xFF : 0x00);
            break;
        default: // a word of the format in another's place
            bytes.replace(at, next(2) == 0 ? 0 : length, tokens[next(tokens.size())]);
            break;
        }
    }

    std::uint64_t m_state;
};
