// A sample that somebody types in, cell by cell: what each cell takes, and the numbers that come of it.
#pragma once

#include "engine/data/dataset.h"

#include <optional>

namespace lamina {

struct RowCell {
    enum class Kind {
        Number,
        Choice, // one of `choices`
        Letters, // a text: a sequence of them
        Words,
    };
    std::string name{};
    Kind kind = Kind::Number;
    std::vector<std::string> choices{}; // or the letters or words that are known
    bool oneHot = false; // a row with a single 1, for a Choice or for each token; else its number
    Index length = 1; // tokens of a sequence
    // The CellValue::number of a cell without a value, as the table fills it; nothing: one has to be there.
    std::optional<double> missing{};
    bool padBefore = true;
};

struct CellValue {
    double number = 0; // of a Choice: its place
    std::string text; // of Letters and Words
    bool operator==(const CellValue&) const = default;
};

class RowInput {
public:
    // Nothing where a sample is too large to be typed (more than 256 cells), or is no single row of cells: a
    // picture, several inputs.
    static std::optional<RowInput> make(const DataParts& parts);

    const std::vector<RowCell>& cells() const { return m_cells; }
    Index elements() const; // of the input
    // Whether the project's preprocessing applies: not to numbers that stand for things.
    bool isPrepared() const { return m_prepared; }
    // A value a cell; texts are cut and filled up as the table's are.
    std::vector<float> numbers(const std::vector<CellValue>& values) const;
    // What stood in the cells of a sample, as far as it can be told: what is unknown becomes an empty square.
    // numbers() makes the same sample of it.
    std::vector<CellValue> valuesOf(std::span<const float> numbers) const;

private:
    std::vector<RowCell> m_cells;
    bool m_prepared = true;
};

} // namespace lamina
