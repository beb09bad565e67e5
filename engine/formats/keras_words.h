// Where the versions of Keras say the same thing differently: the one table. Lamina's own words are those of
// Keras 2.13; what an older or newer Keras wrote is put into them on reading, and for Keras 3 put back on
// writing.
#pragma once

#include "engine/core/json.h"

#include <string>
#include <string_view>

namespace lamina::keras {

enum class Version { Two, Three };

// The class as Lamina knows it: Convolution2D is Conv2D, Model is Functional, "Custom>Adam" is Adam.
std::string ownClass(std::string className);
// The key of a layer's or optimizer's config as Lamina knows it: nb_filter is filters, lr is learning_rate.
std::string ownKey(std::string_view className, std::string_view key);
// The inverse for Keras 3 where it differs; else the key itself.
std::string versionKey(std::string_view className, std::string_view key, Version version);
// A key that changes nothing here, whatever its value: names, policies, how a recurrent layer is unrolled.
bool changesNothing(std::string_view key, const Json& value);
// What a missing key meant to the Keras that left it out, where today's default is another; else null.
Json meaningOfMissing(std::string_view className, std::string_view key);

// "relu" out of "relu", {"class_name": "function", "config": "relu", …} or {"class_name": "ReLU", …}.
Json ownActivation(const Json& value);
// An initialiser, regulariser or constraint: its name, or {class_name, config} where it has settings.
Json ownPart(const Json& value);

std::string snakeCase(std::string_view camel); // GlorotUniform → glorot_uniform, as Lamina's parts are called
std::string camelCase(std::string_view snake); // l1_l2 → L1L2, as Keras' classes are called
// As Keras 3 names the groups of a weights file: Conv2D → conv2d, LeakyReLU → leaky_re_lu.
std::string groupName(std::string_view className);

} // namespace lamina::keras
