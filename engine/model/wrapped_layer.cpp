#include "engine/model/wrapped_layer.h"

#include <algorithm>
#include <cctype>

namespace lamina {

namespace {
// What Keras writes of every layer, or of the recurrent ones, and means nothing inside a wrapper; the others
// only as long as they are false.
constexpr std::array<std::string_view, 4> idle{"name", "dtype", "batch_input_shape", "implementation"};
constexpr std::array<std::string_view, 4> idleIfFalse{"stateful", "unroll", "time_major",
                                                      "zero_output_for_mask"};

bool isIdle(std::string_view name, const Json& value)
{
    return std::ranges::find(idle, name) != idle.end()
        || (value == false && std::ranges::find(idleIfFalse, name) != idleIfFalse.end());
}

// SimpleRNN → simple_rnn.
std::string snakeCase(std::string_view name)
{
    const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    std::string snake;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool begins = upper(name[i]) && i > 0 && !upper(name[i - 1]);
        snake += begins ? "_" : "";
        snake += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
    }
    return snake;
}

Fault fault(Text what, const std::string& path, Text remedy)
{
    return {FaultKind::Input, std::move(what), {.path = path}, std::move(remedy)};
}
} // namespace

Result<WrappedLayer> readWrapped(const Json& value, const std::string& key)
{
    const std::string path = "config." + key;
    if (!value.is_object() || !value.contains("class_name") || !value["class_name"].is_string())
        return fault(LAMINA_TEXT("layers", "The layer inside is not described"), path,
                     LAMINA_TEXT("layers", "write it as {\"class_name\": …, \"config\": {…}}"));
    WrappedLayer inner;
    const std::string className = value["class_name"];
    inner.type = layers::find(className);
    if (!inner.type || !inner.type->compile)
        return fault(Text(LAMINA_TEXT("layers", "There is no layer '%1' to put inside"), className),
                     path + ".class_name", LAMINA_TEXT("layers", "name another one"));
    if (inner.type->minimumInputs > 1)
        return fault(
            Text(LAMINA_TEXT("layers", "%1 reads several inputs, and here it would get one"), className),
            path + ".class_name", LAMINA_TEXT("layers", "put a layer with one input inside"));
    const Json given = value.value("config", Json::object());
    if (!given.is_object())
        return fault(LAMINA_TEXT("layers", "The settings of the layer inside are not an object"),
                     path + ".config", LAMINA_TEXT("layers", "write them as { \"name\": value }"));
    inner.name = given.contains("name") && given["name"].is_string() ? given["name"].get<std::string>()
                                                                     : snakeCase(className);
    inner.config = Json::object();
    for (const auto& [name, setting] : given.items()) {
        if (name == "trainable" && setting.is_boolean())
            inner.trainable = setting.get<bool>();
        else if (findField(inner.type->fields, name) || !isIdle(name, setting))
            inner.config[name] = setting;
    }
    Faults faults = check(inner.type->fields, inner.config, {.path = path + ".config"});
    for (const Field& field : inner.type->fields)
        if (std::string_view(field.name).ends_with("initializer") && inner.config.contains(field.name)
            && faults.empty())
            if (const Result<void> known = checkInitializer(inner.config[field.name]); !known)
                for (Fault found : known.faults()) {
                    found.where.path = path + ".config." + field.name;
                    faults.push_back(std::move(found));
                }
    if (!faults.empty())
        return faults;
    return inner;
}

WrappedLayer wrapped(const Json& value)
{
    return *readWrapped(value, {});
}

Field wrappedField(const char* name, const char* byDefault, std::span<const char* const> choices, TextId help)
{
    return {.name = name,
            .kind = FieldKind::Layer,
            .defaultJson = byDefault,
            .label = LAMINA_TEXT("layers", "Layer inside"),
            .help = help,
            .choices = choices,
            .orNull = byDefault != nullptr};
}

} // namespace lamina
