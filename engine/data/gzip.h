// Unpacking gzip, never past what was asked for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lamina {

bool looksGzipped(std::span<const std::uint8_t> bytes);

enum class GzipEnd {
    Complete, // all of it, checksums right
    More, // stopped at `most` bytes: there is more
    Truncated, // the packed bytes end too early
    Damaged, // not gzip, or a wrong checksum
};

struct Unpacked {
    std::vector<std::uint8_t> bytes;
    GzipEnd end = GzipEnd::Complete;
};

// At most `most` bytes; memory grows with what really comes out.
Unpacked unpackGzip(std::span<const std::uint8_t> packed, std::uint64_t most);

} // namespace lamina
