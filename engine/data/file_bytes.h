// A file's bytes, or a sentence about why they cannot be had.
#pragma once

#include "engine/core/fault.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace lamina {

// A fault about a file, with the place in the project that names it ("data.options.path") if there is one.
Fault fileFault(Text what, const std::filesystem::path& file, std::string_view projectPath, Text remedy);

// That it is there, and an ordinary file.
Result<void> checkFile(const std::filesystem::path& file, std::string_view projectPath);

// The whole file. Faults: missing, a folder or device, empty, not readable, larger than `most` bytes.
Result<std::vector<std::uint8_t>> readFile(const std::filesystem::path& file, std::string_view projectPath,
                                           std::uintmax_t most);

} // namespace lamina
