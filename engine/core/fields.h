// The fields that a part (layer, loss, optimizer, callback, data source …) declares, once, for everybody: the
// inspector's form, the project file, validation, summary and Keras' reader and writer are made from them.
#pragma once

#include "engine/core/fault.h"
#include "engine/core/json.h"
#include "engine/core/shape.h"

#include <limits>
#include <span>

namespace lamina {

enum class FieldKind {
    Whole, // a whole number
    Real, // a number
    Flag, // true or false
    Choice, // one of choices()
    Words, // any text
    WholeList, // listLength whole numbers; a single one stands for all of them, as in Keras. 0: any number
    ShapeList, // a shape without the batch
    TextList, // any number of texts; a single one may stand without brackets
    RealList, // numbers, any number of them; or, with a listLength, as many or one, whose meaning the part
              // says
    Part, // a string, or {class_name, config}: initialisers, regularisers
    RealOrPart, // a number, or {class_name, config}: a learning rate or its schedule
    Path, // a file or folder
    Layer, // a layer inside this one: {class_name, config}, as Keras writes it
};

struct NestedPart;

// Default values are JSON texts, so that every kind fits one constant: "3", "\"valid\"", "[1, 1]", "null".
struct Field {
    const char* name; // Keras' name; stands in files: never renamed
    FieldKind kind;
    const char* defaultJson; // nullptr: must be given
    TextId label;
    TextId help; // one line
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    int listLength = 0;
    std::span<const char* const> choices{};
    bool orNull = false; // null is a value of its own ("as pool_size")
    bool minimumExcluded = false;
    const char* orWord = nullptr; // a word that may stand instead of a number ("epoch")
    bool inPairs = false; // WholeList: each number may be two, before and after: [[1, 1], [2, 2]]
    // What may stand in a Part or RealOrPart, with the fields of each: checked and edited as the rest. Null:
    // whoever reads the field knows.
    std::span<const NestedPart> (*parts)() = nullptr;
};

Json defaultOf(const Field& field); // null where a value must be given
bool takesNull(const Field& field);

// What was given for a part's fields, with the defaults behind it. Checked before it is asked.
class Attributes {
public:
    Attributes(std::span<const Field> fields, const Json& config) : m_fields(fields), m_config(config) { }

    Index whole(std::string_view name) const;
    double real(std::string_view name) const;
    bool flag(std::string_view name) const;
    std::string text(std::string_view name) const; // Choice, Words, Path
    // WholeList (spread to listLength; twice as many where they come in pairs), ShapeList
    std::vector<Index> wholes(std::string_view name) const;
    std::vector<double> reals(std::string_view name) const; // RealList: the number, or all of the list
    std::vector<std::string> texts(std::string_view name) const;
    Json value(std::string_view name) const; // as given, else the default
    bool isNull(std::string_view name) const;
    bool has(std::string_view name) const; // declared at all

private:
    const Field& field(std::string_view name) const;
    std::span<const Field> m_fields;
    Json m_config;
};

// A WholeList with every number written out, as Keras writes it: 3 → [3, 3], and in pairs [1, 2] →
// [[1, 1], [2, 2]]. Anything else as it is.
Json spelledOut(const Field& field, const Json& value);

// A part that stands in a field of another.
struct NestedPart {
    const char* className; // as files have it
    std::span<const char* const> aliases;
    TextId label;
    TextId help;
    std::span<const Field> fields;
    Faults (*check)(const Attributes&, const Place&) = nullptr; // what the fields alone cannot tell
};

// The part that a field's value names and its settings; nullptr if it names none of these.
struct NestedValue {
    const NestedPart* part = nullptr;
    Json config = Json::object();
};
NestedValue nestedValue(std::span<const NestedPart> parts, const Json& value);

const Field* findField(std::span<const Field> fields, std::string_view name);

// Unknown keys, wrong kinds, values out of limits, missing ones: each a fault at `where.path` + "." + key.
Faults check(std::span<const Field> fields, const Json& config, const Place& where);

} // namespace lamina
