#include "engine/formats/zip_file.h"

#include "engine/formats/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <memory>

#include <zip.h>

namespace lamina {

namespace {
zip_t* archiveOf(const std::shared_ptr<void>& archive)
{
    return static_cast<zip_t*>(archive.get());
}

Fault damaged(const std::string& path, const std::string& entry)
{
    return {FaultKind::Input, LAMINA_TEXT("formats", "The archive is damaged"), Place{path, entry, {}},
            LAMINA_TEXT("formats", "take another copy of it")};
}
} // namespace

Result<ZipFile> ZipFile::open(const std::filesystem::path& path)
{
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
    if (!archive)
        return damaged(path.string(), {});
    ZipFile file;
    file.m_archive =
        std::shared_ptr<void>(archive, [](void* open) { zip_discard(static_cast<zip_t*>(open)); });
    file.m_path = path.string();
    return file;
}

bool ZipFile::has(const std::string& name) const
{
    return zip_name_locate(archiveOf(m_archive), name.c_str(), 0) >= 0;
}

Result<std::string> ZipFile::read(const std::string& name, std::uint64_t most) const
{
    const std::unique_ptr<zip_file_t, void (*)(zip_file_t*)> entry(
        zip_fopen(archiveOf(m_archive), name.c_str(), 0), [](zip_file_t* open) {
            if (open)
                zip_fclose(open);
        });
    if (!entry)
        return damaged(m_path, name);
    std::string bytes;
    std::string piece(1U << 20U, '\0');
    for (;;) {
        const zip_int64_t got = zip_fread(entry.get(), piece.data(), piece.size());
        if (got < 0) // also where the checksum, which is compared at the end, is another
            return damaged(m_path, name);
        if (got == 0)
            return bytes;
        if (bytes.size() + static_cast<std::uint64_t>(got) > most)
            return Fault{FaultKind::Input,
                         Text(LAMINA_TEXT("formats", "'%1' unpacks to more than the model can need"), name),
                         Place{m_path, name, {}}, LAMINA_TEXT("formats", "take another copy of it")};
        bytes.append(piece, 0, static_cast<std::size_t>(got));
    }
}

Result<void> writeZip(const std::filesystem::path& path, std::span<const ZipEntry> entries,
                      const std::filesystem::path& toldAs)
{
    const std::filesystem::path& name = toldAs.empty() ? path : toldAs;
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive)
        return writeFault(errno, name);
    const auto failed = [&] {
        zip_error_t* error = zip_get_error(archive);
        Fault fault =
            writeFault(zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : EIO, name);
        zip_discard(archive);
        return fault;
    };
    constexpr time_t noTime = 315532800; // 1980, the earliest: equal models are equal files
    for (const ZipEntry& entry : entries) {
        zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t index =
            source ? zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            return failed();
        }
        const auto place = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
        zip_file_set_mtime(archive, place, noTime, 0);
    }
    if (zip_close(archive) != 0)
        return failed();
    return {};
}

bool isZip(const std::filesystem::path& path)
{
    char start[4] = {};
    std::ifstream stream(path, std::ios::binary);
    return stream.read(start, sizeof start)
        && std::string_view(start, 4) == std::string_view("PK\x03\x04", 4);
}

} // namespace lamina
