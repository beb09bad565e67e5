// Work that nobody has saved yet, kept in case the program ends before it is: the project, where it belongs,
// and when this was.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/project.h"

#include <cstdint>
#include <filesystem>

namespace lamina {

struct UnsavedWork {
    Project project; // as it was edited, faults of layers and settings included
    std::string file; // of the project, absolute; empty: it was never saved
    std::int64_t time = 0; // milliseconds since 1970, UTC

    bool operator==(const UnsavedWork&) const = default;
};

// All or nothing. What was cut off or altered is told when it is read, never believed.
Result<void> writeUnsaved(const std::filesystem::path& path, const UnsavedWork& work);
Result<UnsavedWork> readUnsaved(const std::filesystem::path& path);

} // namespace lamina
