// A project as a program that other people's libraries run: Keras, PyTorch. The programs run as they are
// where the library is installed, and say only what differs from its defaults.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/project.h"

#include <filesystem>

namespace lamina {

// Files that stand beside the program.
struct CodeFiles {
    std::string weights = "model.h5"; // a Keras HDF5 file, loaded if it is there
    std::string data = "data.npz"; // samples that Lamina itself makes (writeCodeData)
};

struct GeneratedCode {
    std::string text;
    // For each line the layer that it is about, by its name in the model; empty: none.
    std::vector<std::string> layers;
    std::vector<Text> notes; // what the program cannot do, or does a little differently
};

struct CodeDialect {
    const char* id; // "keras-code": stands in command lines and settings
    const char* label; // the library's name
    // Without a data source (an empty DataSpec::source), a program that makes the model and loads its
    // weights. Faults: the model's.
    Result<GeneratedCode> (*write)(const Project& project, const CodeFiles& files);
};
std::span<const CodeDialect> codeDialects();

// Whether the program needs CodeFiles::data; and that file, numpy's .npz: x_train, y_train, x_test, y_test.
bool codeNeedsData(const Project& project);
Result<void> writeCodeData(const std::filesystem::path& path, const Project& project);

} // namespace lamina
