// The tables of parts seen alike: layers, losses, optimizers, metrics, callbacks, sources, preprocessing.
#pragma once

#include "engine/core/fields.h"

#include <functional>
#include <optional>

namespace lamina {

struct KnownPart {
    std::string className;
    std::span<const Field> fields;
    std::function<Faults(const Attributes&, const Place&)> check; // beyond the fields; may be empty
};

struct PartKind {
    TextId unknown; // "There is no layer type '%1'"
    std::function<std::optional<KnownPart>(const std::string&)> find; // aliases are names, too
    std::vector<std::string> names; // as Keras writes them
};

const PartKind& layerKind();
const PartKind& lossKind();
const PartKind& optimizerKind();
const PartKind& metricKind();
const PartKind& callbackKind();
const PartKind& preprocessKind();
const PartKind& sourceKind();

// "There is no layer type 'Dens', FILE, PLACE, did you mean 'Dense'?"
Fault unknownPart(const PartKind& kind, const std::string& name, const Place& where);
// "There is no key 'epoch' here, FILE, PLACE, use one of: …"
Fault unknownKey(const std::string& key, std::span<const std::string> known, const Place& where);

} // namespace lamina
