#include "engine/formats/section_file.h"

#include "engine/data/file_bytes.h"
#include "engine/formats/atomic_file.h"
#include "engine/formats/file_descriptor.h"

#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <optional>

#include <fcntl.h>
#include <zlib.h>

namespace lamina {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "sections are written as they lie in memory");

namespace {
constexpr std::uintmax_t largestFile = std::uintmax_t{1} << 40U;
constexpr std::uint32_t longestName = 4096;

std::uint32_t checksum(std::uint32_t before, const void* bytes, std::size_t size)
{
    return static_cast<std::uint32_t>(
        crc32_z(before, static_cast<const Bytef*>(bytes), static_cast<z_size_t>(size)));
}

// Writes piece by piece; after the first error nothing more.
class Writer {
public:
    explicit Writer(const fs::path& path)
        : m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)),
          m_error(m_file ? 0 : errno)
    {
    }

    void write(const void* bytes, std::size_t size)
    {
        m_whole = checksum(m_whole, bytes, size);
        m_section = checksum(m_section, bytes, size);
        const char* from = static_cast<const char*>(bytes);
        while (size > 0 && m_error == 0) {
            const ssize_t written = ::write(m_file.get(), from, size);
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0) {
                m_error = errno;
                return;
            }
            from += written;
            size -= static_cast<std::size_t>(written);
        }
    }
    template <typename Number>
    void number(Number value)
    {
        write(&value, sizeof value);
    }
    void beginSection() { m_section = 0; }
    void endSection() { number(m_section); }
    int finish()
    {
        number(m_whole);
        const int late = m_file.close();
        return m_error != 0 ? m_error : late;
    }

private:
    FileDescriptor m_file;
    int m_error = 0;
    std::uint32_t m_whole = 0;
    std::uint32_t m_section = 0;
};

// Never past the end.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) { }

    std::optional<std::span<const std::byte>> take(std::uint64_t size)
    {
        if (size > m_bytes.size() - m_at)
            return std::nullopt;
        const auto taken = m_bytes.subspan(m_at, static_cast<std::size_t>(size));
        m_at += static_cast<std::size_t>(size);
        return taken;
    }
    template <typename Number>
    std::optional<Number> number()
    {
        const auto bytes = take(sizeof(Number));
        if (!bytes)
            return std::nullopt;
        Number value{};
        std::memcpy(&value, bytes->data(), sizeof value);
        return value;
    }
    std::size_t at() const { return m_at; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
};

Fault otherFileFault(const fs::path& path)
{
    return {FaultKind::Input,
            LAMINA_TEXT("files", "The file is not what its name says, or its beginning is damaged"),
            {.file = path.string(), .path = {}},
            LAMINA_TEXT("files", "use an earlier copy of it")};
}

Fault newerFault(const fs::path& path, std::uint32_t version)
{
    return {FaultKind::Input,
            Text(LAMINA_TEXT("files", "The file was written by a newer Lamina, in format version %1"),
                 static_cast<long>(version)),
            {.file = path.string(), .path = {}},
            LAMINA_TEXT("files", "update Lamina")};
}
} // namespace

Fault damagedFault(const fs::path& path)
{
    return {FaultKind::Input,
            LAMINA_TEXT("files", "The file is cut off or damaged"),
            {.file = path.string(), .path = {}},
            LAMINA_TEXT("files", "use an earlier copy of it")};
}

Result<void> writeSections(const fs::path& path, std::string_view magic, std::uint32_t version,
                           std::span<const Section> sections)
{
    assert(magic.size() == 8);
    return replaceFileAtomically(path, [&](const fs::path& temporary) -> Result<void> {
        Writer writer(temporary);
        writer.write(magic.data(), magic.size());
        writer.number(version);
        writer.number(static_cast<std::uint32_t>(sections.size()));
        for (const Section& section : sections) {
            writer.beginSection();
            writer.number(static_cast<std::uint32_t>(section.name.size()));
            writer.write(section.name.data(), section.name.size());
            writer.number(static_cast<std::uint64_t>(section.bytes.size()));
            writer.write(section.bytes.data(), section.bytes.size());
            writer.endSection();
        }
        if (const int error = writer.finish())
            return writeFault(error, path);
        return {};
    });
}

Result<SectionFile> SectionFile::read(const fs::path& path, std::string_view magic,
                                      std::uint32_t newestVersion)
{
    Result<std::vector<std::uint8_t>> bytes = readFile(path, {}, largestFile);
    if (!bytes)
        return bytes.faults();
    SectionFile file;
    file.m_bytes = std::move(*bytes);
    const std::span<const std::byte> all = std::as_bytes(std::span(file.m_bytes));
    Reader reader(all);
    const auto begin = reader.take(magic.size());
    if (!begin || std::memcmp(begin->data(), magic.data(), magic.size()) != 0)
        return otherFileFault(path);
    const auto version = reader.number<std::uint32_t>();
    const auto count = reader.number<std::uint32_t>();
    if (!version || !count)
        return damagedFault(path);
    // The last four bytes are right if nothing at all was changed.
    std::uint32_t sum = 0;
    if (all.size() < reader.at() + sizeof sum)
        return damagedFault(path);
    std::memcpy(&sum, all.data() + all.size() - sizeof sum, sizeof sum);
    if (sum != checksum(0, all.data(), all.size() - sizeof sum))
        return damagedFault(path);
    if (*version > newestVersion)
        return newerFault(path, *version);
    file.m_version = *version;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const std::size_t start = reader.at();
        const auto nameSize = reader.number<std::uint32_t>();
        const auto name = nameSize && *nameSize <= longestName ? reader.take(*nameSize) : std::nullopt;
        const auto size = name ? reader.number<std::uint64_t>() : std::nullopt;
        const auto payload = size ? reader.take(*size) : std::nullopt;
        const std::size_t end = reader.at();
        const auto sectionSum = payload ? reader.number<std::uint32_t>() : std::nullopt;
        if (!sectionSum || *sectionSum != checksum(0, all.data() + start, end - start))
            return damagedFault(path);
        file.m_sections.emplace(std::string(reinterpret_cast<const char*>(name->data()), name->size()),
                                *payload);
    }
    if (!reader.number<std::uint32_t>() || !reader.atEnd())
        return damagedFault(path);
    return file;
}

Result<FirstSection> readFirstSection(const fs::path& path, std::string_view magic,
                                      std::uint32_t newestVersion, std::string_view name)
{
    std::error_code error;
    const std::uintmax_t whole = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return damagedFault(path);
    std::vector<std::uint8_t> bytes;
    // Reads so many bytes more; false at the file's end.
    const auto take = [&](std::uint64_t size) {
        if (size > whole - std::min<std::uintmax_t>(bytes.size(), whole))
            return false;
        const std::size_t before = bytes.size();
        bytes.resize(before + static_cast<std::size_t>(size));
        file.read(reinterpret_cast<char*>(bytes.data() + before), static_cast<std::streamsize>(size));
        return static_cast<bool>(file);
    };
    const auto number = [&]<typename Number>(Number& value) {
        if (!take(sizeof value))
            return false;
        std::memcpy(&value, bytes.data() + bytes.size() - sizeof value, sizeof value);
        return true;
    };
    FirstSection first;
    std::uint32_t count = 0;
    if (!take(magic.size()) || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0)
        return otherFileFault(path);
    if (!number(first.version) || !number(count) || count == 0)
        return damagedFault(path);
    if (first.version > newestVersion)
        return newerFault(path, first.version);
    bytes.clear();
    std::uint32_t nameSize = 0;
    std::uint64_t size = 0;
    if (!number(nameSize) || nameSize != name.size() || !take(nameSize)
        || std::memcmp(bytes.data() + sizeof nameSize, name.data(), nameSize) != 0 || !number(size))
        return damagedFault(path);
    const std::size_t begin = bytes.size();
    if (!take(size))
        return damagedFault(path);
    const std::uint32_t expected = checksum(0, bytes.data(), bytes.size());
    std::uint32_t sum = 0;
    if (!number(sum) || sum != expected)
        return damagedFault(path);
    first.bytes.assign(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                       bytes.end() - static_cast<std::ptrdiff_t>(sizeof sum));
    return first;
}

const std::span<const std::byte>* SectionFile::find(const std::string& name) const
{
    const auto found = m_sections.find(name);
    return found == m_sections.end() ? nullptr : &found->second;
}

} // namespace lamina
