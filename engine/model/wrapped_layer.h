// The layer inside a wrapper: {"class_name": "LSTM", "config": {…}}, as Keras writes it.
#pragma once

#include "engine/model/common_fields.h"

namespace lamina {

struct WrappedLayer {
    const LayerType* type = nullptr;
    std::string name; // its own, else Keras' name for its class: "simple_rnn"
    Json config; // of its own fields alone
    bool trainable = true;

    Attributes attributes() const { return Attributes(type->fields, config); }
};

// Faults name the place below `key`. What every layer of Keras says of itself is taken from the config.
Result<WrappedLayer> readWrapped(const Json& value, const std::string& key);
// The same for what has been read before.
WrappedLayer wrapped(const Json& value);

// The field that holds it.
Field wrappedField(const char* name, const char* byDefault, std::span<const char* const> choices,
                   TextId help);

} // namespace lamina
