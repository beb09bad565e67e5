#include "engine/formats/keras_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lamina::keras {

namespace {
struct ClassWord {
    std::string_view theirs;
    std::string_view own;
};
constexpr std::array classWords{
    ClassWord{"Model", "Functional"}, // before 2.4
    ClassWord{"Network", "Functional"},
    ClassWord{"Convolution1D", "Conv1D"}, // Keras 1, still aliases
    ClassWord{"Convolution2D", "Conv2D"},
    ClassWord{"SeparableConvolution2D", "SeparableConv2D"},
    ClassWord{"Deconvolution2D", "Conv2DTranspose"},
    ClassWord{"Convolution2DTranspose", "Conv2DTranspose"},
    ClassWord{"MaxPool1D", "MaxPooling1D"},
    ClassWord{"MaxPool2D", "MaxPooling2D"},
    ClassWord{"AvgPool1D", "AveragePooling1D"},
    ClassWord{"AvgPool2D", "AveragePooling2D"},
    ClassWord{"GlobalAvgPool1D", "GlobalAveragePooling1D"},
    ClassWord{"GlobalAvgPool2D", "GlobalAveragePooling2D"},
    ClassWord{"GlobalMaxPool1D", "GlobalMaxPooling1D"},
    ClassWord{"GlobalMaxPool2D", "GlobalMaxPooling2D"},
    ClassWord{"BatchNormalizationV1", "BatchNormalization"},
    ClassWord{"BatchNormalizationV2", "BatchNormalization"},
    ClassWord{"SyncBatchNormalization", "BatchNormalization"}, // on one machine the same
    ClassWord{"LSTMV2", "LSTM"}, // TensorFlow's own names of a while
    ClassWord{"GRUV2", "GRU"},
};

struct KeyWord {
    std::string_view className; // empty: any
    std::string_view theirs;
    std::string_view own;
    bool three = false; // how Keras 3 says it, also on writing
};
constexpr std::array keyWords{
    KeyWord{"LeakyReLU", "negative_slope", "alpha", true},
    KeyWord{"", "lr", "learning_rate"}, // optimizers before 2.3
    KeyWord{"", "output_dim", "units"}, // Keras 1, from here on
    KeyWord{"", "nb_filter", "filters"},
    KeyWord{"", "filter_length", "kernel_size"},
    KeyWord{"", "subsample", "strides"},
    KeyWord{"", "subsample_length", "strides"},
    KeyWord{"", "border_mode", "padding"},
    KeyWord{"", "bias", "use_bias"},
    KeyWord{"", "init", "kernel_initializer"},
    KeyWord{"", "inner_init", "recurrent_initializer"},
    KeyWord{"", "inner_activation", "recurrent_activation"},
    KeyWord{"", "W_regularizer", "kernel_regularizer"},
    KeyWord{"", "U_regularizer", "recurrent_regularizer"},
    KeyWord{"", "b_regularizer", "bias_regularizer"},
    KeyWord{"", "W_constraint", "kernel_constraint"},
    KeyWord{"", "b_constraint", "bias_constraint"},
    KeyWord{"", "dropout_W", "dropout"},
    KeyWord{"", "dropout_U", "recurrent_dropout"},
    KeyWord{"", "pool_length", "pool_size"},
    KeyWord{"", "stride", "strides"},
    KeyWord{"Dropout", "p", "rate"},
    KeyWord{"GaussianNoise", "sigma", "stddev"},
};

// Of layers and optimizers alike. Seeds are Lamina's own: a layer's comes from the project's.
constexpr std::array quietKeys{"name",
                               "trainable",
                               "dtype",
                               "batch_input_shape",
                               "batch_shape",
                               "input_shape",
                               "ragged",
                               "sparse",
                               "input_dtype",
                               "build_config",
                               "registered_name",
                               "module",
                               "optional",
                               "seed",
                               "input_dim",
                               "input_length",
                               "implementation",
                               "unroll",
                               "consume_less",
                               "use_cudnn",
                               "autocast",
                               "shared_object_id",
                               "fused",
                               "synchronized",
                               "quantization_config",
                               "is_graph_network",
                               "force_generator"};

struct Missing {
    std::string_view className;
    std::string_view key;
    const char* meant; // JSON
};
constexpr std::array missing{
    Missing{"GRU", "reset_after", "false"}, // the only kind there was before 2.1.3
};

struct ActivationWord {
    std::string_view theirs;
    std::string_view own;
};
constexpr std::array activationWords{ActivationWord{"silu", "swish"}};

// What an initialiser's name alone stands for; Keras spells it out.
struct PartDefault {
    std::string_view name;
    const char* settings; // JSON
};
constexpr std::array partDefaults{PartDefault{"orthogonal", R"({"gain": 1.0})"},
                                  PartDefault{"identity", R"({"gain": 1.0})"},
                                  PartDefault{"random_uniform", R"({"minval": -0.05, "maxval": 0.05})"},
                                  PartDefault{"random_normal", R"({"mean": 0.0, "stddev": 0.05})"},
                                  PartDefault{"truncated_normal", R"({"mean": 0.0, "stddev": 0.05})"}};

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
} // namespace

std::string ownClass(std::string className)
{
    if (const std::size_t package = className.rfind('>'); package != std::string::npos)
        className.erase(0, package + 1);
    for (const ClassWord& word : classWords)
        if (word.theirs == className)
            return std::string(word.own);
    return className;
}

std::string ownKey(std::string_view className, std::string_view key)
{
    for (const KeyWord& word : keyWords)
        if (word.theirs == key && (word.className.empty() || word.className == className))
            return std::string(word.own);
    return std::string(key);
}

std::string versionKey(std::string_view className, std::string_view key, Version version)
{
    for (const KeyWord& word : keyWords)
        if (version == Version::Three && word.three && word.own == key && word.className == className)
            return std::string(word.theirs);
    return std::string(key);
}

bool changesNothing(std::string_view key, const Json& value)
{
    if (std::find(quietKeys.begin(), quietKeys.end(), key) != quietKeys.end() || value.is_null()
        || value == false || value == "channels_last")
        return true;
    if (key == "groups")
        return value == 1;
    if (key == "dilation_rate") // of a layer that has none here
        return value == 1 || value == Json::array({1}) || value == Json::array({1, 1});
    return false;
}

Json meaningOfMissing(std::string_view className, std::string_view key)
{
    for (const Missing& each : missing)
        if (each.className == className && each.key == key)
            return Json::parse(each.meant);
    return nullptr;
}

Json ownActivation(const Json& value)
{
    Json name = value;
    if (value.is_object()) {
        name = value.value("class_name", Json());
        if (name == "function" || name == "Activation")
            name = value.value("config", Json());
        if (name.is_object())
            name = name.value("activation", Json());
    }
    if (name.is_null())
        return "linear";
    for (const ActivationWord& word : activationWords)
        if (name == word.theirs)
            return std::string(word.own);
    return name;
}

Json ownPart(const Json& part)
{
    if (part.is_string())
        return snakeCase(part.get<std::string>());
    if (!part.is_object() || !part.value("class_name", Json()).is_string())
        return part;
    std::string name = snakeCase(ownClass(part["class_name"].get<std::string>()));
    Json given = part.value("config", Json::object());
    if (name == "function" && given.is_string())
        return given;
    Json settings = Json::object();
    if (given.is_object())
        for (const auto& [key, value] : given.items()) {
            const bool seedObject = key == "seed" && value.is_object(); // a generator of Keras 3's
            if (!value.is_null() && key != "dtype" && key != "name" && !seedObject)
                settings[key] = value;
        }
    // What Keras before 2.4 wrote for its glorot, he and lecun initialisers.
    if (name == "variance_scaling" && settings.size() == 3) {
        const auto is = [&](double scale, const char* mode, const char* distribution) {
            return settings == Json{{"scale", scale}, {"mode", mode}, {"distribution", distribution}};
        };
        for (const bool uniform : {true, false}) {
            const char* distribution = uniform ? "uniform" : "normal";
            const std::string end = uniform ? "_uniform" : "_normal";
            if (is(1.0, "fan_avg", distribution))
                return "glorot" + end;
            if (is(2.0, "fan_in", distribution))
                return "he" + end;
            if (is(1.0, "fan_in", distribution))
                return "lecun" + end;
        }
    }
    for (const PartDefault& usual : partDefaults)
        if (usual.name == name && settings == Json::parse(usual.settings))
            return name;
    if (settings.empty())
        return name;
    return {{"class_name", name}, {"config", settings}};
}

std::string snakeCase(std::string_view camel)
{
    std::string snake;
    for (const char c : camel) {
        if (isUpper(c) && !snake.empty() && snake.back() != '_')
            snake += '_';
        snake += lower(c);
    }
    return snake;
}

std::string camelCase(std::string_view snake)
{
    std::string camel;
    bool up = true;
    for (const char c : snake) {
        if (c != '_')
            camel += up && isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
        up = c == '_';
    }
    return camel;
}

// Two rules one after the other: a line before a capital that small letters follow, then one between a small
// letter and a capital.
std::string groupName(std::string_view className)
{
    std::string first;
    for (std::size_t i = 0; i < className.size(); ++i) {
        const bool word =
            i > 0 && isUpper(className[i]) && i + 1 < className.size() && isLower(className[i + 1]);
        if (word)
            first += '_';
        first += className[i];
    }
    std::string name;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (i > 0 && isUpper(first[i]) && isLower(first[i - 1]))
            name += '_';
        name += lower(first[i]);
    }
    return name;
}

} // namespace lamina::keras
