#include "engine/data/table/learn_schema.h"

#include "engine/core/listed.h"
#include "engine/core/numbers.h"
#include "engine/data/table/cell.h"
#include "engine/data/table/choose_columns.h"

#include <algorithm>
#include <cmath>

namespace lamina::table {

namespace {
constexpr std::size_t mostFeatureValues = 1000;
constexpr std::size_t mostSmallClasses =
    20; // whole numbers from 0 that are taken for classes without being told
// Fewer texts than this among numbers are slips of the pen, not categories.
constexpr double slips = 0.05;

class Learner {
public:
    Learner(const TableFile& file, const TableWishes& wishes, const TableSurvey& survey)
        : m_file(file), m_wishes(wishes), m_survey(survey)
    {
    }

    Result<LearnedTable> learn(const ColumnChoice& choice)
    {
        m_learned.rows = m_survey.rows;
        TableSchema& schema = m_learned.schema;
        schema.weight = choice.weight ? m_file.columns()[*choice.weight] : std::string();
        schema.missing = m_wishes.missing;
        schema.separate = m_wishes.separate;
        schema.oneHot = m_wishes.oneHot;
        schema.padBefore = m_wishes.padBefore;
        schema.shape = m_wishes.shape;
        schema.file = m_wishes.file;
        if (m_survey.rows == 0)
            return noRows();
        if (m_survey.dropped > 0)
            note({LAMINA_TEXT("table", "%1 of %2 rows lack a value and are left out"),
                  static_cast<long>(m_survey.dropped), static_cast<long>(m_survey.dropped + m_survey.rows)});
        std::size_t next = 0;
        for (std::size_t i = 0; i < choice.features.size(); ++i)
            feature(m_survey.columns[next++], choice.featuresNamed);
        for (std::size_t i = 0; i < choice.targets.size(); ++i)
            target(m_survey.columns[next++], choice);
        if (choice.weight)
            weight(m_survey.columns[next]);
        if (m_faults.empty() && schema.features.empty())
            return atOption(m_file.fault(LAMINA_TEXT("table", "No column can be a feature"),
                                         LAMINA_TEXT("table", "name the columns to learn from")),
                            "features");
        if (m_faults.empty())
            checkShape();
        if (!m_faults.empty())
            return m_faults;
        return std::move(m_learned);
    }

private:
    const std::string& nameOf(const ColumnSurvey& survey) const { return m_file.columns()[survey.column]; }
    void note(Text text) { m_learned.notes.push_back(std::move(text)); }
    void add(Text what, Text remedy, Index row = 0)
    {
        m_faults.push_back(m_file.fault(std::move(what), std::move(remedy), row));
    }

    Fault noRows() const
    {
        if (m_survey.dropped > 0)
            return m_file.fault(
                {LAMINA_TEXT("table", "Each of the %1 rows lacks a value"),
                 static_cast<long>(m_survey.dropped)},
                LAMINA_TEXT("table", "set missing to \"mean\", or leave out the columns that are empty"));
        return m_file.fault(LAMINA_TEXT("table", "The table has column names and no rows"),
                            LAMINA_TEXT("table", "choose a table with a row for each sample"));
    }

    bool complete(const ColumnSurvey& survey, bool mayLack)
    {
        if (survey.missing == 0 || mayLack)
            return true;
        Fault fault =
            m_file.fault({survey.missing > static_cast<Index>(survey.missingRows.size())
                              ? LAMINA_TEXT("table", "The column '%1' has no value in %2 rows, such as %3")
                              : LAMINA_TEXT("table", "The column '%1' has no value in %2 row(s): %3"),
                          shownCell(nameOf(survey)), static_cast<long>(survey.missing),
                          listed(survey.missingRows, [](Index row) { return std::to_string(row); })},
                         LAMINA_TEXT("table", "complete them, or set missing to \"drop\" or \"mean\""));
        fault.where.path = "row " + std::to_string(survey.missingRows[0]);
        m_faults.push_back(std::move(fault));
        return false;
    }

    // A column of numbers with a few texts in it.
    bool isSlip(const ColumnSurvey& survey) const
    {
        return survey.numbers > 0
            && static_cast<double>(survey.texts) < slips * static_cast<double>(survey.numbers);
    }

    void slip(const ColumnSurvey& survey)
    {
        add({LAMINA_TEXT("table", "The column '%1' holds '%2', and %3 other rows hold numbers there"),
             shownCell(nameOf(survey)), shownCell(survey.firstText), static_cast<long>(survey.numbers)},
            LAMINA_TEXT("table", "correct it, or leave the column out"), survey.firstTextRow);
    }

    void feature(const ColumnSurvey& survey, bool named)
    {
        const std::string& name = nameOf(survey);
        if (survey.missing == m_survey.rows) {
            if (named)
                add({LAMINA_TEXT("table", "The column '%1' is empty"), shownCell(name)},
                    LAMINA_TEXT("table", "leave it out"));
            else
                note({LAMINA_TEXT("table", "The column '%1' is empty and is left out"), shownCell(name)});
            return;
        }
        if (!complete(survey, m_wishes.missing == Missing::Mean))
            return;
        Column column;
        column.name = name;
        if (!survey.isText()) {
            column.whole = survey.whole && survey.missing == 0;
            column.low = survey.low;
            column.high = survey.high;
        } else if (isSlip(survey)) {
            slip(survey);
            return;
        } else if (survey.sequence != ColumnKind::Number) {
            sequence(survey, column);
        } else if (survey.tooMany || survey.values.size() > mostFeatureValues) {
            const std::string count = (survey.tooMany ? "> " : "")
                + std::to_string(survey.tooMany ? mostDifferentValues : survey.values.size());
            if (named)
                add({LAMINA_TEXT("table",
                                 "The column '%1' holds %2 different texts, too many for categories"),
                     shownCell(name), count},
                    LAMINA_TEXT("table", "leave it out, or set text to \"words\" or \"letters\""));
            else
                note({LAMINA_TEXT("table", "The column '%1' holds %2 different texts and is left out"),
                      shownCell(name), count});
            return;
        } else {
            column.kind = ColumnKind::Category;
            column.values = sortedTexts(survey);
        }
        m_learned.schema.features.push_back(std::move(column));
    }

    void sequence(const ColumnSurvey& survey, Column& column) const
    {
        column.kind = survey.sequence;
        column.length =
            m_wishes.sequenceLength > 0 ? m_wishes.sequenceLength : std::max<Index>(survey.longest, 1);
        std::vector<const TextMap<TokenCount>::value_type*> tokens;
        for (const auto& token : survey.tokens)
            tokens.push_back(&token);
        // The most frequent first; of equals the one met first, as Keras' Tokenizer numbers them.
        std::sort(tokens.begin(), tokens.end(), [](const auto* a, const auto* b) {
            return a->second.count != b->second.count ? a->second.count > b->second.count
                                                      : a->second.first < b->second.first;
        });
        if (m_wishes.vocabulary > 0 && static_cast<std::size_t>(m_wishes.vocabulary) < tokens.size())
            tokens.resize(static_cast<std::size_t>(m_wishes.vocabulary));
        for (const auto* token : tokens)
            column.values.push_back(token->first);
    }

    static std::vector<std::string> sortedTexts(const ColumnSurvey& survey)
    {
        std::vector<std::string> values;
        for (const auto& [value, count] : survey.values)
            values.push_back(value);
        std::sort(values.begin(), values.end());
        return values;
    }

    // Numbers as classes: by size, each written in its shortest way.
    std::vector<std::string> sortedNumbers(const ColumnSurvey& survey) const
    {
        std::vector<double> numbers;
        for (const auto& [value, count] : survey.values)
            numbers.push_back(*numberIn(value, m_file.format().decimalComma()) + 0.0); // -0 is 0
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        std::vector<std::string> names;
        for (const double number : numbers)
            names.push_back(shortest(number));
        return names;
    }

    // Class numbers as they are wanted: 0, 1, 2 … without a gap.
    static bool countsFromZero(const ColumnSurvey& survey, std::size_t different)
    {
        return survey.whole && survey.low == 0 && survey.high == static_cast<double>(different) - 1;
    }

    void target(const ColumnSurvey& survey, const ColumnChoice& choice)
    {
        if (!complete(survey, false))
            return;
        Column column;
        column.name = nameOf(survey);
        column.whole = survey.whole;
        column.low = survey.low;
        column.high = survey.high;
        if (survey.isText() && isSlip(survey)) {
            slip(survey);
            return;
        }
        if (survey.isText() && m_wishes.targetKind == TargetKind::Number) {
            add({LAMINA_TEXT("table", "The target '%1' is to be a number, and holds '%2'"),
                 shownCell(column.name), shownCell(survey.firstText)},
                LAMINA_TEXT("table", "set target_kind to \"class\", or choose another target"),
                survey.firstTextRow);
            return;
        }
        const bool asClass = survey.isText() || m_wishes.targetKind == TargetKind::Class;
        if (asClass && survey.tooMany) {
            add({LAMINA_TEXT("table",
                             "The target '%1' holds more than %2 different values, too many for classes"),
                 shownCell(column.name), mostDifferentValues},
                LAMINA_TEXT("table", "choose another target, or set target_kind to \"number\""));
            return;
        }
        if (survey.isText()) {
            column.kind = ColumnKind::Category;
            column.values = sortedTexts(survey);
        } else if (m_wishes.targetKind != TargetKind::Number && !survey.tooMany) {
            std::vector<std::string> names = sortedNumbers(survey);
            const std::vector<std::string>& given = m_file.format().classNames;
            const bool counts = countsFromZero(survey, names.size());
            if (counts && names.size() == given.size() && survey.column + 1 == m_file.columns().size())
                column.classNames = given;
            const bool few = counts && names.size() >= 2 && names.size() <= mostSmallClasses;
            if (asClass || few || !column.classNames.empty()) {
                column.kind = ColumnKind::Category;
                column.values = std::move(names);
            }
        }
        if (column.kind == ColumnKind::Category && column.values.size() == 1)
            note(
                {LAMINA_TEXT("table", "The target '%1' is '%2' in every row: there is nothing to tell apart"),
                 shownCell(column.name), shownCell(column.values[0])});
        if (choice.targets.size() > 1 && column.kind == ColumnKind::Category
            && m_wishes.targetKind == TargetKind::Auto && !survey.isText() && !m_wishes.separate)
            column.kind = ColumnKind::Number; // several 0 or 1 side by side are one target of several numbers
        m_learned.schema.targets.push_back(std::move(column));
    }

    void weight(const ColumnSurvey& survey)
    {
        if (!complete(survey, false))
            return;
        if (survey.isText())
            add({LAMINA_TEXT("table", "The weight '%1' holds '%2', which is no number"),
                 shownCell(nameOf(survey)), shownCell(survey.firstText)},
                LAMINA_TEXT("table", "choose a column of numbers from 0 upwards"), survey.firstTextRow);
        else if (survey.low < 0)
            add({LAMINA_TEXT("table", "The weight '%1' falls to %2"), shownCell(nameOf(survey)), survey.low},
                LAMINA_TEXT("table", "choose a column of numbers from 0 upwards"));
    }

    void checkShape()
    {
        const TableSchema& schema = m_learned.schema;
        if (schema.shape.rank() == 0)
            return;
        Index elements = 0;
        for (const Column& column : schema.features)
            elements += column.isSequence() || schema.separate ? 0 : elementsOf(column, schema);
        double wanted = 1; // sizes of a project file may be of any size
        for (const Index size : schema.shape.sizes())
            wanted *= static_cast<double>(size);
        if (wanted != static_cast<double>(elements))
            m_faults.push_back(atOption(
                m_file.fault({LAMINA_TEXT("table", "The features are %1 numbers, and the shape %2 takes %3"),
                              static_cast<long>(elements), schema.shape.text(), wanted},
                             LAMINA_TEXT("table", "give sizes whose product is the number of features")),
                "shape"));
    }

    const TableFile& m_file;
    const TableWishes& m_wishes;
    const TableSurvey& m_survey;
    LearnedTable m_learned;
    Faults m_faults;
};
} // namespace

Result<LearnedTable> learnSchema(TableFile& file, const TableWishes& wishes)
{
    Result<ColumnChoice> choice = chooseColumns(file, wishes);
    if (!choice)
        return choice.faults();
    TableSurvey survey;
    const bool optional = wishes.missing == Missing::Mean;
    const bool sequences = wishes.texts != ColumnKind::Category;
    for (const std::size_t column : choice->features)
        survey.columns.push_back({.column = column,
                                  .required = !optional,
                                  .sequence = sequences ? wishes.texts : ColumnKind::Number});
    for (const std::size_t column : choice->targets)
        survey.columns.push_back({.column = column});
    if (choice->weight)
        survey.columns.push_back({.column = *choice->weight});
    if (Result<void> done = surveyRows(file, wishes.missing, survey); !done)
        return done.faults();
    Result<LearnedTable> learned = Learner(file, wishes, survey).learn(*choice);
    if (learned) {
        std::vector<Text> notes = file.format().notes;
        notes.insert(notes.end(), learned->notes.begin(), learned->notes.end());
        learned->notes = std::move(notes);
    }
    return learned;
}

} // namespace lamina::table
