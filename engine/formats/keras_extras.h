// What Lamina keeps in a model file beside what Keras does, as JSON.
#pragma once

#include "engine/formats/keras_names.h"

namespace lamina {

// `own`: from the names in the file to the layers' own where these differ.
std::string extrasText(const ModelExtras& extras, const keras::Renaming& own);
std::optional<ModelExtras> parseExtras(const std::string& text, keras::Renaming& own);

} // namespace lamina
