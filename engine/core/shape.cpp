#include "engine/core/shape.h"

namespace lamina {

Index Shape::elements() const
{
    Index product = 1;
    for (const Index size : m_sizes)
        product *= size;
    return product;
}

namespace {
// A tuple of one is written "(10,)", as in Python.
std::string tuple(const std::string& first, const std::vector<Index>& sizes)
{
    std::string text = "(" + first;
    for (const Index size : sizes) {
        if (text.size() > 1)
            text += ", ";
        text += std::to_string(size);
    }
    if (sizes.size() + (first.empty() ? 0 : 1) == 1)
        text += ',';
    return text + ")";
}
} // namespace

std::string Shape::text() const
{
    return tuple({}, m_sizes);
}

std::string Shape::textWithBatch() const
{
    return tuple("None", m_sizes);
}

} // namespace lamina
