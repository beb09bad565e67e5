#include "engine/data/digits/digit.h"

#include "engine/data/digits/pen.h"
#include "engine/data/mass_centre.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lamina::digits {

namespace {

CounterRandom randomOf(std::uint64_t seed, std::uint64_t sample)
{
    return {seed, RandomPurpose::Data, {sample}};
}

// A quick hand cuts corners: every dot moves towards the middle of its neighbours.
void hurry(std::span<Dot> dots, int times)
{
    for (int time = 0; time < times; ++time) {
        Dot before = dots.empty() ? Dot{} : dots[0];
        for (std::size_t i = 1; i + 1 < dots.size(); ++i) {
            const Dot here = dots[i];
            if (!here.starts && !dots[i + 1].starts) {
                dots[i].x = 0.5F * here.x + 0.25F * (before.x + dots[i + 1].x);
                dots[i].y = 0.5F * here.y + 0.25F * (before.y + dots[i + 1].y);
            }
            before = here;
        }
    }
}

// Proportion, slant, rotation, and slow waves across the paper.
void bend(std::span<Dot> dots, Chance& chance, int digit)
{
    const float width = std::exp(chance.about(digit == 2 || digit == 5 ? 0.26F : 0.1F, 0.21F));
    // Digits that are one long bow lean most.
    const float slant = chance.about(digit == 5 || digit == 8 || digit == 1 ? 0.24F : 0.14F, 0.28F);
    const float climb = chance.about(0.05F, 0.12F); // lines rise to the right
    const float angle = chance.about(0, 0.12F);
    const float wedge = chance.about(0, 0.18F); // wider below than above
    const float weight = chance.about(0, 0.14F); // the middle moves down
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    struct Wave {
        float kx, ky, phase, x, y;
    };
    std::array<Wave, 3> waves{};
    const float strength = chance.between(0.0F, 0.04F);
    for (Wave& wave : waves) {
        const float turn = chance.between(0, 2 * std::numbers::pi_v<float>);
        const float rate = chance.between(2.5F, 8.0F);
        wave = {rate * std::cos(turn), rate * std::sin(turn), chance.between(0, 6.2832F),
                chance.about(0, strength), chance.about(0, strength)};
    }
    for (Dot& dot : dots) {
        float x = dot.x;
        float y = dot.y;
        for (const Wave& wave : waves) {
            const float s = std::sin(wave.kx * dot.x + wave.ky * dot.y + wave.phase);
            x += wave.x * s;
            y += wave.y * s;
        }
        y += weight * (0.25F - y * y) * (digit == 1 ? 0.3F : 1.0F);
        x *= width * (1 + wedge * y);
        x -= slant * y;
        y -= climb * x;
        dot.x = cosine * x - sine * y;
        dot.y = sine * x + cosine * y;
    }
}

Pen choosePen(Chance& chance, int digit)
{
    Pen pen;
    pen.radius = std::clamp(1.25F * std::exp(chance.about(0, 0.32F)), 0.6F, 3.2F);
    if (digit == 1 && chance.happens(0.08F)) // fitted to its height, a short one is thick
        pen.radius *= chance.between(1.2F, 1.9F);
    pen.softness = chance.between(0.6F, 1.5F);
    pen.pressureWave = std::max(0.0F, chance.about(0.06F, 0.07F));
    pen.pressurePhase = chance.between(0, 6.2832F);
    pen.pressureTurn = chance.between(0.05F, 0.25F);
    pen.nib = std::abs(chance.about(0, 0.12F));
    pen.nibAngle = chance.between(0, std::numbers::pi_v<float>);
    pen.gain = chance.between(1.0F, 1.25F);
    return pen;
}

} // namespace

int label(std::uint64_t seed, std::uint64_t sample)
{
    return static_cast<int>(CounterRandom(seed, RandomPurpose::Data, {sample, 1}).below(0, 10));
}

void draw(std::uint64_t seed, std::uint64_t sample, std::span<float> image)
{
    Chance chance(randomOf(seed, sample));
    const int digit = label(seed, sample);
    Lines lines;
    {
        Writer writer(chance, lines, chance.between(0.004F, 0.026F));
        write(digit, chance, writer);
    }
    hurry(lines.dots(), chance.below(6));
    bend(lines.dots(), chance, digit);
    Box20 box;
    ink(lines.dots(), choosePen(chance, digit), box);
    for (float& value : box)
        value = std::floor(value + 0.5F);
    placeByMass(box, image);
}

} // namespace lamina::digits
