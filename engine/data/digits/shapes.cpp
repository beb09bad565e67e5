// How people write the ten digits. Every function picks one of the usual ways, its proportions, and where its
// lines begin and end; what holds for all digits alike (slant, size, tremor, pen) comes later.
#include "engine/data/digits/hand.h"

#include <algorithm>
#include <cmath>

namespace lamina::digits {

namespace {

void zero(Chance& chance, Writer& pen)
{
    const float from = chance.about(-75, 30);
    const float turn = chance.happens(0.8F) ? -1.0F : 1.0F;
    const float sweep = std::max(305.0F, chance.about(362, 22));
    const float width = chance.happens(0.12F) ? chance.between(0.5F, 0.8F) : chance.between(0.2F, 0.5F);
    const float growth = chance.about(1, 0.07F);
    const float curl = chance.between(0, 1);
    if (curl < 0.1F) // begins with a hook inside
        pen.through(chance.about(0, 0.12F), chance.about(-0.25F, 0.1F));
    pen.arc(0, 0, width, 0.5F, from, from + turn * sweep, growth);
    if (curl > 0.78F) // runs on into the inside, or out to the right
        pen.through(chance.about(0, width * 0.5F), chance.about(-0.3F, 0.15F));
    if (curl > 0.9F)
        pen.through(chance.about(0, width * 0.5F), chance.about(-0.1F, 0.15F));
}

void one(Chance& chance, Writer& pen)
{
    const float bend = chance.about(0, 0.025F);
    const float way = chance.between(0, 1);
    if (way > 0.74F) {
        const float reach = chance.between(0.06F, 0.38F);
        pen.through(-reach, -0.5F + reach * chance.between(0.2F, 1.4F));
        pen.corner(0, -0.5F);
    } else {
        pen.through(0, -0.5F);
    }
    pen.through(bend, chance.about(0, 0.1F));
    pen.through(0, 0.5F);
    if (way > 0.93F) {
        pen.lift();
        const float foot = chance.between(0.1F, 0.27F);
        const float shift = chance.about(0, 0.05F);
        const float height = chance.about(0.49F, 0.02F);
        pen.through(shift - foot, height);
        pen.through(shift + foot, height + chance.about(0, 0.02F));
    }
}

void two(Chance& chance, Writer& pen)
{
    const float right = chance.between(0.1F, 0.35F);
    const float belly = chance.between(-0.4F, -0.12F); // the height of the bow's rightmost point
    const float left = chance.between(-0.34F, -0.18F);
    const float foot = chance.about(0.45F, 0.03F);
    // The bow.
    if (chance.happens(0.3F)) // begins with a hook
        pen.through(left + chance.between(0.04F, 0.2F), chance.about(-0.16F, 0.1F));
    pen.through(left + chance.about(0.02F, 0.04F), chance.about(-0.32F, 0.06F));
    const float roof = chance.about(-0.46F, 0.03F);
    pen.through(left * 0.4F, roof + chance.about(0, 0.015F));
    pen.through(right * 0.55F, roof + chance.about(0, 0.015F));
    pen.through(right, belly);
    pen.through(right * 0.75F, belly + chance.between(0.15F, 0.25F));
    pen.through(right * 0.1F + chance.about(-0.02F, 0.04F), chance.about(0.14F, 0.06F));
    // The turn at the lower left and the base.
    const float end = chance.happens(0.25F) ? chance.between(0.4F, 0.9F) : chance.between(0.16F, 0.45F);
    const float way = chance.between(0, 1);
    if (way < 0.48F) { // a loop
        const float size = chance.between(0.4F, 2.8F); // from a knot to a wide bow
        const float drop = chance.between(-0.1F, 0.14F);
        const float turn = left + chance.between(-0.08F, 0.14F);
        const float height = chance.between(0.09F, 0.17F);
        pen.through(turn + 0.09F * size, foot - 0.03F);
        pen.through(turn, foot);
        pen.through(turn - 0.07F * size, foot - 0.06F * size);
        pen.through(turn + 0.03F * size, foot - height * size);
        pen.through(turn + 0.16F * size, foot - height * 0.75F * size);
        pen.through(turn + 0.16F * size + 0.15F, foot + drop * 0.5F);
        pen.through(std::max(end, turn + 0.16F * size + 0.22F), foot + drop + chance.about(-0.03F, 0.04F));
    } else if (way < 0.82F) { // a corner
        pen.corner(left, foot);
        if (chance.happens(0.4F)) { // a wave in the base
            pen.through(left * 0.3F, foot - chance.between(0, 0.08F));
            pen.through(end * 0.5F, foot + chance.between(-0.02F, 0.05F));
        }
        pen.through(end, foot + chance.about(-0.01F, 0.05F));
    } else { // round
        pen.through(left * 0.75F, foot - 0.1F);
        pen.through(left * 0.6F, foot + 0.03F);
        pen.through(0.05F, foot + 0.03F);
        pen.through(end, foot - chance.between(-0.03F, 0.08F));
    }
}

// The lower bow of 3 and 5, from the middle to the lower left.
void lowerBow(Chance& chance, Writer& pen, float top)
{
    const float right = chance.between(0.1F, 0.34F);
    const float belly = (top + 0.5F) * 0.5F + chance.about(0, 0.04F);
    const float left = chance.between(-0.36F, -0.1F);
    pen.through(right * 0.6F, top + chance.between(0.0F, 0.06F));
    pen.through(right, belly - 0.04F);
    pen.through(right * 0.82F, (belly + 0.5F) * 0.5F + 0.03F);
    pen.through(right * 0.15F, chance.about(0.5F, 0.015F));
    if (chance.happens(0.85F)) {
        pen.through(left, chance.about(0.41F, 0.06F));
        if (chance.happens(0.12F)) // and turns up
            pen.through(left + chance.about(0, 0.06F), chance.between(0.2F, 0.36F));
    }
}

void three(Chance& chance, Writer& pen)
{
    const float middle = chance.about(-0.04F, 0.07F);
    const float inner = chance.between(-0.18F, 0.1F);
    if (chance.happens(0.12F)) { // a flat top
        pen.corner(chance.between(-0.32F, -0.18F), chance.about(-0.47F, 0.02F));
        pen.corner(chance.between(0.1F, 0.26F), -0.48F);
        pen.corner(inner, middle - 0.02F);
    } else {
        const float right = chance.between(0.12F, 0.28F);
        pen.through(chance.between(-0.38F, -0.12F), chance.about(-0.37F, 0.08F));
        pen.through(chance.about(-0.06F, 0.03F), -0.49F);
        pen.through(right * 0.85F, chance.about(-0.43F, 0.02F));
        pen.through(right, (middle - 0.5F) * 0.5F);
        pen.through(right * 0.6F, middle - 0.07F);
        const float way = chance.between(0, 1);
        if (way < 0.5F) {
            pen.corner(inner, middle);
        } else if (way < 0.75F) { // a small loop
            const float size = chance.between(0.4F, 1.8F);
            pen.through(inner, middle - 0.02F);
            pen.through(inner - 0.1F * size, middle + 0.02F * size);
            pen.through(inner - 0.02F * size, middle + 0.06F * size);
            pen.through(inner + 0.08F * size, middle + 0.01F);
        } else {
            pen.through(inner, middle);
        }
    }
    lowerBow(chance, pen, middle + 0.02F);
}

void four(Chance& chance, Writer& pen)
{
    const float stem = chance.between(0.04F, 0.24F);
    const float lean = chance.about(0.03F, 0.05F); // the stem's top over its foot
    const float bar = chance.about(0.08F, 0.07F);
    const float left = chance.between(-0.36F, -0.2F);
    const float way = chance.between(0, 1);
    if (way < 0.5F) { // open: an angle and a stem
        const float top = chance.between(-0.3F, 0.0F);
        pen.through(std::max(top, left), chance.about(-0.46F, 0.05F));
        if (chance.happens(0.4F))
            pen.through((top + left) * 0.5F - 0.03F, -0.2F);
        pen.corner(left, bar);
        pen.through(stem + chance.between(-0.02F, 0.24F), bar + chance.about(-0.02F, 0.04F));
        pen.lift();
        pen.through(stem + lean, chance.between(-0.5F, -0.1F));
        pen.through(stem + lean * 0.5F, 0.1F);
        pen.through(stem, 0.5F);
    } else if (way < 0.68F) { // closed: the angle starts at the stem's top
        pen.through(stem + lean, chance.about(-0.49F, 0.02F));
        pen.corner(left, bar);
        pen.through(stem + chance.between(0.02F, 0.26F), bar + chance.about(-0.01F, 0.03F));
        pen.lift();
        pen.through(stem + lean + chance.about(0, 0.02F), chance.about(-0.47F, 0.04F));
        pen.through(stem, 0.5F);
    } else if (way < 0.86F) { // a bowl and a stem
        pen.through(chance.between(-0.3F, -0.12F), chance.about(-0.46F, 0.04F));
        pen.through(left + 0.02F, chance.about(-0.15F, 0.05F));
        pen.through(left * 0.7F, bar - 0.04F);
        pen.through(0, bar + chance.about(-0.02F, 0.03F));
        pen.through(stem + 0.02F, bar - chance.between(0.0F, 0.1F));
        pen.lift();
        pen.through(stem + lean, chance.about(-0.45F, 0.06F));
        pen.through(stem + 0.02F, 0.05F);
        pen.through(stem, 0.5F);
    } else { // in one line: down, across, up and down the stem
        pen.through(chance.between(-0.3F, -0.1F), chance.about(-0.45F, 0.05F));
        pen.through(left, chance.about(-0.1F, 0.06F));
        pen.through(left * 0.7F, bar - 0.02F);
        pen.through(0, bar - 0.02F);
        pen.through(stem, -0.15F);
        pen.corner(stem + lean + 0.04F, chance.about(-0.45F, 0.05F));
        pen.through(stem + 0.02F, 0.05F);
        pen.through(stem, 0.5F);
    }
}

void five(Chance& chance, Writer& pen)
{
    const float left = chance.between(-0.28F, -0.12F);
    const float shoulder = chance.about(-0.08F, 0.09F);
    const float top = chance.about(-0.46F, 0.02F);
    const float reach = chance.between(0.1F, 0.62F);
    const float way = chance.between(0, 1);
    if (way < 0.42F) { // the bar is a stroke of its own
        pen.through(left + chance.about(0.05F, 0.04F), top);
        pen.corner(left, shoulder);
        if (chance.happens(0.5F))
            pen.through(left + 0.13F, shoulder - 0.06F);
        lowerBow(chance, pen, shoulder - 0.05F);
        pen.lift();
        pen.through(left + chance.about(0.06F, 0.06F), top + chance.about(0, 0.03F));
        pen.through(left * 0.5F + reach * 0.5F, top + chance.about(0, 0.02F));
        pen.through(reach, top + chance.about(-0.02F, 0.04F));
    } else if (way < 0.8F) { // in one line with corners
        pen.through(reach, top + chance.about(-0.01F, 0.04F));
        pen.corner(left + chance.about(0.05F, 0.04F), top);
        pen.corner(left, shoulder);
        if (chance.happens(0.5F))
            pen.through(left + 0.13F, shoulder - 0.06F);
        lowerBow(chance, pen, shoulder - 0.05F);
    } else { // round as an S
        pen.through(reach, top + chance.about(0.03F, 0.04F));
        pen.through(chance.about(0.02F, 0.03F), -0.49F);
        pen.through(left, (top + shoulder) * 0.5F);
        pen.through(left * 0.5F, shoulder + 0.02F);
        lowerBow(chance, pen, shoulder + 0.06F);
    }
}

void six(Chance& chance, Writer& pen)
{
    const float right = chance.between(0.1F, 0.46F);
    const float left = chance.between(-0.32F, -0.16F);
    const float roof = chance.between(-0.15F, 0.25F); // the loop's top
    const float top = chance.between(-0.12F, 0.3F);
    pen.through(top, -0.5F);
    pen.through((top + left) * 0.5F - chance.between(0.0F, 0.07F), chance.about(-0.24F, 0.03F));
    pen.through(left, chance.about(0.12F, 0.05F));
    pen.through(left * 0.68F, chance.about(0.42F, 0.02F));
    pen.through(chance.about(0, 0.03F), 0.5F);
    pen.through(right * 0.9F, (roof + 0.5F) * 0.5F + 0.08F);
    pen.through(right * 0.8F, roof + 0.08F);
    pen.through(right * 0.2F, roof);
    const float way = chance.between(0, 1);
    if (way < 0.12F)
        return; // the loop stays open
    pen.through(left * 0.55F, roof + chance.between(0.04F, 0.14F));
    if (way > 0.7F) { // and curls on inside
        pen.through(left * chance.between(0.1F, 0.6F), roof + chance.between(0.15F, 0.3F));
        if (way > 0.85F)
            pen.through(right * chance.between(0.0F, 0.5F), roof + chance.between(0.15F, 0.3F));
    } else if (way > 0.3F) {
        pen.through(left * chance.between(0.75F, 1.8F), roof + chance.between(0.16F, 0.3F));
    }
}

void seven(Chance& chance, Writer& pen)
{
    const float left = chance.between(-0.4F, -0.12F);
    const float right = chance.between(0.16F, 0.34F);
    const float top = chance.about(-0.46F, 0.02F);
    const float rise = chance.about(0.02F, 0.05F); // the bar goes up to the right
    const float foot = chance.between(-0.25F, 0.22F);
    if (chance.happens(0.3F)) { // a tick hangs from the bar's start
        pen.through(left - chance.about(0.01F, 0.04F), top + rise + chance.between(0.05F, 0.42F));
        if (chance.happens(0.6F))
            pen.corner(left, top + rise);
        else
            pen.through(left, top + rise);
    } else {
        pen.through(left, top + rise + chance.about(0.01F, 0.03F));
    }
    if (chance.happens(0.5F)) // the bar sags or bulges
        pen.through((left + right) * 0.5F + chance.about(0, 0.05F),
                    top + rise * 0.5F + chance.about(0.01F, 0.05F));
    const float edge = top + chance.about(-0.01F, 0.02F);
    if (chance.happens(0.65F)) {
        pen.corner(right, edge);
    } else {
        const float round = chance.between(0.04F, 0.12F);
        pen.through(right - round, edge);
        pen.through(right, edge + round);
    }
    const float bow = chance.about(0.0F, 0.06F);
    const float height = chance.about(-0.08F, 0.06F);
    pen.through(right + (foot - right) * 0.45F - bow, height);
    pen.through(right + (foot - right) * 0.85F - bow * 0.6F, 0.24F);
    pen.through(foot, 0.5F);
    if (chance.happens(0.2F)) { // crossed
        pen.lift();
        const float cross = chance.about(0.02F, 0.08F);
        const float middle = right + (foot - right) * (cross + 0.46F) - bow * 0.8F;
        pen.through(middle - chance.between(0.1F, 0.32F), cross + chance.about(0, 0.04F));
        pen.through(middle + chance.between(0.08F, 0.3F), cross + chance.about(-0.02F, 0.04F));
    }
}

void eight(Chance& chance, Writer& pen)
{
    const float upper = chance.between(0.12F, 0.32F);
    const float lower = std::max(0.1F, upper * chance.about(1.0F, 0.28F));
    const float waist = chance.about(-0.01F, 0.08F);
    const float high = (waist - 0.5F) * 0.5F;
    const float low = (waist + 0.5F) * 0.5F;
    if (chance.happens(0.15F)) { // two rings
        const float first = chance.about(-90, 60);
        const float second = chance.about(-90, 30);
        pen.arc(chance.about(0, 0.02F), high, upper, (waist + 0.5F) * 0.5F, first,
                first + chance.about(-362, 12), chance.about(1, 0.05F));
        if (chance.happens(0.6F))
            pen.lift();
        pen.arc(chance.about(0, 0.02F), low, lower, (0.5F - waist) * 0.5F, second,
                second + (chance.happens(0.5F) ? 362.0F : -362.0F), chance.about(1, 0.05F));
        return;
    }
    // One line that crosses itself at the waist. The ring of knots is entered near the top, or at the waist.
    struct Knot {
        float x, y;
    };
    const std::array<Knot, 12> ring{{{0, -0.5F},
                                     {-upper * 0.8F, -0.42F},
                                     {-upper, high + 0.02F},
                                     {-upper * 0.45F, waist - 0.08F},
                                     {lower * 0.5F, waist + 0.1F},
                                     {lower, low + 0.02F},
                                     {0, 0.5F},
                                     {-lower, low + 0.04F},
                                     {-lower * 0.5F, waist + 0.12F},
                                     {upper * 0.45F, waist - 0.08F},
                                     {upper, high},
                                     {upper * 0.75F, -0.43F}}};
    const float way = chance.between(0, 1);
    const int start = way < 0.45F ? 11 : way < 0.6F ? 0 : way < 0.85F ? 10 : 9;
    const int steps = chance.happens(0.45F) ? 11 : chance.happens(0.75F) ? 12 : 13;
    const float missX = chance.about(0, 0.08F);
    const float missY = chance.about(0, 0.06F);
    if (chance.happens(0.3F)) // comes in from the upper right
        pen.through(upper * chance.between(0.7F, 2.2F), chance.about(-0.44F, 0.09F));
    for (int i = 0; i <= steps; ++i) {
        const Knot& knot = ring[static_cast<std::size_t>((start + i) % 12)];
        const float miss = static_cast<float>(i) / static_cast<float>(steps) - 0.5F;
        pen.through(knot.x + missX * miss, knot.y + missY * miss);
    }
    if (steps == 11 && chance.happens(0.6F)) // the end shoots past the beginning
        pen.through(upper * chance.between(0.8F, 2.6F), chance.about(-0.46F, 0.08F));
}

void nine(Chance& chance, Writer& pen)
{
    const float right = chance.between(0.1F, 0.28F);
    const float left = chance.between(-0.4F, -0.12F);
    const float floor = chance.about(0.0F, 0.14F); // the loop's bottom
    const float middle = (floor - 0.5F) * 0.5F;
    // The loop, against the clock from the upper right.
    pen.through(right + chance.about(-0.04F, 0.07F), chance.about(-0.36F, 0.06F));
    pen.through(chance.about(0.03F, 0.04F), -0.49F);
    pen.through(left * 0.85F, middle - 0.08F);
    pen.through(left * 0.9F, middle + 0.08F);
    pen.through(left * 0.3F, floor);
    pen.through(right * 0.55F, floor - chance.between(0.03F, 0.1F));
    // The tail.
    const float close = chance.about(-0.32F, 0.06F);
    const float foot = chance.between(-0.1F, 0.28F);
    if (chance.happens(0.25F)) { // a stroke of its own
        pen.through(right, middle);
        pen.lift();
        pen.through(right + chance.about(0.01F, 0.02F), chance.about(-0.42F, 0.06F));
    } else if (chance.happens(0.6F)) {
        pen.corner(right, close);
    } else {
        pen.through(right * 0.95F, (floor + close) * 0.5F);
        pen.corner(right + 0.02F, close - 0.05F);
    }
    if (chance.happens(0.68F)) { // straight
        pen.through((right + foot) * 0.5F + chance.about(0.02F, 0.025F), 0.05F);
        pen.through(foot, 0.5F);
    } else { // curved to the left
        pen.through(right + chance.about(0.01F, 0.02F), 0.0F);
        pen.through(right * 0.75F, chance.about(0.3F, 0.04F));
        pen.through(chance.about(0, 0.04F), chance.about(0.48F, 0.02F));
        pen.through(chance.between(-0.34F, -0.12F), chance.about(0.4F, 0.06F));
    }
}

} // namespace

void write(int digit, Chance& chance, Writer& writer)
{
    using Way = void (*)(Chance&, Writer&);
    static constexpr std::array<Way, 10> ways{zero, one, two, three, four, five, six, seven, eight, nine};
    ways[static_cast<std::size_t>(digit)](chance, writer);
}

} // namespace lamina::digits
