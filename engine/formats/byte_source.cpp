#include "engine/formats/byte_source.h"

#include "engine/formats/file_descriptor.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lamina {

namespace {
class FileBytes final : public ByteSource {
public:
    FileBytes(FileDescriptor file, std::uint64_t size) : m_file(std::move(file)), m_size(size) { }
    std::uint64_t size() const override { return m_size; }
    bool read(std::uint64_t offset, void* into, std::size_t count) const override
    {
        if (offset > m_size || count > m_size - offset)
            return false;
        auto* at = static_cast<char*>(into);
        while (count > 0) {
            const ssize_t got = ::pread(m_file.get(), at, count, static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return false;
            at += got;
            offset += static_cast<std::uint64_t>(got);
            count -= static_cast<std::size_t>(got);
        }
        return true;
    }

private:
    FileDescriptor m_file;
    std::uint64_t m_size;
};

class MemoryBytes final : public ByteSource {
public:
    explicit MemoryBytes(std::string bytes) : m_bytes(std::move(bytes)) { }
    std::uint64_t size() const override { return m_bytes.size(); }
    bool read(std::uint64_t offset, void* into, std::size_t count) const override
    {
        if (offset > m_bytes.size() || count > m_bytes.size() - offset)
            return false;
        if (count > 0)
            std::memcpy(into, m_bytes.data() + offset, count);
        return true;
    }

private:
    std::string m_bytes;
};
} // namespace

Result<std::shared_ptr<const ByteSource>> openBytes(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return Fault{FaultKind::Input,
                     std::filesystem::exists(file, error) ? LAMINA_TEXT("formats", "This is no file")
                                                          : LAMINA_TEXT("formats", "There is no such file"),
                     Place{file.string(), {}, {}}, LAMINA_TEXT("formats", "check its name")};
    FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status { };
    if (!opened || ::fstat(opened.get(), &status) != 0)
        return Fault{FaultKind::Input, LAMINA_TEXT("formats", "The file cannot be read"),
                     Place{file.string(), {}, {}}, LAMINA_TEXT("formats", "see who may read it")};
    return std::shared_ptr<const ByteSource>(
        std::make_shared<FileBytes>(std::move(opened), static_cast<std::uint64_t>(status.st_size)));
}

std::shared_ptr<const ByteSource> bytesInMemory(std::string bytes)
{
    return std::make_shared<MemoryBytes>(std::move(bytes));
}

} // namespace lamina
