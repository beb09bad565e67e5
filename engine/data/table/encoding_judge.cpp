#include "engine/data/table/encoding_judge.h"

#include <cstring>

namespace lamina::table {

namespace {
bool startsWith(const std::uint8_t* first, std::uint64_t bytes, std::string_view mark)
{
    return bytes >= mark.size() && std::memcmp(first, mark.data(), mark.size()) == 0;
}

bool isTrailOfCp949(std::uint8_t byte)
{
    return (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x81 && byte <= 0xFE);
}
} // namespace

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
void EncodingJudge::judgeUtf8(std::uint8_t byte)
{
    if (m_following > 0) {
        if (byte >= m_low && byte <= m_high) {
            m_low = 0x80;
            m_high = 0xBF;
            if (--m_following == 0)
                ++m_utf8Letters;
            return;
        }
        ++m_utf8Wrong;
        m_following = 0;
    }
    m_low = 0x80;
    m_high = 0xBF;
    if (byte < 0x80)
        return;
    if (byte >= 0xC2 && byte <= 0xDF) {
        m_following = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        m_following = 2;
        if (byte == 0xE0)
            m_low = 0xA0;
        if (byte == 0xED)
            m_high = 0x9F;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        m_following = 3;
        if (byte == 0xF0)
            m_low = 0x90;
        if (byte == 0xF4)
            m_high = 0x8F;
    } else {
        ++m_utf8Wrong;
    }
}

void EncodingJudge::judgeKorean(std::uint8_t byte)
{
    if (m_lead != 0) {
        if (isTrailOfCp949(byte)) {
            ++m_koreanPairs;
            m_hangul += m_lead >= 0xB0 && m_lead <= 0xC8 && byte >= 0xA1;
        } else {
            ++m_koreanWrong;
        }
        m_lead = 0;
        return;
    }
    if (byte >= 0x81 && byte <= 0xFE)
        m_lead = byte;
    else if (byte >= 0x80)
        ++m_koreanWrong;
}

void EncodingJudge::look(std::string_view bytes)
{
    std::size_t at = 0;
    for (; at < bytes.size() && m_bytes + at < sizeof m_first; ++at)
        m_first[m_bytes + at] = static_cast<std::uint8_t>(bytes[at]);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        // Eight letters of ASCII at once; a zero is none of them.
        while (m_following == 0 && m_lead == 0 && i + 8 <= bytes.size()) {
            std::uint64_t word;
            std::memcpy(&word, bytes.data() + i, sizeof word);
            const std::uint64_t zeros = (word - 0x0101010101010101ULL) & ~word;
            if (((word | zeros) & 0x8080808080808080ULL) != 0)
                break;
            i += 8;
        }
        if (i == bytes.size())
            break;
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        if (byte == 0)
            ++m_zeros[(m_bytes + i) % 2];
        m_beyondWestern =
            m_beyondWestern || byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        judgeUtf8(byte);
        judgeKorean(byte);
    }
    m_bytes += bytes.size();
}

std::string EncodingJudge::verdict() const
{
    if (startsWith(m_first, m_bytes, "\xEF\xBB\xBF"))
        return "UTF-8";
    if (startsWith(m_first, m_bytes, "\xFF\xFE"))
        return "UTF-16LE";
    if (startsWith(m_first, m_bytes, "\xFE\xFF"))
        return "UTF-16BE";
    // Digits and separators have their zero at one side only.
    const std::uint64_t most = m_bytes / 5;
    if (m_zeros[1] > most && m_zeros[0] * 10 < m_zeros[1])
        return "UTF-16LE";
    if (m_zeros[0] > most && m_zeros[1] * 10 < m_zeros[0])
        return "UTF-16BE";
    // A few wrong bytes among many right letters are damage, which is told, and no other encoding.
    if (isCleanUtf8() || m_utf8Letters > 10 * m_utf8Wrong)
        return "UTF-8";
    if (m_koreanWrong == 0 && m_lead == 0 && m_hangul * 2 > m_koreanPairs)
        return "CP949";
    return m_beyondWestern ? "ISO-8859-1" : "CP1252";
}

bool EncodingJudge::looksBinary() const
{
    return m_zeros[0] + m_zeros[1] > 0 && !verdict().starts_with("UTF-16");
}

} // namespace lamina::table
