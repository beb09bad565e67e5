// Files that are there wholly or not at all: written to a temporary beside the target, synced, renamed.
#pragma once

#include "engine/core/fault.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace lamina {

// Replaces or makes the file. On failure the old file stands as it was, nothing is left beside it, and a
// Runtime fault says what happened to which path.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

// The same for those who write the file themselves: `write` fills the temporary it is given, which does not
// exist before.
Result<void>
replaceFileAtomically(const std::filesystem::path& path,
                      const std::function<Result<void>(const std::filesystem::path& temporary)>& write);

// Makes the folder and those above it.
Result<void> makeFolder(const std::filesystem::path& folder);

// Removes, from the folder and those below it, what writers that were killed have left half-written.
void removeAbandonedTemporaries(const std::filesystem::path& folder);

// Adds to the end of a file that is allowed to be half-written: a log.
Result<void> appendToFile(const std::filesystem::path& path, std::string_view bytes);

// What an error number of the system means for somebody who writes `path`.
Fault writeFault(int errorNumber, const std::filesystem::path& path);

} // namespace lamina
