// Zip archives, small or large, without trust in what they say of themselves.
#pragma once

#include "engine/core/fault.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace lamina {

class ZipFile {
public:
    static Result<ZipFile> open(const std::filesystem::path& path);

    bool has(const std::string& name) const;
    // The file's bytes, unpacked; a fault where there are more than `most`, or its checksum is wrong. A few
    // kilobytes may claim to be gigabytes: nothing is made room for before it is there.
    Result<std::string> read(const std::string& name, std::uint64_t most) const;

private:
    std::shared_ptr<void> m_archive; // libzip's
    std::string m_path;
};

struct ZipEntry {
    std::string name;
    std::string bytes;
};
// Stored, not packed, as Keras does: weights do not get smaller. Faults name `toldAs`, if it is given.
Result<void> writeZip(const std::filesystem::path& path, std::span<const ZipEntry> entries,
                      const std::filesystem::path& toldAs = {});
bool isZip(const std::filesystem::path& path); // begins as one

} // namespace lamina
