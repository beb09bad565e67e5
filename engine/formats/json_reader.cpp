#include "engine/formats/json_reader.h"

#include <algorithm>

namespace lamina {

namespace {
struct Position {
    long line = 1;
    long column = 1; // in characters, not bytes
};

Position positionOf(std::string_view text, std::size_t byte)
{
    Position position;
    for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
        if (text[i] == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++position.column;
        }
    }
    return position;
}

// What the parser would rather have seen: the end of its own message.
std::string expectedBy(std::string_view message)
{
    constexpr std::string_view mark = "; expected ";
    const std::size_t at = message.rfind(mark);
    return at == std::string_view::npos ? std::string() : std::string(message.substr(at + mark.size()));
}

// Builds the value while the text is read.
class Builder final : public nlohmann::json_sax<Json> {
public:
    Builder(std::string_view text, const std::string& file) : m_text(text), m_file(file) { }

    Json take() { return std::move(m_root); }
    const Faults& faults() const { return m_faults; }

    bool null() override { return put(Json()); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; } // JSON texts hold none
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        Json& object = *m_open.back();
        if (object.contains(name))
            m_faults.push_back({FaultKind::Input,
                                Text(LAMINA_TEXT("json", "The key '%1' stands twice"), name),
                                {.file = m_file, .path = pathTo(name)},
                                LAMINA_TEXT("json", "remove one of them")});
        m_key = name;
        m_keys.back() = name;
        return true;
    }

    bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& error) override
    {
        constexpr int numberOverflow = 406;
        const Position position = positionOf(m_text, byte > 0 ? byte - 1 : 0);
        const std::string expected = expectedBy(error.what());
        Text what = error.id == numberOverflow
            ? Text(LAMINA_TEXT("json", "The number at line %1, column %2 is too large"), position.line,
                   position.column)
            : Text(LAMINA_TEXT("json", "The text is not JSON from line %1, column %2 on"), position.line,
                   position.column);
        m_faults.push_back(
            {FaultKind::Input,
             std::move(what),
             {.file = m_file, .path = {}},
             position.line == 1 && position.column == 1
                 ? Text(LAMINA_TEXT("json", "choose another file, this one holds something else"))
                 : expected.empty() ? Text(LAMINA_TEXT("json", "correct the text there"))
                                    : Text(LAMINA_TEXT("json", "expected there: %1"), expected)});
        return false;
    }

private:
    // The value just put, which stays where it is until its container grows.
    Json* insert(Json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Json& container = *m_open.back();
        if (container.is_array()) {
            container.push_back(std::move(value));
            return &container.back();
        }
        Json& member = container[m_key];
        member = std::move(value);
        return &member;
    }

    bool put(Json value)
    {
        insert(std::move(value));
        return true;
    }

    bool open(Json container)
    {
        if (m_open.size() >= jsonDepthAtMost) {
            m_faults.push_back(
                {FaultKind::Input,
                 Text(LAMINA_TEXT("json", "Values are nested more than %1 deep"), jsonDepthAtMost),
                 {.file = m_file, .path = {}},
                 LAMINA_TEXT("json", "the file is damaged or no file of Lamina's")});
            return false;
        }
        m_open.push_back(insert(std::move(container)));
        m_keys.emplace_back();
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        m_keys.pop_back();
        return true;
    }

    std::string pathTo(const std::string& last) const
    {
        std::string path;
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            const bool isLast = i + 1 == m_open.size();
            if (m_open[i]->is_array())
                path.append("[").append(std::to_string(m_open[i]->size() - 1)).append("]");
            else
                path += (path.empty() ? "" : ".") + (isLast ? last : m_keys[i]);
        }
        return path;
    }

    std::string_view m_text;
    std::string m_file;
    Json m_root;
    std::vector<Json*> m_open; // from the outermost container to the present one
    std::vector<std::string> m_keys; // the present key of each
    std::string m_key; // of the innermost
    Faults m_faults;
};
} // namespace

Result<Json> readJson(std::string_view text, const std::string& file)
{
    // The library takes a zero byte for the end and would drop what follows.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
        const Position position = positionOf(text, zero);
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("json", "There is a zero byte at line %1, column %2"), position.line,
                          position.column),
                     {.file = file, .path = {}},
                     LAMINA_TEXT("json", "the file is damaged or no text: choose another")};
    }
    Builder builder(text, file);
    const bool complete = Json::sax_parse(text.begin(), text.end(), &builder);
    if (!builder.faults().empty())
        return builder.faults();
    if (!complete)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("json", "The text is not JSON"),
                     {.file = file, .path = {}},
                     LAMINA_TEXT("json", "choose another file")};
    return builder.take();
}

} // namespace lamina
