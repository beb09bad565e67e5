// The samples of a project as numpy keeps arrays: .npy files (numpy's NEP 1, version 1.0) in a zip.
#include "engine/code/code.h"
#include "engine/data/open.h"
#include "engine/formats/zip_file.h"

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
// numpy's word for the kind, and the numbers' bytes, little end first as this machine has them.
struct Numbers {
    const char* kind;
    std::string bytes;
};

template <typename Number>
std::string bytesOf(const std::vector<float>& values)
{
    std::string bytes(values.size() * sizeof(Number), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto number = static_cast<Number>(values[i]);
        std::copy_n(reinterpret_cast<const char*>(&number), sizeof number, bytes.data() + i * sizeof number);
    }
    return bytes;
}

Numbers numbersOf(const std::vector<float>& values, bool classes)
{
    if (classes)
        return {"<i8", bytesOf<std::int64_t>(values)};
    // Pictures take a quarter as bytes.
    const auto isByte = [](float v) { return v >= 0 && v <= 255 && v == std::floor(v); };
    if (std::ranges::all_of(values, isByte))
        return {"|u1", bytesOf<std::uint8_t>(values)};
    return {"<f4", bytesOf<float>(values)};
}

std::string npy(const Numbers& numbers, const Shape& shape)
{
    std::string sizes;
    for (const Index size : shape.sizes())
        sizes += std::to_string(size) + ", ";
    std::string header =
        std::string("{'descr': '") + numbers.kind + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    constexpr std::size_t before = 10; // magic, version, length
    header.append(63 - (before + header.size()) % 64, ' ');
    header += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += static_cast<char>(header.size() % 256);
    file += static_cast<char>(header.size() / 256);
    return file + header + numbers.bytes;
}

Result<ZipEntry> entry(const Dataset& data, const std::string& field, const std::string& name)
{
    const int index = data.fieldIndex(field);
    const DataField& its = data.fields()[static_cast<std::size_t>(index)];
    const bool classes = its.kind == DataKind::Class;
    const Index each = classes ? 1 : its.shape.elements();
    std::vector<float> values(static_cast<std::size_t>(data.size() * each));
    for (Index sample = 0; sample < data.size(); ++sample)
        if (const Result<void> read =
                data.readNumbers(sample, index,
                                 std::span(values).subspan(static_cast<std::size_t>(sample * each),
                                                           static_cast<std::size_t>(each)));
            !read)
            return read.faults();
    std::vector<Index> sizes{data.size()};
    if (!classes)
        sizes.insert(sizes.end(), its.shape.sizes().begin(), its.shape.sizes().end());
    return ZipEntry{name + ".npy", npy(numbersOf(values, classes), Shape(sizes))};
}
} // namespace

Result<void> writeCodeData(const std::filesystem::path& path, const Project& project)
{
    DataSpec spec = project.data;
    spec.validationSplit = 0; // the program splits for itself
    const Result<DataParts> parts = openData(spec, path.parent_path(), project.seed);
    if (!parts)
        return parts.faults();
    std::vector<ZipEntry> entries;
    for (const auto& [name, data] : {std::pair("train", parts->train), std::pair("test", parts->test)}) {
        if (!data)
            continue;
        for (const auto& [letter, field] :
             {std::pair("x_", parts->inputFields.at(0)), std::pair("y_", parts->targetFields.at(0))}) {
            Result<ZipEntry> made = entry(*data, field, letter + std::string(name));
            if (!made)
                return made.faults();
            entries.push_back(std::move(*made));
        }
    }
    return writeZip(path, entries);
}

} // namespace lamina
