#include "engine/formats/hdf5_file.h"

#include "engine/formats/hdf5_disk.h"

#include <algorithm>
#include <cstring>

namespace lamina::hdf5 {

namespace {
constexpr std::size_t attributeLimit = 64512; // Keras' HDF5_OBJECT_HEADER_LIMIT

// The library prints its errors unless told not to, once for each thread.
void beQuiet()
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Handle fixedText(std::size_t length)
{
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.get(), std::max<std::size_t>(length, 1));
    H5Tset_strpad(type.get(), H5T_STR_NULLPAD);
    return type;
}

Handle variableText()
{
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.get(), H5T_VARIABLE);
    H5Tset_cset(type.get(), H5T_CSET_UTF8);
    return type;
}

// No times of creation in it, so that equal models are equal files.
Handle datasetOptions()
{
    Handle options(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(options.get(), false);
    return options;
}

Handle withGroups()
{
    Handle options(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(options.get(), 1);
    return options;
}

bool writeDataset(const Handle& group, const std::string& name, hid_t type, hid_t memoryType,
                  const Handle& space, const void* values)
{
    const Handle options = datasetOptions();
    const Handle dataset(H5Dcreate2(group.get(), name.c_str(), type, space.get(), withGroups().get(),
                                    options.get(), H5P_DEFAULT),
                         H5Dclose);
    return dataset && H5Dwrite(dataset.get(), memoryType, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0;
}

bool writeNamesChunk(const Handle& object, const std::string& name, std::span<const std::string> names)
{
    const hsize_t count = names.size();
    const Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    if (names.empty())
        return static_cast<bool>(Handle(
            H5Acreate2(object.get(), name.c_str(), H5T_IEEE_F64LE, space.get(), H5P_DEFAULT, H5P_DEFAULT),
            H5Aclose));
    std::size_t longest = 1;
    for (const std::string& each : names)
        longest = std::max(longest, each.size());
    std::string bytes(longest * names.size(), '\0');
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i].copy(bytes.data() + i * longest, names[i].size());
    const Handle type = fixedText(longest);
    const Handle attribute(
        H5Acreate2(object.get(), name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return attribute && H5Awrite(attribute.get(), type.get(), bytes.data()) >= 0;
}

} // namespace

std::mutex& mutex()
{
    static std::mutex one;
    return one;
}

Handle createFile(const std::filesystem::path& path, int& error)
{
    beQuiet();
    const Handle access(diskAccess(error), H5Pclose);
    return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), H5Fclose};
}

Handle createInMemory()
{
    beQuiet();
    constexpr std::size_t step = 1U << 20U; // bytes that it grows by
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fapl_core(access.get(), step, false);
    return {H5Fcreate("model", H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), H5Fclose};
}

std::optional<std::string> bytesOf(const Handle& file)
{
    if (H5Fflush(file.get(), H5F_SCOPE_GLOBAL) < 0)
        return std::nullopt;
    const ssize_t size = H5Fget_file_image(file.get(), nullptr, 0);
    std::string bytes(static_cast<std::size_t>(std::max<ssize_t>(size, 0)), '\0');
    if (size <= 0 || H5Fget_file_image(file.get(), bytes.data(), bytes.size()) != size)
        return std::nullopt;
    return bytes;
}

Handle createGroup(const Handle& parent, const std::string& name)
{
    if (H5Lexists(parent.get(), name.substr(0, name.find('/')).c_str(), H5P_DEFAULT) > 0) {
        Handle there(H5Gopen2(parent.get(), name.c_str(), H5P_DEFAULT), H5Gclose);
        if (there)
            return there;
    }
    return {H5Gcreate2(parent.get(), name.c_str(), withGroups().get(), H5P_DEFAULT, H5P_DEFAULT), H5Gclose};
}

bool writeText(const Handle& object, const std::string& name, const std::string& text)
{
    const Handle type = variableText();
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const Handle attribute(
        H5Acreate2(object.get(), name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    const char* pointer = text.c_str();
    return attribute && H5Awrite(attribute.get(), type.get(), &pointer) >= 0;
}

bool writeNames(const Handle& object, const std::string& name, const std::vector<std::string>& names)
{
    std::size_t longest = 1;
    for (const std::string& each : names)
        longest = std::max(longest, each.size());
    if (longest * names.size() <= attributeLimit)
        return writeNamesChunk(object, name, names);
    // As numpy.array_split cuts: the first parts are one longer where it does not come out even.
    const std::size_t parts = (longest * names.size() + attributeLimit - 1) / attributeLimit;
    std::size_t first = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t count = names.size() / parts + (part < names.size() % parts ? 1 : 0);
        if (!writeNamesChunk(object, name + std::to_string(part), std::span(names).subspan(first, count)))
            return false;
        first += count;
    }
    return true;
}

bool writeFloats(const Handle& group, const std::string& name, const Shape& shape, const float* values)
{
    std::vector<hsize_t> sizes;
    for (const Index size : shape.sizes())
        sizes.push_back(static_cast<hsize_t>(size));
    const Handle space(sizes.empty()
                           ? H5Screate(H5S_SCALAR)
                           : H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr),
                       H5Sclose);
    return writeDataset(group, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, space, values);
}

bool writeWhole(const Handle& group, const std::string& name, Index value)
{
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    return writeDataset(group, name, H5T_STD_I64LE, H5T_NATIVE_INT64, space, &value);
}

bool writeBytes(const Handle& group, const std::string& name, std::string_view bytes)
{
    const hsize_t size = bytes.size();
    const Handle space(H5Screate_simple(1, &size, nullptr), H5Sclose);
    return writeDataset(group, name, H5T_STD_U8LE, H5T_NATIVE_UCHAR, space, bytes.data());
}

} // namespace lamina::hdf5
