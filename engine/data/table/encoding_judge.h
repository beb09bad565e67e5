// Tells from the bytes of a text in which encoding it was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lamina::table {

// Looks at a file block by block. UTF-8, UTF-16 and CP949 (which holds EUC-KR) can be told from their bytes;
// what is left is taken for Western European, as browsers do.
class EncodingJudge {
public:
    void look(std::string_view bytes);

    // Bytes that stand in no text: neither UTF-16 nor anything else.
    bool looksBinary() const;
    // A name that iconv knows. Call after the last block.
    std::string verdict() const;
    // The whole file is valid UTF-8: it may be used as it is.
    bool isCleanUtf8() const { return m_utf8Wrong == 0 && m_following == 0; }

private:
    void judgeUtf8(std::uint8_t byte);
    void judgeKorean(std::uint8_t byte);

    std::uint64_t m_bytes = 0;
    std::uint8_t m_first[4] = {};
    std::uint64_t m_zeros[2] = {}; // at even and at odd places
    // UTF-8
    int m_following = 0; // bytes that the letter still needs
    std::uint8_t m_low = 0x80; // limits of the next one
    std::uint8_t m_high = 0xBF;
    std::uint64_t m_utf8Letters = 0; // of more than one byte
    std::uint64_t m_utf8Wrong = 0;
    // CP949
    std::uint8_t m_lead = 0;
    std::uint64_t m_koreanPairs = 0;
    std::uint64_t m_hangul = 0; // pairs among the syllables that KS X 1001 has
    std::uint64_t m_koreanWrong = 0;
    bool m_beyondWestern = false; // a byte that Windows-1252 leaves undefined
};

} // namespace lamina::table
