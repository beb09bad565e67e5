// A flat file of named byte sections, each with its size and checksum: what was cut off or altered is told,
// never believed.
#pragma once

#include "engine/core/fault.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lamina {

// Layout, little-endian: magic (8 bytes), version (u32), number of sections (u32); for each section the
// length of its name (u32), the name, the payload's size (u64), the payload, and the CRC-32 of these four;
// at the end the CRC-32 of everything before it.
struct Section {
    std::string name;
    std::span<const std::byte> bytes;
};

// All or nothing, as every file.
Result<void> writeSections(const std::filesystem::path& path, std::string_view magic, std::uint32_t version,
                           std::span<const Section> sections);

// Owns the file's bytes; sections point into them.
class SectionFile {
public:
    static Result<SectionFile> read(const std::filesystem::path& path, std::string_view magic,
                                    std::uint32_t newestVersion);

    std::uint32_t version() const { return m_version; }
    // nullptr: there is no such section.
    const std::span<const std::byte>* find(const std::string& name) const;

private:
    std::vector<std::uint8_t> m_bytes;
    std::uint32_t m_version = 0;
    std::map<std::string, std::span<const std::byte>> m_sections;
};

// The bytes of the first section alone, quickly however large the file is: only this section's checksum is
// looked at.
struct FirstSection {
    std::uint32_t version = 0;
    std::vector<std::uint8_t> bytes;
};
Result<FirstSection> readFirstSection(const std::filesystem::path& path, std::string_view magic,
                                      std::uint32_t newestVersion, std::string_view name);

// "The file is cut off or damaged, FILE": for those who look inside a section.
Fault damagedFault(const std::filesystem::path& path);

} // namespace lamina
