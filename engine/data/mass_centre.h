// How MNIST places a digit: the 20×20 box, moved by whole pixels so that its centre of mass falls on the
// centre of the 28×28 picture.
#pragma once

#include <span>

namespace lamina {

constexpr int digitBoxSide = 20;
constexpr int digitSide = 28;

struct Centre {
    double x = 0; // pixels; the middle of the first pixel is 0
    double y = 0;
    double mass = 0; // the sum of all values
};

Centre centreOfMass(std::span<const float> values, int width, int height);

// `box`: 400 values, `picture`: 784. What would fall over the edge is kept inside: the box is moved less.
void placeByMass(std::span<const float> box, std::span<float> picture);

} // namespace lamina
