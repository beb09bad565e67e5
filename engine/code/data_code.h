// How a project's data come into a program: arrays of numpy, for every library alike.
#pragma once

#include "engine/code/code.h"
#include "engine/code/lines.h"
#include "engine/model/network.h"

#include <set>

namespace lamina::code {

// What the code around load_data() has to know of it.
struct DataCode {
    Lines lines; // def load_data(): …
    std::set<std::string> imports; // "import numpy as np"
    bool test = false; // it returns (x_train, y_train), (x_test, y_test); else x_train, y_train
    std::vector<Text> notes;
};

// A model with several inputs or outputs, a source or a step that nobody has written down here: a load_data()
// that says so when it is called, and a note.
DataCode dataCode(const Project& project, const Network& network, const CodeFiles& files);

// Whether each sample's class becomes a row with a single 1, as the loss wants it, and of how many.
bool wantsOneHot(const Project& project, const Network& network);
Index classesOf(const Network& network);
// Photographs come from folders, by what each library has for that.
bool readsFolders(const Project& project);

// An expression's numbers after a step such as Rescaling: "x / 255".
std::string rescaled(const std::string& x, const Json& config);

} // namespace lamina::code
