// The hand that writes a digit: its chance, and the lines it draws.
#pragma once

#include "engine/core/random.h"

#include <array>
#include <cassert>
#include <span>

namespace lamina::digits {

// Numbers in the order they are asked for, out of one sample's counter: a digit is a pure function of seed
// and sample.
class Chance {
public:
    explicit Chance(CounterRandom random) : m_random(random) { }

    float between(float low, float high)
    {
        return low + (high - low) * static_cast<float>(m_random.uniform(m_next++));
    }
    bool happens(float probability) { return m_random.uniform(m_next++) < static_cast<double>(probability); }
    // About normal and never beyond 3.5 deviations: the sum of four uniform numbers out of one draw. No
    // logarithm, so it is the same on every machine.
    float about(float mean, float deviation)
    {
        const std::uint64_t bits = m_random.bits(m_next++);
        const std::uint64_t sum =
            (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        constexpr float unit = 1.7320508F / 65536.0F;
        return mean + deviation * unit * (static_cast<float>(sum) - 131070.0F);
    }
    int below(int bound)
    {
        return static_cast<int>(m_random.below(m_next++, static_cast<std::uint64_t>(bound)));
    }

private:
    CounterRandom m_random;
    std::uint64_t m_next = 0;
};

// A dot of a line. The digit stands in x from -0.3 to 0.3 and y from -0.5 (top) to 0.5, more or less.
struct Dot {
    float x = 0;
    float y = 0;
    bool starts = false; // the pen was lifted before it
};

// The finished lines: dense dots, straight between them.
class Lines {
public:
    void add(Dot dot)
    {
        if (m_count < m_dots.size())
            m_dots[m_count++] = dot;
    }
    std::span<Dot> dots() { return {m_dots.data(), m_count}; }
    std::span<const Dot> dots() const { return {m_dots.data(), m_count}; }

private:
    std::array<Dot, 512> m_dots;
    std::size_t m_count = 0;
};

// Takes the points a digit goes through and draws smooth lines between them. Every point misses its place a
// little.
class Writer {
public:
    Writer(Chance& chance, Lines& lines, float unsteadiness)
        : m_chance(chance), m_lines(lines), m_unsteadiness(unsteadiness)
    {
    }
    ~Writer() { lift(); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void through(float x, float y) { add(x, y, false); }
    void corner(float x, float y) { add(x, y, true); }
    // Part of an ellipse. Degrees: 0 right, 90 down, so that rising ones go clockwise. `growth` is the
    // radius at the end over the radius at the start.
    void arc(float x, float y, float radiusX, float radiusY, float from, float to, float growth = 1);
    // Ends the line; the next point starts another.
    void lift();

private:
    struct Knot {
        float x, y;
        bool corner;
    };
    void add(float x, float y, bool corner);

    Chance& m_chance;
    Lines& m_lines;
    float m_unsteadiness;
    std::array<Knot, 40> m_knots;
    std::size_t m_count = 0;
};

// Writes a digit in one of the ways people do.
void write(int digit, Chance& chance, Writer& writer);

} // namespace lamina::digits
