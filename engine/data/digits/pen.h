// Ink on paper: lines become the 20×20 box of grey levels that MNIST's digits were fitted into.
#pragma once

#include "engine/data/digits/hand.h"

namespace lamina::digits {

constexpr int boxSide = 20;
using Box20 = std::array<float, boxSide * boxSide>;

struct Pen {
    float radius = 1.2F; // pixels of the box
    float softness = 1; // width of the edge, pixels of the box
    float pressureWave = 0; // how much the radius changes along a line, as a part of it
    float pressurePhase = 0;
    float pressureTurn = 0.1F; // radians a dot
    float nib = 0; // a broad nib: how much the radius depends on the direction
    float nibAngle = 0;
    float gain = 1; // above 1: the ink runs full
};

// Fits the lines into the box, keeping their proportion, the pen's width included, and inks them. 0 to 255.
void ink(std::span<const Dot> dots, const Pen& pen, Box20& box);

} // namespace lamina::digits
