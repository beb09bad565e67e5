// What a model's numbers say.
#pragma once

#include "engine/model/network.h"

#include <span>
#include <string>
#include <vector>

namespace lamina {

struct Answer {
    bool isClass = false; // false: plain numbers, as of a regression
    std::string className; // the index in decimal where there are no names
    double probability = 0; // of that class
    std::vector<double> values; // a probability for each class, else the numbers
};

// A softmax names one of its classes; a single sigmoid tells class 1 from class 0 at one half.
Answer answerFrom(const Network& network, std::span<const float> output,
                  const std::vector<std::string>& classNames);

} // namespace lamina
