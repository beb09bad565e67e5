#include "engine/formats/hdf5_file.h"

#include <algorithm>
#include <cstring>

namespace lamina::hdf5 {

namespace {
constexpr std::size_t attributeLimit = 64512; // Keras' HDF5_OBJECT_HEADER_LIMIT
constexpr hsize_t textLimit =
    1U << 28; // more than any model's description; a damaged header may claim anything

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

// One attribute of any number of strings.
std::optional<std::vector<std::string>> readStrings(const Handle& object, const std::string& name)
{
    if (!hasAttribute(object, name))
        return std::nullopt;
    const Handle attribute(H5Aopen(object.get(), name.c_str(), H5P_DEFAULT), H5Aclose);
    if (!attribute)
        return std::nullopt;
    const Handle type(H5Aget_type(attribute.get()), H5Tclose);
    const Handle space(H5Aget_space(attribute.get()), H5Sclose);
    const hssize_t points = space ? H5Sget_simple_extent_npoints(space.get()) : -1;
    if (!type || points < 0 || static_cast<hsize_t>(points) > textLimit)
        return std::nullopt;
    if (points == 0)
        return std::vector<std::string>();
    if (H5Tget_class(type.get()) != H5T_STRING)
        return std::nullopt;
    std::vector<std::string> strings;
    const auto count = static_cast<std::size_t>(points);
    if (H5Tis_variable_str(type.get()) > 0) {
        std::vector<char*> pointers(count, nullptr);
        const Handle memory(H5Tcopy(type.get()), H5Tclose);
        if (H5Aread(attribute.get(), memory.get(), pointers.data()) < 0)
            return std::nullopt;
        for (const char* text : pointers)
            strings.emplace_back(text ? text : "");
        H5Dvlen_reclaim(memory.get(), space.get(), H5P_DEFAULT, pointers.data());
        return strings;
    }
    const std::size_t length = H5Tget_size(type.get());
    if (length == 0 || length * count > textLimit)
        return std::nullopt;
    std::string bytes(length * count, '\0');
    if (H5Aread(attribute.get(), type.get(), bytes.data()) < 0)
        return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        const char* begin = bytes.data() + i * length;
        strings.emplace_back(begin, ::strnlen(begin, length));
    }
    return strings;
}
} // namespace

std::mutex& mutex()
{
    static std::mutex one;
    return one;
}

Handle createFile(const std::filesystem::path& path)
{
    beQuiet();
    return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose};
}

Handle openFile(const std::filesystem::path& path)
{
    beQuiet();
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose};
}

Handle createGroup(const Handle& parent, const std::string& name)
{
    const Handle intermediate(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(intermediate.get(), 1);
    return {H5Gcreate2(parent.get(), name.c_str(), intermediate.get(), H5P_DEFAULT, H5P_DEFAULT), H5Gclose};
}

bool has(const Handle& parent, const std::string& name)
{
    // H5Lexists wants every group on the way to exist.
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
        if (slash > 0 && H5Lexists(parent.get(), name.substr(0, slash).c_str(), H5P_DEFAULT) <= 0)
            return false;
    return !name.empty() && H5Lexists(parent.get(), name.c_str(), H5P_DEFAULT) > 0;
}

Handle openGroup(const Handle& parent, const std::string& name)
{
    if (!has(parent, name))
        return {};
    return {H5Gopen2(parent.get(), name.c_str(), H5P_DEFAULT), H5Gclose};
}

bool hasAttribute(const Handle& object, const std::string& name)
{
    return H5Aexists(object.get(), name.c_str()) > 0;
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

bool writeBytes(const Handle& group, const std::string& name, std::string_view bytes)
{
    const hsize_t size = bytes.size();
    const Handle space(H5Screate_simple(1, &size, nullptr), H5Sclose);
    return writeDataset(group, name, H5T_STD_U8LE, H5T_NATIVE_UCHAR, space, bytes.data());
}

std::optional<std::string> readText(const Handle& object, const std::string& name)
{
    std::optional<std::vector<std::string>> strings = readStrings(object, name);
    if (!strings || strings->size() != 1)
        return std::nullopt;
    return std::move(strings->front());
}

std::optional<std::vector<std::string>> readNames(const Handle& object, const std::string& name)
{
    if (hasAttribute(object, name))
        return readStrings(object, name);
    if (!hasAttribute(object, name + "0"))
        return std::nullopt;
    std::vector<std::string> all;
    for (int part = 0; hasAttribute(object, name + std::to_string(part)); ++part) {
        std::optional<std::vector<std::string>> some = readStrings(object, name + std::to_string(part));
        if (!some)
            return std::nullopt;
        std::move(some->begin(), some->end(), std::back_inserter(all));
    }
    return all;
}

std::optional<std::string> readBytes(const Handle& group, const std::string& name)
{
    const std::optional<Shape> shape = shapeOf(group, name);
    if (!shape || shape->rank() != 1 || shape->elements() > static_cast<Index>(textLimit))
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(shape->elements()), '\0');
    const Handle dataset(H5Dopen2(group.get(), name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset || H5Dread(dataset.get(), H5T_NATIVE_UCHAR, H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()) < 0)
        return std::nullopt;
    return bytes;
}

std::optional<Shape> shapeOf(const Handle& group, const std::string& path)
{
    if (!has(group, path))
        return std::nullopt;
    const Handle dataset(H5Dopen2(group.get(), path.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset)
        return std::nullopt;
    const Handle space(H5Dget_space(dataset.get()), H5Sclose);
    const int rank = space ? H5Sget_simple_extent_ndims(space.get()) : -1;
    if (rank < 0)
        return std::nullopt;
    std::vector<hsize_t> sizes(static_cast<std::size_t>(rank));
    if (rank > 0)
        H5Sget_simple_extent_dims(space.get(), sizes.data(), nullptr);
    double elements = 1;
    for (const hsize_t size : sizes)
        elements *= static_cast<double>(size);
    if (elements > 4e9)
        return std::nullopt;
    return Shape(std::vector<Index>(sizes.begin(), sizes.end()));
}

bool readFloats(const Handle& group, const std::string& path, std::span<float> into)
{
    const std::optional<Shape> shape = shapeOf(group, path);
    if (!shape || shape->elements() != static_cast<Index>(into.size()))
        return false;
    const Handle dataset(H5Dopen2(group.get(), path.c_str(), H5P_DEFAULT), H5Dclose);
    const Handle type(H5Dget_type(dataset.get()), H5Tclose);
    return type && H5Tget_class(type.get()) == H5T_FLOAT
        && H5Dread(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, into.data()) >= 0;
}

} // namespace lamina::hdf5
