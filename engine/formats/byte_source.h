// Bytes that are read here and there: a file on disk, or one that was unpacked into memory.
#pragma once

#include "engine/core/fault.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace lamina {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    // False where not all of it is there; `into` is then not to be used.
    virtual bool read(std::uint64_t offset, void* into, std::size_t count) const = 0;
};

// Faults: missing, a folder or device, not readable.
Result<std::shared_ptr<const ByteSource>> openBytes(const std::filesystem::path& file);
std::shared_ptr<const ByteSource> bytesInMemory(std::string bytes);

} // namespace lamina
