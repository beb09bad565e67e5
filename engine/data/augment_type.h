// What a way to augment tells about itself, in one file of engine/data/augmenters. It changes the pictures of
// the training part at random, every epoch anew, before they are preprocessed; no other part sees it.
#pragma once

#include "engine/core/fields.h"
#include "engine/core/random.h"

#include <functional>

namespace lamina {

// In place, on one sample's picture. All that is random comes from the numbers given: equal ones, equal
// picture. Called from many threads.
using AugmentFunction = std::function<void(std::span<float>, const CounterRandom&)>;

struct AugmentType {
    const char* className; // Keras': "ImageDataGenerator"
    TextId label;
    TextId help;
    std::span<const Field> fields;
    Faults (*check)(const Attributes&, const Place&); // what the fields alone cannot tell; may be null
    AugmentFunction (*compile)(const Attributes&, const Shape& picture); // (height, width, channels)
};

namespace augmenters {
std::span<const AugmentType* const> all();
const AugmentType* find(std::string_view className);
} // namespace augmenters

} // namespace lamina
