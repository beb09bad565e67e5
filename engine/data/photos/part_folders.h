// Training, validation and test, found in a folder by their usual names.
#pragma once

#include <filesystem>
#include <optional>

namespace lamina {

struct PartFolders {
    std::filesystem::path train;
    std::filesystem::path validation; // empty: there is none
    std::filesystem::path test; // the same
};

// `folder` holds train (or training), validation (valid, val) and test (testing), in capitals or not. One
// that holds none of them but other folders is the training folder itself; a single one is looked into, for
// an archive often unpacks into a folder of its own. Nothing where there are no folders.
std::optional<PartFolders> findPartFolders(const std::filesystem::path& folder);

} // namespace lamina
