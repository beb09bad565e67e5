// A folder with a folder of photographs for each class, in the order in which Keras' flow_from_directory()
// takes them.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <filesystem>
#include <vector>

namespace lamina {

struct ClassFolders {
    std::filesystem::path folder;
    std::vector<std::string> classNames; // by code point: "Z" before "a"
    // Relative to the folder, class after class; in each by path, then by name.
    std::vector<std::string> files;
    std::vector<std::size_t> starts; // of each class among the files, and their end
    std::size_t passedOver = 0; // files whose name is not a picture's
    std::string firstPassedOver;

    Index size() const { return static_cast<Index>(files.size()); }
    int classOf(std::size_t file) const;
};

// Folders and files whose name begins with a dot are not seen. Faults: no such folder, no or one class
// folder, a class without pictures, files that are no pictures by their first bytes. `projectPath` is the
// option that names the folder.
Result<ClassFolders> findClassFolders(const std::filesystem::path& folder, std::string_view projectPath);

// The first int(share × n) files of each class, as Keras takes them for validation, and the others.
struct SplitFolders {
    ClassFolders validation;
    ClassFolders rest;
};
SplitFolders splitClasses(ClassFolders all, double share);

} // namespace lamina
