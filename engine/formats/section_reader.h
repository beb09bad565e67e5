// One object of a project file, read key by key; whatever is wrong is told and the reading goes on.
#pragma once

#include "engine/core/fields.h"
#include "engine/formats/part_names.h"
#include "engine/model/project.h"

namespace lamina {

class SectionReader {
public:
    // `where.path`: the object's place. Tells keys that are not among `keys`; a value that is no object reads
    // as an empty one.
    SectionReader(const Json& value, Place where, std::vector<std::string> keys, Faults& faults);

    bool isObject() const { return m_object.is_object(); }
    // The value, or nullptr where the key is missing. Null is as missing where the format allows it.
    const Json* find(const std::string& key) const;
    // The same, and a fault if it is missing.
    const Json* require(const std::string& key, TextId remedy) const;
    Place at(const std::string& key) const;

    // Missing keys leave the default; wrong kinds tell and leave it, too.
    std::string text(const std::string& key, std::string byDefault = {}) const;
    // Values that fields describe: kinds, limits and sentences are those of every other setting.
    Attributes settings(std::span<const Field> fields) const;
    // The items of a list; no list is a fault and reads as an empty one.
    std::vector<const Json*> list(const std::string& key) const;

    void fault(Text what, const std::string& key, Text remedy) const;
    Faults& faults() const { return m_faults; }

private:
    Json m_object;
    Place m_where;
    Faults& m_faults;
};

// Where what is wrong with the settings of layers and parts goes.
struct SettingFaults {
    Faults& refused; // what is no setting at all
    Faults& kept; // values that a setting cannot take, and values that are missing

    // What check() found in `config`.
    void add(std::span<const Field> fields, const Json& config, Faults found) const;
};

// A name, or {class_name, config}; the config is checked against what the part declares. Aliases stay as they
// were written. `kind` null: there is no table yet, nothing but the form is checked.
std::optional<PartSpec> readPart(const Json& value, const Place& where, const PartKind* kind,
                                 const SettingFaults& faults);

// Initialisers and the like, given as {class_name, config} inside a checked config.
void checkNestedParts(std::span<const Field> fields, const Json& config, const Place& where, Faults& faults);

} // namespace lamina
