// What stands in the attributes and data sets of an HDF5 file.
#include "engine/formats/hdf5_cursor.h"
#include "engine/formats/hdf5_tree.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace lamina::hdf5 {

namespace {
constexpr std::uint64_t textLimit = 1U << 28U; // more than any model's description

// One object of a global heap: a collection of numbered pieces. Each is looked for from the collection's
// start; `steps` counts over a whole list of texts, so that a damaged list cannot take for ever.
std::optional<std::string> heapObject(const ByteSource& source, std::uint64_t collection, std::uint64_t index,
                                      std::uint64_t length, std::uint64_t& steps)
{
    char head[16];
    if (!source.read(collection, head, sizeof head) || std::string_view(head, 4) != "GCOL")
        return std::nullopt;
    Cursor cursor(std::string_view(head, sizeof head));
    cursor.skip(8);
    const std::uint64_t size = cursor.number(8);
    if (size > source.size() || collection > source.size() - size)
        return std::nullopt;
    for (std::uint64_t at = 16; size >= 16 && at <= size - 16 && steps > 0; --steps) {
        if (!source.read(collection + at, head, sizeof head))
            return std::nullopt;
        Cursor entry(std::string_view(head, sizeof head));
        const std::uint64_t number = entry.number(2);
        entry.skip(6);
        const std::uint64_t bytes = entry.number(8);
        at += 16;
        if (number == 0 || bytes > size - at) // free space comes last
            return std::nullopt;
        if (number == index) {
            if (length > bytes)
                return std::nullopt;
            std::string text(static_cast<std::size_t>(length), '\0');
            return source.read(collection + at, text.data(), text.size()) ? std::optional(text)
                                                                          : std::nullopt;
        }
        at += (bytes + 7) / 8 * 8;
    }
    return std::nullopt;
}

std::uint64_t element(std::string_view bytes, const Type& type)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < type.size; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[type.bigEndian ? i : type.size - 1 - i]);
    return value;
}

float fromHalf(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31;
    const int mantissa = bits & 1023;
    float value = 0;
    if (exponent == 31)
        value = mantissa ? std::nanf("") : HUGE_VALF;
    else
        value = exponent ? std::ldexp(static_cast<float>(1024 + mantissa), exponent - 25)
                         : std::ldexp(static_cast<float>(mantissa), -24);
    return (bits & 0x8000) != 0 ? -value : value;
}
} // namespace

std::optional<std::vector<std::string>> Tree::strings(const Attribute& attribute) const
{
    std::vector<std::string> found;
    const auto count = static_cast<std::size_t>(attribute.shape.elements());
    if (count == 0)
        return found;
    const std::string_view bytes = attribute.bytes;
    if (attribute.type.kind != Kind::Text && attribute.type.kind != Kind::LongText)
        return std::nullopt;
    std::uint64_t steps = 1U << 20U;
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view one = bytes.substr(i * attribute.type.size, attribute.type.size);
        if (attribute.type.kind == Kind::Text) {
            found.emplace_back(one.substr(0, one.find('\0')));
            continue;
        }
        Cursor cursor(one);
        const std::uint64_t length = cursor.number(4);
        const std::uint64_t collection = cursor.number(8);
        const std::uint64_t index = cursor.number(4);
        letters += length;
        if (letters > textLimit || length > m_source->size())
            return std::nullopt;
        std::optional<std::string> text;
        if (length == 0)
            text.emplace();
        else
            text = heapObject(*m_source, collection, index, length, steps);
        if (!text)
            return std::nullopt;
        found.emplace_back(text->substr(0, text->find('\0')));
    }
    return found;
}

std::optional<std::string> Tree::text(const Node& node, std::string_view attribute) const
{
    const auto found = node.attributes.find(attribute);
    if (found == node.attributes.end())
        return std::nullopt;
    std::optional<std::vector<std::string>> all = strings(found->second);
    if (!all || all->size() != 1)
        return std::nullopt;
    return std::move(all->front());
}

std::optional<std::vector<std::string>> Tree::names(const Node& node, const std::string& attribute) const
{
    if (const auto whole = node.attributes.find(attribute); whole != node.attributes.end())
        return strings(whole->second);
    std::vector<std::string> all;
    for (int part = 0;; ++part) {
        const auto found = node.attributes.find(attribute + std::to_string(part));
        if (found == node.attributes.end())
            return part == 0 ? std::nullopt : std::optional(std::move(all));
        std::optional<std::vector<std::string>> some = strings(found->second);
        if (!some)
            return std::nullopt;
        std::move(some->begin(), some->end(), std::back_inserter(all));
    }
}

std::optional<std::string> Tree::raw(const Dataset& dataset) const
{
    const auto elements = static_cast<std::uint64_t>(dataset.shape.elements());
    if (elements > 0 && (!dataset.plain || dataset.type.kind == Kind::Other))
        return std::nullopt;
    const auto size = static_cast<std::size_t>(elements * dataset.type.size); // lies in the file: checked
    if (dataset.inHeader)
        return dataset.bytes.substr(0, size);
    std::string bytes(size, '\0');
    if (size > 0 && !m_source->read(dataset.address, bytes.data(), size))
        return std::nullopt;
    return bytes;
}

bool Tree::floats(const Node& node, std::span<float> into) const
{
    if (!node.dataset || node.dataset->shape.elements() != static_cast<Index>(into.size()))
        return false;
    const Dataset& dataset = *node.dataset;
    const Type& type = dataset.type;
    if (into.empty())
        return true;
    const bool brain = type.kind == Kind::Opaque && type.size == 2 && text(node, "dtype") == "bfloat16";
    if (!dataset.plain || (type.kind != Kind::Float && !brain))
        return false;
    if (type.size == 4 && !type.bigEndian && !dataset.inHeader)
        return m_source->read(dataset.address, into.data(), into.size_bytes());
    const std::optional<std::string> bytes = raw(dataset);
    if (!bytes)
        return false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t bits = element(std::string_view(*bytes).substr(i * type.size, type.size), type);
        if (brain)
            into[i] = std::bit_cast<float>(static_cast<std::uint32_t>(bits << 16U));
        else if (type.size == 8)
            into[i] = static_cast<float>(std::bit_cast<double>(bits));
        else
            into[i] = type.size == 4 ? std::bit_cast<float>(static_cast<std::uint32_t>(bits))
                                     : fromHalf(static_cast<std::uint16_t>(bits));
    }
    return true;
}

std::optional<Index> Tree::whole(const Node& node) const
{
    if (!node.dataset || node.dataset->shape.elements() != 1)
        return std::nullopt;
    const Type& type = node.dataset->type;
    const std::optional<std::string> bytes = raw(*node.dataset);
    if (!bytes)
        return std::nullopt;
    if (type.kind == Kind::Float) {
        float value = 0;
        const bool good = floats(node, {&value, 1}) && value >= 0 && value < 1e15F;
        return good ? std::optional(static_cast<Index>(value)) : std::nullopt;
    }
    if ((type.kind != Kind::Signed && type.kind != Kind::Unsigned) || type.size == 0)
        return std::nullopt;
    const std::uint64_t value = element(*bytes, type);
    if (type.kind == Kind::Signed && type.size < 8 && (value >> (8 * type.size - 1)) != 0)
        return static_cast<Index>(value) - (Index{1} << (8 * type.size));
    return static_cast<Index>(value);
}

std::optional<std::string> Tree::bytes(const Node& node) const
{
    if (!node.dataset || node.dataset->type.kind != Kind::Unsigned || node.dataset->type.size != 1
        || node.dataset->shape.elements() > static_cast<Index>(textLimit))
        return std::nullopt;
    return raw(*node.dataset);
}

} // namespace lamina::hdf5
