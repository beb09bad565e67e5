#include "engine/data/gzip.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace lamina {

bool looksGzipped(std::span<const std::uint8_t> bytes)
{
    return bytes.size() >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

Unpacked unpackGzip(std::span<const std::uint8_t> packed, std::uint64_t most)
{
    constexpr std::size_t chunk = 1U << 18;
    constexpr std::size_t inputChunk = 1U << 30; // zlib counts in 32 bits
    Unpacked result;
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) {
        result.end = GzipEnd::Damaged;
        return result;
    }
    std::vector<std::uint8_t> buffer(chunk);
    std::size_t taken = 0;
    for (;;) {
        if (stream.avail_in == 0 && taken < packed.size()) {
            const std::size_t next = std::min(inputChunk, packed.size() - taken);
            stream.next_in = const_cast<Bytef*>(packed.data() + taken); // zlib only reads it
            stream.avail_in = static_cast<uInt>(next);
            taken += next;
        }
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(chunk);
        const int status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = chunk - stream.avail_out;
        const std::uint64_t room = most - result.bytes.size();
        result.bytes.insert(result.bytes.end(), buffer.data(),
                            buffer.data() + std::min<std::uint64_t>(made, room));
        if (made > room) {
            result.end = GzipEnd::More;
            break;
        }
        if (status == Z_STREAM_END) {
            if (stream.avail_in == 0 && taken == packed.size())
                break;
            inflateReset(&stream); // files may hold several members, one after the other
        } else if (status == Z_BUF_ERROR
                   || (status == Z_OK && made == 0 && taken == packed.size() && stream.avail_in == 0)) {
            result.end = GzipEnd::Truncated;
            break;
        } else if (status != Z_OK) {
            result.end = GzipEnd::Damaged;
            break;
        }
    }
    inflateEnd(&stream);
    return result;
}

} // namespace lamina
