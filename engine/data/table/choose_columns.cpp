#include "engine/data/table/choose_columns.h"

#include "engine/data/table/cell.h"
#include "engine/formats/nearest_name.h"

#include <algorithm>

namespace lamina::table {

namespace {
class Chooser {
public:
    Chooser(const TableFile& file, const TableWishes& wishes) : m_file(file), m_wishes(wishes) { }

    Result<ColumnChoice> choose()
    {
        ColumnChoice choice;
        for (const std::string& name : m_wishes.targets)
            find(name, "target", choice.targets);
        if (m_wishes.targets.empty())
            find(m_file.columns().back(), "target", choice.targets);
        if (!m_wishes.weight.empty()) {
            std::vector<std::size_t> found;
            find(m_wishes.weight, "weight", found);
            if (!found.empty())
                choice.weight = found[0];
        }
        choice.featuresNamed = !m_wishes.features.empty();
        for (const std::string& name : m_wishes.features)
            find(name, "features", choice.features);
        if (!choice.featuresNamed)
            for (std::size_t i = 0; i < m_file.columns().size(); ++i)
                if (!isUsed(i))
                    choice.features.push_back(i);
        if (!m_faults.empty())
            return m_faults;
        if (choice.features.empty())
            return atOption(m_file.fault(LAMINA_TEXT("table", "No column is left for the features"),
                                         LAMINA_TEXT("table", "choose a table with two columns or more")),
                            "features");
        return choice;
    }

private:
    bool isUsed(std::size_t column) const
    {
        return std::find(m_used.begin(), m_used.end(), column) != m_used.end();
    }

    void find(const std::string& name, const char* option, std::vector<std::size_t>& into)
    {
        const std::vector<std::string>& columns = m_file.columns();
        const auto found = std::find(columns.begin(), columns.end(), name);
        if (found == columns.end()) {
            m_faults.push_back(
                atOption(m_file.fault({LAMINA_TEXT("table", "There is no column '%1'"), shownCell(name)},
                                      columnRemedy(name, columns)),
                         option));
            return;
        }
        const auto column = static_cast<std::size_t>(found - columns.begin());
        if (isUsed(column)) {
            m_faults.push_back(atOption(
                m_file.fault({LAMINA_TEXT("table", "The column '%1' is named twice"), shownCell(name)},
                             LAMINA_TEXT("table", "a column is either a feature, a target or the weight")),
                option));
            return;
        }
        m_used.push_back(column);
        into.push_back(column);
    }

    const TableFile& m_file;
    const TableWishes& m_wishes;
    std::vector<std::size_t> m_used;
    Faults m_faults;
};
} // namespace

Fault atOption(Fault fault, const char* option)
{
    fault.where.path = std::string("data.options.") + option;
    return fault;
}

Text columnRemedy(std::string_view name, const std::vector<std::string>& columns)
{
    constexpr std::size_t longest = 100; // of names that are compared
    constexpr std::size_t named = 12;
    std::vector<std::string> known;
    for (const std::string& column : columns)
        if (column.size() <= longest)
            known.push_back(column);
    if (name.size() <= longest)
        if (const std::optional<std::string> nearest = nearestName(name, known))
            return {LAMINA_TEXT("table", "do you mean '%1'?"), *nearest};
    std::string all;
    for (std::size_t i = 0; i < std::min(columns.size(), named); ++i)
        all += (i == 0 ? "" : ", ") + shownCell(columns[i]);
    if (columns.size() > named)
        all += ", …";
    return {LAMINA_TEXT("table", "the columns are: %1"), all};
}

Result<ColumnChoice> chooseColumns(const TableFile& file, const TableWishes& wishes)
{
    return Chooser(file, wishes).choose();
}

} // namespace lamina::table
