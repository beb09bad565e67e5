// Numbers of a sample as a picture that can be looked at.
#pragma once

#include "engine/data/dataset.h"

#include <QImage>

#include <optional>
#include <span>

namespace lamina {

// What the numbers run over, so that all samples of a set are shown alike.
struct ValueRange {
    float low = 0;
    float high = 255;

    bool operator==(const ValueRange&) const = default;
};

// 0 … 255 or 0 … 1 where the values fit these, else from the least to the greatest.
ValueRange valueRange(std::span<const float> values);

// True for numbers of height × width × 1, 3 or 4 channels, and for encoded pictures.
bool isPicture(const DataField& field);

// height × width × channels, channels last; one channel is grey.
QImage samplePicture(std::span<const float> values, const Shape& shape, ValueRange range);

} // namespace lamina
