#include "engine/formats/atomic_file.h"

#include "engine/formats/file_descriptor.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <regex>
#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lamina {

namespace fs = std::filesystem;

namespace {
constexpr mode_t openToAll = 0666; // less the umask

// Through a link to what it names: renaming would replace the link.
fs::path linkTarget(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_symlink(path, error))
        return path;
    const fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target;
}

// Hidden, and not any other writer's, whether in this process or another.
fs::path temporaryFor(const fs::path& path)
{
    static std::atomic<unsigned> counter{0};
    std::string name(".");
    name.append(path.filename().string(), 0, 200).append(".").append(std::to_string(::getpid()));
    name.append("-").append(std::to_string(counter++)).append(".tmp");
    return path.parent_path() / name;
}

// Who writes a temporary, as its name says; 0: it is none.
pid_t writerOf(const std::string& name)
{
    static const std::regex form(R"(\..+\.([0-9]{1,9})-[0-9]+\.tmp)");
    std::smatch parts;
    return std::regex_match(name, parts, form) ? static_cast<pid_t>(std::stol(parts[1].str())) : 0;
}

int syncFolder(const fs::path& folder)
{
    const FileDescriptor descriptor(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor)
        return errno;
    // Some file systems cannot sync a folder; their renames are as safe as they can be.
    if (::fsync(descriptor.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return errno;
    return 0;
}

int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

// Error numbers, 0 for none.
int writeNewFile(const fs::path& path, std::string_view bytes)
{
    FileDescriptor descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, openToAll));
    if (!descriptor)
        return errno;
    if (const int error = writeAll(descriptor.get(), bytes))
        return error;
    return descriptor.close();
}

int syncFile(const fs::path& path)
{
    FileDescriptor descriptor(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!descriptor)
        return errno;
    if (::fsync(descriptor.get()) != 0)
        return errno;
    return descriptor.close();
}
} // namespace

Fault writeFault(int errorNumber, const fs::path& path)
{
    Text what;
    Text remedy = LAMINA_TEXT("files", "choose another folder");
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        what = LAMINA_TEXT("files", "The file cannot be written because the disk is full");
        remedy = LAMINA_TEXT("files", "free some space or choose another folder");
        break;
    case EFBIG:
        what = LAMINA_TEXT("files",
                           "The file cannot be written because it would be larger than is allowed here");
        break;
    case EACCES:
    case EPERM:
        what = LAMINA_TEXT("files", "There is no permission to write this file");
        remedy = LAMINA_TEXT("files", "change the permissions or choose another folder");
        break;
    case EROFS:
        what = LAMINA_TEXT("files", "The file cannot be written because the disk is read-only");
        break;
    case ENOENT:
        what = LAMINA_TEXT("files", "The file cannot be written because its folder does not exist");
        remedy = LAMINA_TEXT("files", "make the folder or choose another");
        break;
    case ENOTDIR:
        what = LAMINA_TEXT("files", "The file cannot be written because a part of its path is no folder");
        break;
    case EISDIR:
        what = LAMINA_TEXT("files", "The file cannot be written because a folder has its name");
        remedy = LAMINA_TEXT("files", "choose another name");
        break;
    case ENAMETOOLONG:
        what = LAMINA_TEXT("files", "The file cannot be written because its name is too long");
        remedy = LAMINA_TEXT("files", "choose a shorter name");
        break;
    default:
        what = Text(LAMINA_TEXT("files", "The file cannot be written (%1)"),
                    std::generic_category().message(errorNumber));
        remedy = LAMINA_TEXT("files", "check the disk or choose another folder");
        break;
    }
    return {FaultKind::Runtime, std::move(what), {.file = path.string(), .path = {}}, std::move(remedy)};
}

Result<void> replaceFileAtomically(const fs::path& path,
                                   const std::function<Result<void>(const fs::path& temporary)>& write)
{
    const fs::path target = linkTarget(path);
    struct stat present { };
    const bool exists = ::stat(target.c_str(), &present) == 0;
    if (exists && S_ISDIR(present.st_mode))
        return writeFault(EISDIR, path);
    if (exists && !S_ISREG(present.st_mode))
        return Fault{FaultKind::Runtime,
                     LAMINA_TEXT("files", "A device has the name of the file that should be written"),
                     {.file = path.string(), .path = {}},
                     LAMINA_TEXT("files", "choose another name")};

    const fs::path temporary = temporaryFor(target);
    const auto failed = [&](int error) -> Result<void> {
        ::unlink(temporary.c_str());
        return writeFault(error, path);
    };
    if (Result<void> written = write(temporary); !written) {
        ::unlink(temporary.c_str());
        return written;
    }
    if (exists && ::chmod(temporary.c_str(), present.st_mode & 07777) != 0)
        return failed(errno);
    if (const int error = syncFile(temporary))
        return failed(error);
    if (::rename(temporary.c_str(), target.c_str()) != 0)
        return failed(errno);
    ::unlink(temporary.c_str()); // it is still there if both were names of one file
    if (const int error = syncFolder(target.parent_path()))
        return writeFault(error, path);
    return {};
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view bytes)
{
    return replaceFileAtomically(path, [&](const fs::path& temporary) -> Result<void> {
        if (const int error = writeNewFile(temporary, bytes))
            return writeFault(error, path);
        return {};
    });
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder, error))
        return {};
    const int number = error ? error.value() : ENOTDIR;
    if (number == ENOTDIR || number == EEXIST)
        return Fault{
            FaultKind::Runtime,
            LAMINA_TEXT("files",
                        "The folder cannot be made because a file has its name or stands in its path"),
            {.file = folder.string(), .path = {}},
            LAMINA_TEXT("files", "choose another name")};
    if (number == EROFS)
        return Fault{FaultKind::Runtime,
                     LAMINA_TEXT("files", "The folder cannot be made because the disk is read-only"),
                     {.file = folder.string(), .path = {}},
                     LAMINA_TEXT("files", "choose another place")};
    if (number == EACCES || number == EPERM)
        return Fault{FaultKind::Runtime,
                     LAMINA_TEXT("files", "There is no permission to make this folder"),
                     {.file = folder.string(), .path = {}},
                     LAMINA_TEXT("files", "change the permissions or choose another place")};
    return Fault{FaultKind::Runtime,
                 Text(LAMINA_TEXT("files", "The folder cannot be made (%1)"), error.message()),
                 {.file = folder.string(), .path = {}},
                 LAMINA_TEXT("files", "check the disk or choose another place")};
}

void removeAbandonedTemporaries(const fs::path& folder)
{
    std::vector<fs::path> abandoned;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const pid_t writer = writerOf(entry->path().filename().string());
        if (writer > 0 && ::kill(writer, 0) != 0 && errno == ESRCH)
            abandoned.push_back(entry->path());
    }
    for (const fs::path& path : abandoned)
        ::unlink(path.c_str());
}

Result<void> appendToFile(const fs::path& path, std::string_view bytes)
{
    FileDescriptor descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, openToAll));
    if (!descriptor)
        return writeFault(errno, path);
    if (const int error = writeAll(descriptor.get(), bytes))
        return writeFault(error, path);
    if (const int error = descriptor.close())
        return writeFault(error, path);
    return {};
}

} // namespace lamina
