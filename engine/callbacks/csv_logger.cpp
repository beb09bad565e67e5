// CSVLogger: a row an epoch, in the format of Keras': epochs from 0, names sorted, NA for what is missing,
// numbers as Python prints them, lines ended as RFC 4180 has it.
#include "engine/callbacks/monitor.h"

#include <algorithm>
#include <charconv>

namespace lamina::callbacks {

namespace {
const std::array loggerFields{
    Field{.name = "filename",
          .kind = FieldKind::Path,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("callbacks", "File"),
          .help = LAMINA_TEXT("callbacks", "Where to write, such as log.csv")},
    Field{.name = "separator",
          .kind = FieldKind::Words,
          .defaultJson = "\",\"",
          .label = LAMINA_TEXT("callbacks", "Separator"),
          .help = LAMINA_TEXT("callbacks", "The character between two values")},
    Field{.name = "append",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("callbacks", "Append"),
          .help = LAMINA_TEXT("callbacks", "Go on behind what the file holds, instead of writing it anew")}};

// As Python's repr: the fewest digits, with a point, and an exponent below 1e-4 and from 1e16.
std::string asPython(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
    const double size = std::abs(value);
    const bool plain = size == 0 || (size >= 1e-4 && size < 1e16);
    std::array<char, 40> text{};
    const std::to_chars_result end =
        std::to_chars(text.data(), text.data() + text.size(), value,
                      plain ? std::chars_format::fixed : std::chars_format::scientific);
    std::string shown(text.data(), end.ptr);
    return plain && shown.find('.') == std::string::npos ? shown + ".0" : shown;
}

class CsvLogger final : public Callback {
public:
    explicit CsvLogger(const Attributes& attributes)
        : m_file(attributes.text("filename")), m_separator(attributes.text("separator")),
          m_append(attributes.flag("append"))
    {
    }

    Result<void> trainBegin(RunningTraining& training) override
    {
        m_names.clear();
        m_rows.clear();
        m_before.clear();
        if (!m_append)
            return {};
        Result<std::string> there = training.readText(m_file);
        if (!there)
            return there.faults();
        m_before = std::move(*there);
        return {};
    }

    // What stood in the file before this run stays; rows after the state's are cut off.
    Result<void> resumed(RunningTraining& training) override
    {
        if (m_beforeLength > 0) {
            Result<std::string> there = training.readText(m_file);
            if (!there)
                return there.faults();
            m_before = there->substr(0, std::min(there->size(), m_beforeLength));
        }
        return m_rows.empty() ? Result<void>() : write(training);
    }

    Result<void> epochEnd(RunningTraining& training, Index epoch, const Logs& all) override
    {
        Logs logs = all;
        if (!training.ratesAreSet())
            logs.erase("lr"); // Keras' logs have it only where a callback sets it
        if (m_names.empty())
            begin(logs);
        m_rows += std::to_string(epoch);
        for (const std::string& name : m_names) {
            const std::optional<double> value = monitor::valueOf(logs, name);
            m_rows += m_separator + (value ? asPython(*value) : "NA");
        }
        m_rows += "\r\n";
        return write(training);
    }

    Json state() const override
    {
        return {{"names", m_names}, {"rows", m_rows}, {"before", m_before.size()}};
    }
    void setState(const Json& state) override
    {
        m_names = state.at("names").get<std::vector<std::string>>();
        m_rows = state.at("rows").get<std::string>();
        m_beforeLength = state.at("before").get<std::size_t>();
        m_before.clear();
    }

private:
    // The first epoch decides on the columns: without validation there are columns for it all the same.
    void begin(const Logs& logs)
    {
        for (const auto& [name, value] : logs)
            m_names.push_back(name);
        const bool validated =
            std::ranges::any_of(m_names, [](const std::string& name) { return name.starts_with("val_"); });
        for (std::size_t i = 0, own = m_names.size(); !validated && i < own; ++i)
            m_names.push_back("val_" + m_names[i]);
        if (!m_before.empty())
            return;
        m_rows += "epoch";
        for (const std::string& name : m_names)
            m_rows += m_separator + quoted(name);
        m_rows += "\r\n";
    }

    std::string quoted(const std::string& name) const
    {
        if (name.find(m_separator) == std::string::npos && name.find_first_of("\"\r\n") == std::string::npos)
            return name;
        std::string text = "\"";
        for (const char c : name)
            text.append(c == '"' ? 2 : 1, c);
        return text + '"';
    }

    Result<void> write(RunningTraining& training) const
    {
        return training.writeText(m_file, m_before + m_rows);
    }

    std::string m_file;
    std::string m_separator;
    bool m_append;

    std::string m_before; // what the file held when the training began
    std::size_t m_beforeLength = 0;
    std::vector<std::string> m_names;
    std::string m_rows; // and the header, if it is this run's
};

Faults check(const Attributes& attributes, const Place& where)
{
    const auto at = [&](const char* key) {
        Place place = where;
        place.path += std::string(place.path.empty() ? "" : ".") + key;
        return place;
    };
    Faults faults;
    if (attributes.text("filename").empty())
        faults.push_back({FaultKind::Input, LAMINA_TEXT("callbacks", "The file to log to has no name"),
                          at("filename"), LAMINA_TEXT("callbacks", "give a name such as log.csv")});
    if (attributes.text("separator").size() != 1)
        faults.push_back({FaultKind::Input,
                          LAMINA_TEXT("callbacks", "The separator is not a single character"),
                          at("separator"), LAMINA_TEXT("callbacks", "give a character such as , or ;")});
    return faults;
}
} // namespace

const CallbackType& csv_logger()
{
    static const CallbackType type{
        .className = "CSVLogger",
        .label = LAMINA_TEXT("callbacks", "CSV logger"),
        .help = LAMINA_TEXT("callbacks", "Writes the numbers of each epoch to a table"),
        .fields = loggerFields,
        .check = check,
        .create = [](const Attributes& attributes) -> std::unique_ptr<Callback> {
            return std::make_unique<CsvLogger>(attributes);
        }};
    return type;
}

} // namespace lamina::callbacks
