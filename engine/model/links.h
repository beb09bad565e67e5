// Which layer reads which: whether a link can be made, and the edits that make and remove one.
#pragma once

#include "engine/model/network.h"

#include <optional>

namespace lamina {

// A place in the model where one layer reads from another.
struct LinkEnd {
    std::string layer; // that reads
    std::size_t input = 0; // its how-manieth input; as many as it has: a further one

    bool operator==(const LinkEnd&) const = default;
};

// How many inputs a layer takes; of a class that nobody knows, any number.
struct InputLimits {
    std::size_t minimum = 0;
    std::size_t maximum = 0;
};
InputLimits inputLimits(const LayerSpec& layer);

// Why the layer `to` names cannot read `from` at a further input, in words for the person who draws the link;
// nothing where it can. `analysis` is the model's. `moved`: a link that goes when this one comes.
std::optional<Fault> linkFault(const ModelSpec& model, const ModelAnalysis& analysis, const TensorRef& from,
                               const LinkEnd& to, const std::optional<LinkEnd>& moved = {});

// The layer reads `from` at that input, what it read there and behind at the next ones.
void addLink(ModelSpec& model, const TensorRef& from, const LinkEnd& to);
// What the layer reads behind that input moves up.
void removeLink(ModelSpec& model, const LinkEnd& end);

// A model that names its outputs, and these are the layers that lead nowhere: after an edit they are so
// again. Other outputs were chosen by somebody and stay.
void keepOutputsAtEnds(const ModelSpec& before, ModelSpec& after);

} // namespace lamina
