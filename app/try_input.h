// What a network can be tried on.
#pragma once

#include "engine/model/network.h"
#include "engine/model/project.h"

namespace lamina {

enum class TryInput {
    Nothing, // there is no network yet
    Drawing, // prepared as MNIST was
    Picture, // a file, resized to the input
    Row, // of numbers, categories and texts, as the table has them that it learns from
    Other, // none of these: the page can say so alone
};

TryInput tryInputOf(const Project& project, const ModelAnalysis& analysis);

} // namespace lamina
