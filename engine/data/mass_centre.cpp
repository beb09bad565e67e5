#include "engine/data/mass_centre.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace lamina {

Centre centreOfMass(std::span<const float> values, int width, int height)
{
    Centre centre;
    for (int y = 0; y < height; ++y) {
        double row = 0;
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<double>(values[static_cast<std::size_t>(y * width + x)]);
            row += value;
            centre.x += value * x;
        }
        centre.mass += row;
        centre.y += row * y;
    }
    if (centre.mass > 0) {
        centre.x /= centre.mass;
        centre.y /= centre.mass;
    }
    return centre;
}

void placeByMass(std::span<const float> box, std::span<float> picture)
{
    assert(box.size() == digitBoxSide * digitBoxSide && picture.size() == digitSide * digitSide);
    const Centre centre = centreOfMass(box, digitBoxSide, digitBoxSide);
    static constexpr int margin = digitSide - digitBoxSide;
    static constexpr int middleOfDigit = digitSide / 2;
    // The picture's middle lies between pixels 13 and 14; MNIST's own digits lie about pixel 14.
    const auto offset = [](double middle) {
        return std::clamp(static_cast<int>(std::lround(middleOfDigit - middle)), 0, margin);
    };
    const int left = centre.mass > 0 ? offset(centre.x) : margin / 2;
    const int top = centre.mass > 0 ? offset(centre.y) : margin / 2;
    std::fill(picture.begin(), picture.end(), 0.0F);
    for (int y = 0; y < digitBoxSide; ++y)
        std::copy_n(box.data() + y * digitBoxSide, digitBoxSide,
                    picture.data() + (y + top) * digitSide + left);
}

} // namespace lamina
