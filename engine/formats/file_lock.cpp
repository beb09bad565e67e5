#include "engine/formats/file_lock.h"

#include "engine/core/json.h"
#include "engine/formats/atomic_file.h"

#include <array>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace lamina {

namespace fs = std::filesystem;

namespace {
std::string thisHost()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

// Who holds the lock, as its file says; whatever stands there, no exception.
Fault heldFault(int descriptor, const fs::path& locked)
{
    std::array<char, 1024> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    const Json holder = Json::parse(text.data(), text.data() + std::max<ssize_t>(size, 0), nullptr, false);
    Text what = LAMINA_TEXT("lock", "Another program is writing there");
    if (holder.is_object() && holder.contains("pid") && holder["pid"].is_number_integer()
        && holder.contains("host") && holder["host"].is_string()) {
        const bool ours = holder["pid"] == ::getpid() && holder["host"] == thisHost();
        what = ours ? Text(LAMINA_TEXT("lock", "This program is already writing there"))
                    : Text(LAMINA_TEXT("lock", "Another Lamina is writing there: process %1 on %2"),
                           holder["pid"].get<long>(), holder["host"].get<std::string>());
    }
    return {FaultKind::Input,
            std::move(what),
            {.file = locked.string(), .path = {}},
            LAMINA_TEXT("lock", "wait until it has ended, or choose another place")};
}

bool isStill(int descriptor, const fs::path& path)
{
    struct stat opened { };
    struct stat there { };
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &there) == 0
        && opened.st_ino == there.st_ino && opened.st_dev == there.st_dev;
}
} // namespace

Result<FileLock> FileLock::acquire(const fs::path& lockFile, const fs::path& locked)
{
    constexpr int attempts = 100; // each time the holder before us has just removed its file
    for (int i = 0; i < attempts; ++i) {
        FileDescriptor descriptor(::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (!descriptor)
            return writeFault(errno, lockFile);
        if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK)
                return heldFault(descriptor.get(), locked);
            return writeFault(errno, lockFile);
        }
        if (!isStill(descriptor.get(), lockFile))
            continue;
        const std::string holder = Json{{"pid", ::getpid()}, {"host", thisHost()}}.dump() + "\n";
        if (::ftruncate(descriptor.get(), 0) != 0
            || ::pwrite(descriptor.get(), holder.data(), holder.size(), 0)
                != static_cast<ssize_t>(holder.size()))
            return writeFault(errno, lockFile);
        return FileLock(std::move(descriptor), lockFile);
    }
    return heldFault(-1, locked);
}

FileLock::FileLock(FileDescriptor descriptor, fs::path path)
    : m_descriptor(std::move(descriptor)), m_path(std::move(path))
{
}

FileLock::~FileLock()
{
    release();
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::move(other.m_descriptor);
        m_path = std::move(other.m_path);
    }
    return *this;
}

void FileLock::release()
{
    if (!m_descriptor)
        return;
    ::unlink(m_path.c_str()); // while the lock is held: who waits for the old file sees that it is gone
    m_descriptor.close();
}

bool isHeld(const fs::path& lockFile)
{
    const FileDescriptor descriptor(::open(lockFile.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return descriptor && ::flock(descriptor.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

fs::path lockFileOf(const fs::path& file)
{
    return file.parent_path() / std::string(".").append(file.filename().string()).append(".lock");
}

} // namespace lamina
