#include "engine/formats/hdf5_messages.h"

namespace lamina::hdf5 {

namespace {
constexpr double elementsAtMost = 4e9; // as for a layer's variable
constexpr std::size_t rankAtMost = 32; // of HDF5 itself
constexpr std::uint64_t nowhere = ~std::uint64_t{0}; // an address that is not set

std::size_t padded(std::size_t size)
{
    return (size + 7) / 8 * 8;
}
} // namespace

std::optional<Shape> readDataspace(std::string_view message)
{
    Cursor cursor(message);
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t rank = cursor.number(1);
    cursor.skip(1); // whether there are largest sizes, too: they come last
    const std::uint64_t type = cursor.number(1); // of version 2; 2 is a space without elements
    if (version == 1)
        cursor.skip(4);
    if ((version != 1 && version != 2) || rank > rankAtMost)
        return std::nullopt;
    if (version == 2 && type == 2)
        return Shape{0};
    std::vector<Index> sizes;
    double elements = 1;
    for (std::uint64_t axis = 0; axis < rank; ++axis) {
        const std::uint64_t size = cursor.number(8);
        elements *= static_cast<double>(size);
        if (static_cast<double>(size) > elementsAtMost)
            return std::nullopt;
        sizes.push_back(static_cast<Index>(size));
    }
    if (!cursor.good() || elements > elementsAtMost)
        return std::nullopt;
    return Shape(std::move(sizes));
}

std::optional<Type> readDatatype(std::string_view message)
{
    Cursor cursor(message);
    const std::uint64_t head = cursor.number(1);
    const std::uint64_t bits = cursor.number(3);
    Type type;
    type.size = static_cast<std::size_t>(cursor.number(4));
    if (!cursor.good() || type.size == 0)
        return std::nullopt;
    type.bigEndian = (bits & 1U) != 0;
    switch (head & 0xFU) {
    case 0:
        if (type.size <= 8)
            type.kind = (bits & 8U) != 0 ? Kind::Signed : Kind::Unsigned;
        break;
    case 1: // the three of IEEE 754; the mantissa's size tells them from others
        cursor.skip(7);
        if (const std::uint64_t mantissa = cursor.number(1); (type.size == 2 && mantissa == 10)
            || (type.size == 4 && mantissa == 23) || (type.size == 8 && mantissa == 52))
            type.kind = Kind::Float;
        break;
    case 3:
        type.kind = Kind::Text;
        break;
    case 5:
        type.kind = Kind::Opaque;
        break;
    case 9: // a list of varying length; its low bits say that it is a text
        if ((bits & 0xFU) == 1 && type.size == 16)
            type.kind = Kind::LongText;
        break;
    default:
        break;
    }
    return type;
}

std::optional<std::pair<std::string, Attribute>> readAttribute(std::string_view message)
{
    Cursor cursor(message);
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t flags = cursor.number(1); // of version 2 and 3: parts that are kept elsewhere
    const auto nameSize = static_cast<std::size_t>(cursor.number(2));
    const auto typeSize = static_cast<std::size_t>(cursor.number(2));
    const auto spaceSize = static_cast<std::size_t>(cursor.number(2));
    if (version < 1 || version > 3)
        return std::nullopt;
    if (version == 3)
        cursor.skip(1); // how the name is encoded
    const auto part = [&](std::size_t size) {
        const std::string_view bytes = cursor.take(version == 1 ? padded(size) : size);
        return bytes.substr(0, std::min(size, bytes.size()));
    };
    const std::string_view name = part(nameSize);
    const std::string_view typeBytes = part(typeSize);
    const std::string_view spaceBytes = part(spaceSize);
    const std::string key(name.substr(0, name.find('\0')));
    if (!cursor.good())
        return std::nullopt;
    if (version > 1 && flags != 0)
        return std::pair(key, Attribute{});
    const std::optional<Type> type = readDatatype(typeBytes);
    const std::optional<Shape> shape = readDataspace(spaceBytes);
    if (!type || !shape)
        return std::nullopt;
    const auto elements = static_cast<std::uint64_t>(shape->elements());
    if (elements > 0 && type->size > cursor.left() / elements)
        return std::nullopt;
    const std::string_view bytes = cursor.take(static_cast<std::size_t>(elements) * type->size);
    return std::pair(key, Attribute{*type, *shape, std::string(bytes)});
}

bool readLayout(std::string_view message, Dataset& dataset)
{
    Cursor cursor(message);
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t kind = cursor.number(1);
    dataset.plain = (version == 3 || version == 4) && kind < 2;
    if (!dataset.plain)
        return cursor.good();
    if (kind == 0) {
        const auto size = static_cast<std::size_t>(cursor.number(2));
        dataset.bytes = cursor.take(size);
        dataset.inHeader = true;
    } else {
        dataset.address = cursor.number(8);
        cursor.skip(8);
        if (dataset.address == nowhere)
            dataset.plain = false;
    }
    return cursor.good();
}

} // namespace lamina::hdf5
