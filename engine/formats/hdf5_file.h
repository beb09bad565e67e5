// Writes HDF5, by its library, with handles that close themselves. Reading is hdf5_tree's. The library is not
// made for threads: whoever uses it holds mutex(). Names may be paths; the groups on the way are made.
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

// `error` takes the number of what went wrong with the disk, which is known when the file is closed; till
// then it must live.
Handle createFile(const std::filesystem::path& path, int& error);
// A file that is only in memory, and its bytes once all is written.
Handle createInMemory();
std::optional<std::string> bytesOf(const Handle& file);
// With the groups on the way; there may be one already.
Handle createGroup(const Handle& parent, const std::string& name);

// As h5py writes a Python string.
bool writeText(const Handle& object, const std::string& name, const std::string& text);
// As Keras writes a list of names: fixed-length bytes, over 64 512 bytes in several attributes name0, name1
// …; an empty list as numpy's empty array of doubles.
bool writeNames(const Handle& object, const std::string& name, const std::vector<std::string>& names);
bool writeFloats(const Handle& group, const std::string& name, const Shape& shape, const float* values);
bool writeWhole(const Handle& group, const std::string& name, Index value); // one int64
bool writeBytes(const Handle& group, const std::string& name, std::string_view bytes);

} // namespace lamina::hdf5
