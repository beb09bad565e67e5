// Fields that many layers share, declared once. All of them carry Keras' names and defaults.
#pragma once

#include "engine/core/field_makers.h"
#include "engine/kernels/activation.h"
#include "engine/kernels/window.h"
#include "engine/model/constraints.h"
#include "engine/model/initializers.h"
#include "engine/model/layer_type.h"
#include "engine/model/regularizers.h"

#include <array>

namespace lamina::fields {

inline constexpr std::array paddingChoices{"valid", "same"};
inline constexpr std::array dataFormatChoices{"channels_last"};

// As many whole numbers above 0 as there are axes.
inline Field sizes(int axes, const char* name, const char* byDefault, TextId label, TextId help,
                   bool orNull = false)
{
    return {.name = name,
            .kind = FieldKind::WholeList,
            .defaultJson = byDefault,
            .label = label,
            .help = help,
            .minimum = 1,
            .maximum = 1024,
            .listLength = axes,
            .orNull = orNull};
}

// Two whole numbers above 0, for height and width.
inline Field pair(const char* name, const char* byDefault, TextId label, TextId help, bool orNull = false)
{
    return sizes(2, name, byDefault, label, help, orNull);
}

inline Field dataFormat()
{
    return choice("data_format", "\"channels_last\"", dataFormatChoices, LAMINA_TEXT("fields", "Data format"),
                  LAMINA_TEXT("fields", "Where the channels stand: in Lamina always last"));
}

inline Field activation()
{
    return choice("activation", "\"linear\"", activationNames(), LAMINA_TEXT("fields", "Activation"),
                  LAMINA_TEXT("fields", "Function applied to each output"));
}

inline Field padding()
{
    return choice(
        "padding", "\"valid\"", paddingChoices, LAMINA_TEXT("fields", "Padding"),
        LAMINA_TEXT("fields",
                    "valid: only whole windows; same: zeros around, so that a stride of 1 keeps the size"));
}

inline Field useBias()
{
    return flag("use_bias", "true", LAMINA_TEXT("fields", "Bias"),
                LAMINA_TEXT("fields", "Add a trained number to each output"));
}

inline Field initializer(const char* name, const char* byDefault, TextId label)
{
    return {.name = name,
            .kind = FieldKind::Part,
            .defaultJson = byDefault,
            .label = label,
            .help = LAMINA_TEXT("fields", "How the values start"),
            .choices = initializerNames()};
}

inline Field seed()
{
    return {.name = "seed",
            .kind = FieldKind::Whole,
            .defaultJson = "null",
            .label = LAMINA_TEXT("fields", "Seed"),
            .help = LAMINA_TEXT("fields", "Makes what is random here independent of the project's seed"),
            .minimum = -9007199254740992.0, // what JSON numbers hold exactly
            .maximum = 9007199254740992.0,
            .orNull = true};
}

inline std::optional<std::uint64_t> seedOf(const Attributes& attributes)
{
    if (attributes.isNull("seed"))
        return std::nullopt;
    return static_cast<std::uint64_t>(attributes.whole("seed"));
}

inline Field regularizer(const char* name, TextId label)
{
    return {.name = name,
            .kind = FieldKind::Part,
            .defaultJson = "null",
            .label = label,
            .help = LAMINA_TEXT("fields", "A penalty on large values, added to the loss"),
            .orNull = true,
            .parts = regularizerParts};
}

inline Field constraint(const char* name, TextId label)
{
    return {.name = name,
            .kind = FieldKind::Part,
            .defaultJson = "null",
            .label = label,
            .help = LAMINA_TEXT("fields", "What the values are brought back to after each update"),
            .orNull = true,
            .parts = constraintParts};
}

// A variable whose settings are the fields <name>_initializer, <name>_regularizer and <name>_constraint, as
// far as the layer declares them.
inline ParameterSpec parameter(const Attributes& attributes, const std::string& name, Shape shape)
{
    const auto given = [&](const char* what) {
        return attributes.has(name + what) ? attributes.value(name + what) : Json();
    };
    return {.name = name,
            .shape = std::move(shape),
            .initializer = given("_initializer"),
            .regularizer = given("_regularizer"),
            .constraint = given("_constraint")};
}

inline Padding paddingOf(const Attributes& attributes)
{
    return attributes.text("padding") == "same" ? Padding::Same : Padding::Valid;
}

} // namespace lamina::fields
