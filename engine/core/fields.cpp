#include "engine/core/fields.h"

#include "engine/core/listed.h"
#include "engine/core/numbers.h"

#include <algorithm>
#include <cmath>

namespace lamina {

Json spelledOut(const Field& field, const Json& value)
{
    if (field.kind != FieldKind::WholeList)
        return value;
    Json list = value.is_number()
        ? Json(std::vector<Json>(static_cast<std::size_t>(std::max(field.listLength, 1)), value))
        : value;
    if (field.inPairs && list.is_array())
        for (Json& item : list)
            if (item.is_number())
                item = Json::array({item, item});
    return list;
}

const Field* findField(std::span<const Field> fields, std::string_view name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return name == f.name; });
    return found == fields.end() ? nullptr : &*found;
}

Json defaultOf(const Field& field)
{
    return field.defaultJson ? Json::parse(field.defaultJson) : Json();
}

bool takesNull(const Field& field)
{
    return field.orNull || (field.defaultJson && std::string_view(field.defaultJson) == "null");
}

const Field& Attributes::field(std::string_view name) const
{
    const Field* found = findField(m_fields, name);
    assert(found && "asked for a field that the part does not declare");
    return *found;
}

Json Attributes::value(std::string_view name) const
{
    if (const auto given = m_config.find(name); given != m_config.end())
        return *given;
    return defaultOf(field(name));
}

bool Attributes::has(std::string_view name) const
{
    return findField(m_fields, name) != nullptr;
}

bool Attributes::isNull(std::string_view name) const
{
    return value(name).is_null();
}

Index Attributes::whole(std::string_view name) const
{
    return static_cast<Index>(value(name).get<double>());
}

double Attributes::real(std::string_view name) const
{
    return value(name).get<double>();
}

bool Attributes::flag(std::string_view name) const
{
    return value(name).get<bool>();
}

std::string Attributes::text(std::string_view name) const
{
    const Json given = value(name);
    return given.is_string() ? given.get<std::string>() : std::string();
}

std::vector<Index> Attributes::wholes(std::string_view name) const
{
    std::vector<Index> numbers;
    for (const Json& item : spelledOut(field(name), value(name))) {
        const Json group = item.is_array() ? item : Json::array({item});
        for (const Json& number : group)
            numbers.push_back(number.get<Index>());
    }
    return numbers;
}

std::vector<std::string> Attributes::texts(std::string_view name) const
{
    const Json given = value(name);
    if (given.is_string())
        return {given.get<std::string>()};
    return given.is_null() ? std::vector<std::string>() : given.get<std::vector<std::string>>();
}

std::vector<double> Attributes::reals(std::string_view name) const
{
    const Json given = value(name);
    if (given.is_number())
        return {given.get<double>()};
    return given.is_null() ? std::vector<double>() : given.get<std::vector<double>>();
}

NestedValue nestedValue(std::span<const NestedPart> parts, const Json& value)
{
    NestedValue found;
    std::string name;
    if (value.is_string()) {
        name = value.get<std::string>();
    } else if (value.is_object() && value.contains("class_name") && value["class_name"].is_string()) {
        name = value["class_name"].get<std::string>();
        if (const auto config = value.find("config"); config != value.end())
            found.config = *config;
    }
    const auto at = std::ranges::find_if(parts, [&](const NestedPart& part) {
        return name == part.className
            || std::ranges::any_of(part.aliases, [&](const char* alias) { return name == alias; });
    });
    found.part = at == parts.end() ? nullptr : &*at;
    return found;
}

namespace {
std::string shown(const Json& value)
{
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > 60)
        text = text.substr(0, 57) + "...";
    return text;
}

// Up to 2^53, beyond which neighbours become the same number.
bool isWhole(const Json& value)
{
    return value.is_number() && std::floor(value.get<double>()) == value.get<double>()
        && std::abs(value.get<double>()) <= 0x1p53;
}

// What a value of this field must be, as the end of a sentence.
Text expectation(const Field& field)
{
    if (field.orWord)
        return {LAMINA_TEXT("fields", "give a whole number, or '%1'"), field.orWord};
    switch (field.kind) {
    case FieldKind::Whole:
        return LAMINA_TEXT("fields", "give a whole number");
    case FieldKind::Real:
        return LAMINA_TEXT("fields", "give a number");
    case FieldKind::Flag:
        return LAMINA_TEXT("fields", "give true or false");
    case FieldKind::Choice:
        return {LAMINA_TEXT("fields", "give one of: %1"), listed(field.choices)};
    case FieldKind::Words:
    case FieldKind::Path:
        return LAMINA_TEXT("fields", "give a text");
    case FieldKind::WholeList:
        if (field.inPairs)
            return {LAMINA_TEXT("fields", "give a whole number, a list of %1 of them, or of %1 pairs"),
                    field.listLength};
        if (field.listLength == 0)
            return LAMINA_TEXT("fields", "give a whole number or a list of them");
        return {LAMINA_TEXT("fields", "give a whole number or a list of %1 of them"), field.listLength};
    case FieldKind::ShapeList:
        return LAMINA_TEXT("fields", "give a list of whole numbers above 0, without the batch");
    case FieldKind::TextList:
        return LAMINA_TEXT("fields", "give a list of texts");
    case FieldKind::RealList:
        if (field.listLength == 0)
            return LAMINA_TEXT("fields", "give a list of numbers");
        return {LAMINA_TEXT("fields", "give a number or a list of %1 of them"), field.listLength};
    case FieldKind::Part:
        return LAMINA_TEXT("fields", "give a name, or an object with class_name and config");
    case FieldKind::RealOrPart:
        return LAMINA_TEXT("fields", "give a number, or an object with class_name and config");
    case FieldKind::Layer:
        return LAMINA_TEXT("fields", "give an object with class_name and config");
    }
    return {};
}

bool allWhole(const Json& list)
{
    return std::all_of(list.begin(), list.end(), [](const Json& item) { return isWhole(item); });
}

// Each a whole number, or two.
bool allPairs(const Json& list)
{
    return std::all_of(list.begin(), list.end(), [](const Json& item) {
        return isWhole(item) || (item.is_array() && item.size() == 2 && allWhole(item));
    });
}

bool isPartObject(const Json& value)
{
    return value.is_object() && value.contains("class_name") && value["class_name"].is_string();
}

bool hasKind(const Field& field, const Json& value)
{
    switch (field.kind) {
    case FieldKind::Whole:
        return isWhole(value);
    case FieldKind::Real:
        return value.is_number();
    case FieldKind::Flag:
        return value.is_boolean();
    case FieldKind::Choice:
        return value.is_string()
            && std::any_of(field.choices.begin(), field.choices.end(),
                           [&](const char* choice) { return value == choice; });
    case FieldKind::Words:
    case FieldKind::Path:
        return value.is_string();
    case FieldKind::WholeList:
        return isWhole(value)
            || (value.is_array() && (allWhole(value) || (field.inPairs && allPairs(value)))
                && (field.listLength == 0 || value.size() == static_cast<std::size_t>(field.listLength)));
    case FieldKind::ShapeList:
        return value.is_array() && allWhole(value);
    case FieldKind::TextList:
        return value.is_string()
            || (value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) {
                    return item.is_string();
                }));
    case FieldKind::RealList:
        return value.is_number()
            || (value.is_array()
                && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_number(); })
                && (field.listLength == 0 || value.size() == static_cast<std::size_t>(field.listLength)));
    case FieldKind::Part:
        return value.is_string() || isPartObject(value);
    case FieldKind::RealOrPart:
        return value.is_number() || isPartObject(value);
    case FieldKind::Layer:
        return isPartObject(value);
    }
    return false;
}

bool withinLimits(const Field& field, const Json& value)
{
    if (value.is_array())
        return std::all_of(value.begin(), value.end(),
                           [&](const Json& item) { return withinLimits(field, item); });
    if (!value.is_number())
        return true;
    const double number = value.get<double>();
    return (field.minimumExcluded ? number > field.minimum : number >= field.minimum)
        && number <= field.maximum && !std::isnan(number);
}

Text limits(const Field& field)
{
    const bool below = std::isfinite(field.minimum);
    const bool above = std::isfinite(field.maximum);
    if (below && above)
        return {field.minimumExcluded ? LAMINA_TEXT("fields", "give a number above %1 and up to %2")
                                      : LAMINA_TEXT("fields", "give a number from %1 to %2"),
                field.minimum, field.maximum};
    if (below)
        return {field.minimumExcluded ? LAMINA_TEXT("fields", "give a number above %1")
                                      : LAMINA_TEXT("fields", "give a number of at least %1"),
                field.minimum};
    return {LAMINA_TEXT("fields", "give a number of at most %1"), field.maximum};
}

// A part in a field: one of those that may stand there, with settings that fit it.
Faults checkNested(const Field& field, const Json& value, const Place& where)
{
    const std::span<const NestedPart> parts = field.parts();
    const NestedValue nested = nestedValue(parts, value);
    if (!nested.part)
        return {{FaultKind::Input, Text(LAMINA_TEXT("fields", "'%1' cannot be %2"), field.name, shown(value)),
                 where,
                 Text(LAMINA_TEXT("fields", "give one of: %1"), listed(parts, &NestedPart::className))}};
    Place inside = where;
    inside.path += ".config";
    Faults faults = check(nested.part->fields, nested.config, inside);
    if (faults.empty() && nested.part->check)
        faults = nested.part->check(Attributes(nested.part->fields, nested.config), inside);
    return faults;
}
} // namespace

Faults check(std::span<const Field> fields, const Json& config, const Place& where)
{
    Faults faults;
    const auto at = [&](const std::string& key) {
        Place place = where;
        place.path += (place.path.empty() ? "" : ".") + key;
        return place;
    };
    if (!config.is_object()) {
        faults.push_back({FaultKind::Input, LAMINA_TEXT("fields", "The settings are not an object"), where,
                          LAMINA_TEXT("fields", "write them as { \"name\": value }")});
        return faults;
    }
    for (const auto& [key, value] : config.items()) {
        const Field* field = findField(fields, key);
        if (!field) {
            const std::string names = listed(fields, &Field::name);
            faults.push_back({FaultKind::Input,
                              Text(LAMINA_TEXT("fields", "There is no setting '%1' here"), key), at(key),
                              names.empty() ? Text(LAMINA_TEXT("fields", "remove it"))
                                            : Text(LAMINA_TEXT("fields", "use one of: %1"), names)});
        } else if ((value.is_null() && takesNull(*field)) || (field->orWord && value == field->orWord)) {
            continue;
        } else if (!hasKind(*field, value)) {
            faults.push_back({FaultKind::Input,
                              Text(LAMINA_TEXT("fields", "'%1' cannot be %2"), key, shown(value)), at(key),
                              expectation(*field)});
        } else if (!withinLimits(*field, value)) {
            faults.push_back({FaultKind::Input,
                              Text(LAMINA_TEXT("fields", "'%1' cannot be %2"), key, shown(value)), at(key),
                              limits(*field)});
        } else if (field->parts && (value.is_string() || value.is_object())) {
            append(faults, checkNested(*field, value, at(key)));
        }
    }
    for (const Field& field : fields)
        if (!field.defaultJson && !config.contains(field.name))
            faults.push_back({FaultKind::Input, Text(LAMINA_TEXT("fields", "'%1' is missing"), field.name),
                              at(field.name), expectation(field)});
    return faults;
}

} // namespace lamina
