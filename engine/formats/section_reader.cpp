#include "engine/formats/section_reader.h"

#include "engine/model/initializers.h"

#include <algorithm>

namespace lamina {

namespace {
Place inside(Place place, const std::string& key)
{
    place.path += (place.path.empty() ? "" : ".") + key;
    return place;
}
} // namespace

SectionReader::SectionReader(const Json& value, Place where, std::vector<std::string> keys, Faults& faults)
    : m_object(value), m_where(std::move(where)), m_faults(faults)
{
    if (!m_object.is_object()) {
        m_faults.push_back({FaultKind::Input, LAMINA_TEXT("project", "This is not an object"), m_where,
                            LAMINA_TEXT("project", "write it as { \"key\": value }")});
        return;
    }
    for (const auto& [key, item] : m_object.items())
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            m_faults.push_back(unknownKey(key, keys, at(key)));
}

Place SectionReader::at(const std::string& key) const
{
    return inside(m_where, key);
}

void SectionReader::fault(Text what, const std::string& key, Text remedy) const
{
    m_faults.push_back({FaultKind::Input, std::move(what), at(key), std::move(remedy)});
}

const Json* SectionReader::find(const std::string& key) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

const Json* SectionReader::require(const std::string& key, TextId remedy) const
{
    const Json* value = find(key);
    if (!value && m_object.is_object())
        fault(Text(LAMINA_TEXT("project", "'%1' is missing"), key), key, remedy);
    return value;
}

std::string SectionReader::text(const std::string& key, std::string byDefault) const
{
    const Json* value = find(key);
    if (!value)
        return byDefault;
    if (value->is_string())
        return value->get<std::string>();
    fault(Text(LAMINA_TEXT("project", "'%1' is not a text"), key), key,
          LAMINA_TEXT("project", "write it in quotation marks"));
    return byDefault;
}

Attributes SectionReader::settings(std::span<const Field> fields) const
{
    Json given = Json::object();
    for (const Field& field : fields)
        if (const Json* value = find(field.name))
            given[field.name] = *value;
    const Faults found = check(fields, given, m_where);
    for (const Field& field : fields)
        for (const Fault& each : found)
            if (each.where.path == at(field.name).path)
                given.erase(field.name);
    append(m_faults, found);
    return Attributes(fields, given);
}

std::vector<const Json*> SectionReader::list(const std::string& key) const
{
    std::vector<const Json*> items;
    const Json* value = find(key);
    if (!value)
        return items;
    if (!value->is_array()) {
        fault(Text(LAMINA_TEXT("project", "'%1' is not a list"), key), key,
              LAMINA_TEXT("project", "write it as [ … ]"));
        return items;
    }
    for (const Json& item : *value)
        items.push_back(&item);
    return items;
}

void checkNestedParts(std::span<const Field> fields, const Json& config, const Place& where, Faults& faults)
{
    if (!config.is_object())
        return;
    for (const Field& field : fields) {
        if (field.kind != FieldKind::Part || !std::string_view(field.name).ends_with("initializer"))
            continue;
        const auto given = config.find(field.name);
        const bool named = given != config.end()
            && (given->is_string()
                || (given->is_object() && given->contains("class_name")
                    && (*given)["class_name"].is_string()));
        if (!named)
            continue; // left out, or check() has said what is wrong
        if (const Result<void> known = checkInitializer(*given); !known)
            for (Fault found : known.faults()) {
                const std::string rest = found.where.path;
                found.where = inside(where, field.name);
                if (!rest.empty())
                    found.where = inside(found.where, rest);
                faults.push_back(std::move(found));
            }
    }
}

void SettingFaults::add(std::span<const Field> fields, const Json& config, Faults found) const
{
    bool known = config.is_object();
    if (known)
        for (const auto& [key, value] : config.items())
            known = known && findField(fields, key);
    append(known ? kept : refused, std::move(found));
}

std::optional<PartSpec> readPart(const Json& value, const Place& where, const PartKind* kind,
                                 const SettingFaults& faults)
{
    PartSpec part;
    Place classPlace = where;
    if (value.is_string()) {
        part.className = value.get<std::string>();
    } else if (value.is_object()) {
        const SectionReader section(value, where, {"class_name", "config"}, faults.refused);
        const Json* name = section.require(
            "class_name", LAMINA_TEXT("project", "name the class, as in \"class_name\": \"Adam\""));
        if (!name)
            return std::nullopt;
        part.className = section.text("class_name");
        classPlace = section.at("class_name");
        if (!name->is_string())
            return std::nullopt;
        if (const Json* config = section.find("config"))
            part.config = *config;
    } else {
        faults.refused.push_back(
            {FaultKind::Input, LAMINA_TEXT("project", "This is neither a name nor an object"), where,
             LAMINA_TEXT("project", "give a name, or an object with class_name and config")});
        return std::nullopt;
    }
    const Place configPlace = inside(where, "config");
    if (!part.config.is_object()) {
        faults.refused.push_back({FaultKind::Input, LAMINA_TEXT("project", "'config' is not an object"),
                                  configPlace, LAMINA_TEXT("project", "write it as { \"name\": value }")});
        return std::nullopt;
    }
    if (!kind)
        return part;
    const std::optional<KnownPart> known = kind->find(part.className);
    if (!known) {
        faults.refused.push_back(unknownPart(*kind, part.className, classPlace));
        return std::nullopt;
    }
    Faults found = check(known->fields, part.config, configPlace);
    checkNestedParts(known->fields, part.config, configPlace, found);
    if (found.empty() && known->check) {
        found = known->check(Attributes(known->fields, part.config), configPlace);
        for (Fault& each : found)
            if (each.where.file.empty())
                each.where.file = where.file;
    }
    faults.add(known->fields, part.config, std::move(found));
    return part;
}

} // namespace lamina
