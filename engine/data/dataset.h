// Data addressed by sample. A sample is a row of named fields, each with a kind and a shape; nothing assumes
// that a set fits in memory or that samples are alike in size.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/core/shape.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace lamina {

enum class DataKind {
    Numbers, // floats of a fixed shape
    Class, // one number, an index into classNames
    Tokens, // a sequence of ids, of any length
    Words, // a text, UTF-8
    Boxes, // rectangles with a class each
    Picture, // still encoded: the bytes of a file
};

struct DataField {
    std::string name; // "image", "label", a column's name
    DataKind kind = DataKind::Numbers;
    Shape shape; // of Numbers; empty otherwise
    // Of Class and Boxes; empty: the index is the name. Of Numbers that are ids, or one-hot along the last
    // axis: what each id stands for.
    std::vector<std::string> classNames;
    bool ids = false; // numbers that stand for things, such as words: preprocessing leaves them alone
    std::vector<std::string> elementNames{}; // of Numbers in one row, as a table's columns; may be empty

    bool operator==(const DataField&) const = default;
};

struct Box {
    float x = 0, y = 0, width = 0, height = 0; // pixels, from the top left
    int classIndex = 0;
};

using FieldValue = std::variant<std::vector<float>, std::vector<std::int64_t>, std::string, std::vector<Box>,
                                std::vector<std::uint8_t>>;

class Dataset {
public:
    virtual ~Dataset() = default;

    virtual Index size() const = 0;
    virtual const std::vector<DataField>& fields() const = 0;

    // Numbers and classes, straight into a batch: shape.elements() floats, or one. May be called from many
    // threads at once.
    virtual Result<void> readNumbers(Index sample, int field, std::span<float> into) const = 0;
    // Any kind. The default serves Numbers (floats) and Class (one whole number) from readNumbers().
    virtual Result<FieldValue> read(Index sample, int field) const;
    // A name for messages and lists: a file's name, "row 12", or the index.
    virtual std::string sampleName(Index sample) const { return std::to_string(sample); }

    int fieldIndex(std::string_view name) const; // -1: there is none

protected:
    Dataset() = default;
    Dataset(const Dataset&) = default;
    Dataset& operator=(const Dataset&) = default;
};

using DatasetPtr = std::shared_ptr<const Dataset>;

// A part of another set: samples first … first + count - 1.
DatasetPtr slice(DatasetPtr whole, Index first, Index count);

// What a source gives: the parts, and which fields feed the model. A missing part is null.
struct DataParts {
    DatasetPtr train;
    DatasetPtr validation;
    DatasetPtr test;
    std::vector<std::string> inputFields; // one for each input of the model
    std::vector<std::string> targetFields; // one for each output
    std::string weightField; // how much each sample counts in the loss, or empty: all the same
    std::vector<std::string> notes; // warnings to show, already in words
    Json learned{}; // what the source learned of its columns, to be kept with the model; null: nothing
};

} // namespace lamina
