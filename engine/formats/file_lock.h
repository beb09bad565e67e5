// One writer at a time for a run folder or a project.
#pragma once

#include "engine/core/fault.h"
#include "engine/formats/file_descriptor.h"

#include <filesystem>

namespace lamina {

// The system frees the lock when its process ends, however it ends, so that a lock file left behind by a dead
// process locks nothing. The file says who holds it, for the others' message.
class FileLock {
public:
    // `lockFile` is made if it is missing; `locked` is named in faults. An Input fault says who holds it.
    static Result<FileLock> acquire(const std::filesystem::path& lockFile,
                                    const std::filesystem::path& locked);
    ~FileLock(); // frees the lock and removes the file
    FileLock(FileLock&& other) noexcept = default;
    FileLock& operator=(FileLock&& other) noexcept;

private:
    FileLock(FileDescriptor descriptor, std::filesystem::path path);
    void release();
    FileDescriptor m_descriptor;
    std::filesystem::path m_path;
};

// Whether anybody holds it, this process included.
bool isHeld(const std::filesystem::path& lockFile);

// Beside the file: ".digits.lamina.lock".
std::filesystem::path lockFileOf(const std::filesystem::path& file);

} // namespace lamina
