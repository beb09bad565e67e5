// The size of a tensor along each axis, channels last. A shape never holds the batch unless its name says so.
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace lamina {

using Index = std::int64_t;

class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<Index> sizes) : m_sizes(sizes) { }
    explicit Shape(std::vector<Index> sizes) : m_sizes(std::move(sizes)) { }

    int rank() const { return static_cast<int>(m_sizes.size()); }
    // Counts from the back when negative, as in Python.
    Index operator[](int axis) const
    {
        return m_sizes[static_cast<std::size_t>(axis < 0 ? axis + rank() : axis)];
    }
    Index& operator[](int axis) { return m_sizes[static_cast<std::size_t>(axis < 0 ? axis + rank() : axis)]; }
    const std::vector<Index>& sizes() const { return m_sizes; }

    // Product of all sizes; 1 for a scalar.
    Index elements() const;
    // "(28, 28, 1)"; with a batch in front, as Keras prints it, "(None, 28, 28, 1)".
    std::string text() const;
    std::string textWithBatch() const;

    auto operator<=>(const Shape&) const = default; // NOLINT(modernize-use-nullptr): none is there

private:
    std::vector<Index> m_sizes;
};

} // namespace lamina
