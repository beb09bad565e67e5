// What the callbacks that watch one number share: their fields, which direction is better, and the number
// itself. Rules: keras_semantics 5.8, as of Keras 2.13.
#pragma once

#include "engine/core/field_makers.h"
#include "engine/core/listed.h"
#include "engine/core/numbers.h"
#include "engine/training/callback_type.h"

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace lamina::monitor {

inline constexpr std::array modes{"auto", "min", "max"};
inline constexpr double infinity = std::numeric_limits<double>::infinity();

inline Field monitorField()
{
    return {.name = "monitor",
            .kind = FieldKind::Words,
            .defaultJson = "\"val_loss\"",
            .label = LAMINA_TEXT("callbacks", "Monitor"),
            .help = LAMINA_TEXT("callbacks", "The number to watch: loss, val_loss, val_accuracy …")};
}

inline Field modeField()
{
    return {.name = "mode",
            .kind = FieldKind::Choice,
            .defaultJson = "\"auto\"",
            .label = LAMINA_TEXT("callbacks", "Mode"),
            .help = LAMINA_TEXT("callbacks", "Whether less or more is better; auto tells it by the name"),
            .choices = modes};
}

// Only how much Keras prints; Lamina says what matters either way.
inline Field verboseField()
{
    return {.name = "verbose",
            .kind = FieldKind::Whole,
            .defaultJson = "0",
            .label = LAMINA_TEXT("callbacks", "Verbose"),
            .help = LAMINA_TEXT("callbacks", "1: tell in the log about every decision"),
            .minimum = 0,
            .maximum = 2};
}

// byName: what auto makes of the name.
inline bool moreIsBetter(const Attributes& attributes, bool (*byName)(std::string_view))
{
    const std::string mode = attributes.text("mode");
    return mode == "auto" ? byName(attributes.text("monitor")) : mode == "max";
}

inline std::optional<double> valueOf(const Logs& logs, const std::string& name)
{
    const auto found = logs.find(name);
    return found == logs.end() ? std::nullopt : std::optional(found->second);
}

inline std::string namesOf(const Logs& logs)
{
    return listed(logs, &Logs::value_type::first);
}

// JSON has no infinity.
inline Json toJson(double number)
{
    return std::isfinite(number) ? Json(number) : Json(shortest(number));
}

inline double fromJson(const Json& json)
{
    return json.is_string() ? toNumber(json.get<std::string>()).value_or(0) : json.get<double>();
}

} // namespace lamina::monitor
