// A small network for the tests of document and page.
#pragma once

#include "engine/model/project.h"

namespace lamina {

inline Project exampleProject()
{
    Project project;
    project.name = "Digits";
    project.seed = 7;
    project.model.layers = {
        {"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
        {"Conv2D", "conv", {{"filters", 8}, {"kernel_size", {3, 3}}}, {{"input", 0}}},
        {"Flatten", "flatten", Json::object(), {{"conv", 0}}},
        {"Dense", "hidden", {{"units", 32}, {"activation", "relu"}}, {{"flatten", 0}}},
        {"Dense", "digit", {{"units", 10}}, {{"hidden", 0}}},
    };
    return project;
}

} // namespace lamina
