// What our formats need of HDF5, with handles that close themselves and faults instead of error stacks. The
// library is not made for threads: whoever uses it holds hdf5Mutex().
#pragma once

#include "engine/core/fault.h"
#include "engine/core/shape.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <hdf5.h>

namespace lamina::hdf5 {

std::mutex& mutex();

class Handle {
public:
    Handle() = default;
    Handle(hid_t id, herr_t (*close)(hid_t)) : m_id(id), m_close(close) { }
    Handle(Handle&& other) noexcept : m_id(std::exchange(other.m_id, -1)), m_close(other.m_close) { }
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_close, other.m_close);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    explicit operator bool() const { return m_id >= 0; }
    hid_t get() const { return m_id; }

private:
    hid_t m_id = -1;
    herr_t (*m_close)(hid_t) = nullptr;
};

Handle createFile(const std::filesystem::path& path);
Handle openFile(const std::filesystem::path& path);
Handle createGroup(const Handle& parent, const std::string& name);
// Nothing where there is no group of that name (or path).
Handle openGroup(const Handle& parent, const std::string& name);
bool has(const Handle& parent, const std::string& name);
bool hasAttribute(const Handle& object, const std::string& name);

// As h5py writes a Python string.
bool writeText(const Handle& object, const std::string& name, const std::string& text);
// As Keras writes a list of names: fixed-length bytes, over 64 512 bytes in several attributes name0, name1
// …; an empty list as numpy's empty array of doubles.
bool writeNames(const Handle& object, const std::string& name, const std::vector<std::string>& names);
bool writeFloats(const Handle& group, const std::string& name, const Shape& shape, const float* values);
bool writeBytes(const Handle& group, const std::string& name, std::string_view bytes);

// Both kinds of strings; nothing if the attribute is missing or something else.
std::optional<std::string> readText(const Handle& object, const std::string& name);
std::optional<std::vector<std::string>> readNames(const Handle& object, const std::string& name);
std::optional<std::string> readBytes(const Handle& group, const std::string& name);
std::optional<Shape> shapeOf(const Handle& group, const std::string& path);
// Exactly as many numbers as `into` takes, from any float type.
bool readFloats(const Handle& group, const std::string& path, std::span<float> into);

} // namespace lamina::hdf5
