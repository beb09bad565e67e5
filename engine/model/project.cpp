#include "engine/model/project.h"

namespace lamina {

PartSpec partFrom(const Json& json)
{
    if (json.is_string())
        return {json.get<std::string>(), Json::object()};
    if (!json.is_object() || !json.contains("class_name") || !json["class_name"].is_string())
        return {};
    const auto config = json.find("config");
    return {json["class_name"].get<std::string>(), config == json.end() ? Json::object() : *config};
}

} // namespace lamina
