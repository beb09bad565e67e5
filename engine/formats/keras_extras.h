// What Lamina keeps in a model file beside what Keras does, as JSON.
#pragma once

#include "engine/formats/keras_h5.h"

namespace lamina {

std::string extrasText(const ModelExtras& extras);
std::optional<ModelExtras> parseExtras(const std::string& text);

} // namespace lamina
