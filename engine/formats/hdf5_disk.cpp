#include "engine/formats/hdf5_disk.h"

#include "engine/formats/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace lamina::hdf5 {

namespace {
constexpr mode_t openToAll = 0666; // less the umask
constexpr haddr_t farthest = (haddr_t{1} << 62U); // that an off_t can say

struct Access { // what the properties of a file hold
    int* error;
};

struct File {
    H5FD_t common; // the library's own part, and the first
    FileDescriptor descriptor;
    int* error;
    haddr_t allocated = 0; // what the library has given out
    haddr_t end = 0; // of what was written
};

File& fileOf(H5FD_t* file)
{
    return *reinterpret_cast<File*>(file);
}
const File& fileOf(const H5FD_t* file)
{
    return *reinterpret_cast<const File*>(file);
}

void failed(const File& file)
{
    if (*file.error == 0)
        *file.error = errno;
}

H5FD_t* open(const char* name, unsigned, hid_t properties, haddr_t)
{
    const auto* access = static_cast<const Access*>(H5Pget_driver_info(properties));
    FileDescriptor descriptor(::open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, openToAll));
    if (!descriptor) {
        *access->error = errno;
        return nullptr;
    }
    auto* file = new File{.common = {}, .descriptor = std::move(descriptor), .error = access->error};
    return &file->common;
}

herr_t close(H5FD_t* file)
{
    if (const int error = fileOf(file).descriptor.close(); error != 0 && *fileOf(file).error == 0)
        *fileOf(file).error = error;
    delete &fileOf(file);
    return 0;
}

herr_t query(const H5FD_t*, unsigned long* flags)
{
    // As the library's own driver, so that the files are the same.
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE
        | H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
    return 0;
}

herr_t read(H5FD_t* of, H5FD_mem_t, hid_t, haddr_t address, size_t size, void* into)
{
    const File& file = fileOf(of);
    auto* to = static_cast<char*>(into);
    while (size > 0) {
        const ssize_t got = ::pread(file.descriptor.get(), to, size, static_cast<off_t>(address));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failed(file);
        if (got <= 0)
            break;
        to += got;
        address += static_cast<haddr_t>(got);
        size -= static_cast<size_t>(got);
    }
    std::memset(to, 0, size); // beyond the end
    return 0;
}

herr_t write(H5FD_t* of, H5FD_mem_t, hid_t, haddr_t address, size_t size, const void* from)
{
    File& file = fileOf(of);
    const auto* rest = static_cast<const char*>(from);
    while (size > 0 && *file.error == 0) {
        const ssize_t written = ::pwrite(file.descriptor.get(), rest, size, static_cast<off_t>(address));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            failed(file);
            break;
        }
        rest += written;
        address += static_cast<haddr_t>(written);
        size -= static_cast<size_t>(written);
    }
    file.end = std::max(file.end, address + size);
    return 0;
}

herr_t truncate(H5FD_t* of, hid_t, hbool_t)
{
    File& file = fileOf(of);
    if (file.end != file.allocated) {
        if (*file.error == 0 && ::ftruncate(file.descriptor.get(), static_cast<off_t>(file.allocated)) != 0)
            failed(file);
        file.end = file.allocated;
    }
    return 0;
}

hid_t driver()
{
    static const H5FD_class_t type{
        .name = "lamina",
        .maxaddr = farthest,
        .fc_degree = H5F_CLOSE_WEAK,
        .terminate = nullptr,
        .sb_size = nullptr,
        .sb_encode = nullptr,
        .sb_decode = nullptr,
        .fapl_size = sizeof(Access),
        .fapl_get = nullptr,
        .fapl_copy = nullptr,
        .fapl_free = nullptr,
        .dxpl_size = 0,
        .dxpl_copy = nullptr,
        .dxpl_free = nullptr,
        .open = open,
        .close = close,
        .cmp = nullptr,
        .query = query,
        .get_type_map = nullptr,
        .alloc = nullptr,
        .free = nullptr,
        .get_eoa = [](const H5FD_t* file, H5FD_mem_t) { return fileOf(file).allocated; },
        .set_eoa =
            [](H5FD_t* file, H5FD_mem_t, haddr_t address) {
                fileOf(file).allocated = address;
                return herr_t{0};
            },
        .get_eof = [](const H5FD_t* file, H5FD_mem_t) { return fileOf(file).end; },
        .get_handle = nullptr,
        .read = read,
        .write = write,
        .flush = nullptr,
        .truncate = truncate,
        .lock = nullptr,
        .unlock = nullptr,
        .fl_map = H5FD_FLMAP_DICHOTOMY};
    static const hid_t id = H5FDregister(&type);
    return id;
}
} // namespace

hid_t diskAccess(int& error)
{
    error = 0;
    const Access access{&error};
    const hid_t properties = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_driver(properties, driver(), &access);
    return properties;
}

} // namespace lamina::hdf5
