// What a network can be tried on, and what is seen of its answer.
#pragma once

#include "engine/model/network.h"
#include "engine/model/project.h"

#include <optional>
#include <string>

namespace lamina {

enum class TryInput {
    Nothing, // there is no network yet
    Drawing, // prepared as MNIST was
    Picture, // a file, resized to the input
    Row, // of numbers, categories and texts, as the table has them that it learns from
    Other, // none of these: the page can say so alone
};

enum class TryOutput {
    Row, // of probabilities or numbers
    Picture, // to be seen beside the one that goes in
    Other, // many rows, or feature maps
};

// Of a layer's first output; nothing while a fault hides it.
std::optional<Shape> shapeOf(const Project& project, const ModelAnalysis& analysis, const std::string& layer);

TryInput tryInputOf(const Project& project, const ModelAnalysis& analysis);
TryOutput tryOutputOf(const Project& project, const ModelAnalysis& analysis);
// The same of shapes; `givesBack`: what comes in shall come out again.
TryOutput tryOutputOf(const Shape& in, const Shape& out, bool givesBack);

} // namespace lamina
