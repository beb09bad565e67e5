#include "engine/formats/keras_extras.h"

namespace lamina {

std::string extrasText(const ModelExtras& extras, const keras::Renaming& own)
{
    Json preprocess = Json::array();
    for (const PartSpec& step : extras.preprocess)
        preprocess.push_back({{"class_name", step.className}, {"config", step.config}});
    Json json{{"version", 1},
              {"preprocess", preprocess},
              {"input", extras.input},
              {"class_names", extras.classNames},
              {"learned", extras.learned},
              {"source", extras.source}};
    if (!own.empty())
        json["layer_names"] = own;
    return json.dump();
}

std::optional<ModelExtras> parseExtras(const std::string& text, keras::Renaming& own)
{
    ModelExtras extras;
    const Json json = Json::parse(text, nullptr, false);
    try {
        for (const Json& step : json.at("preprocess"))
            extras.preprocess.push_back({step.at("class_name"), step.at("config")});
        extras.input = json.at("input");
        extras.classNames = json.at("class_names").get<std::vector<std::string>>();
        if (json.contains("learned")) // newer than the rest
            extras.learned = json["learned"].get<std::vector<Json>>();
        extras.source = json.value("source", Json());
        own = json.value("layer_names", keras::Renaming());
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    return extras;
}

} // namespace lamina
