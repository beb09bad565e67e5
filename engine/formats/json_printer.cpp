#include "engine/formats/json_printer.h"

#include "engine/core/numbers.h"

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr std::size_t lineWidth = 150;

std::string scalar(const OrderedJson& value)
{
    if (!value.is_number_float() || !std::isfinite(value.get<double>()))
        return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
    std::string text = shortest(value.get<double>());
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0"; // stays a float when it is read
    return text;
}

// The value on one line.
std::string flat(const OrderedJson& value)
{
    if (!value.is_structured())
        return scalar(value);
    if (value.empty())
        return value.is_array() ? "[]" : "{}";
    std::string text = value.is_array() ? "[" : "{ ";
    for (auto item = value.begin(); item != value.end(); ++item) {
        if (item != value.begin())
            text += ", ";
        if (value.is_object())
            text.append(scalar(OrderedJson(item.key()))).append(": ");
        text += flat(*item);
    }
    return text.append(value.is_array() ? "]" : " }");
}

bool isListOfObjects(const OrderedJson& value)
{
    return value.is_array()
        && std::any_of(value.begin(), value.end(), [](const OrderedJson& item) { return item.is_object(); });
}

class Printer {
public:
    explicit Printer(int expandedLevels) : m_expandedLevels(expandedLevels) { }

    // `column`: how much of the line is taken already, with what follows the value.
    void print(const OrderedJson& value, int level, std::size_t column)
    {
        if (!value.is_structured() || value.empty()) {
            m_text += flat(value);
            return;
        }
        const bool list = value.is_array() && !isListOfObjects(value);
        if (list || (level >= m_expandedLevels && !value.is_array())) {
            std::string line = flat(value);
            if (column + line.size() <= lineWidth) {
                m_text += line;
                return;
            }
        }
        const bool array = value.is_array();
        const std::string indent(static_cast<std::size_t>(level + 1) * 2, ' ');
        m_text += array ? "[\n" : "{\n";
        for (auto item = value.begin(); item != value.end(); ++item) {
            const std::string key = array ? std::string() : scalar(OrderedJson(item.key())) + ": ";
            m_text += indent + key;
            print(*item, level + 1, indent.size() + key.size() + 1);
            m_text += std::next(item) == value.end() ? "\n" : ",\n";
        }
        m_text += std::string(static_cast<std::size_t>(level) * 2, ' ') + (array ? "]" : "}");
    }

    std::string take() { return std::move(m_text); }

private:
    int m_expandedLevels;
    std::string m_text;
};
} // namespace

std::string printJson(const OrderedJson& value, int expandedLevels)
{
    Printer printer(expandedLevels);
    printer.print(value, 0, 0);
    return printer.take() + "\n";
}

} // namespace lamina
