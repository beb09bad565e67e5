// Little-endian numbers out of a block of bytes; whoever reads beyond its end gets zeros and is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lamina::hdf5 {

class Cursor {
public:
    explicit Cursor(std::string_view bytes) : m_bytes(bytes) { }

    bool good() const { return m_good; }
    std::size_t left() const { return m_bytes.size() - m_at; }
    std::size_t at() const { return m_at; }

    std::uint64_t number(std::size_t size)
    {
        const std::string_view bytes = take(size);
        std::uint64_t value = 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = value << 8U | static_cast<unsigned char>(bytes[i]);
        return value;
    }
    std::string_view take(std::size_t size)
    {
        if (size > left()) {
            m_good = false;
            m_at = m_bytes.size();
            return {};
        }
        const std::string_view bytes = m_bytes.substr(m_at, size);
        m_at += size;
        return bytes;
    }
    void skip(std::size_t size) { take(size); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_good = true;
};

} // namespace lamina::hdf5
