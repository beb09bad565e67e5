// Layers that look at the training data before training starts (LayerType::adapt): Keras' adapt().
#pragma once

#include "engine/core/pieces.h"
#include "engine/data/dataset.h"
#include "engine/training/batches.h"

#include <functional>

namespace lamina {

// Fills the variables of such layers, unless they are filled already, one layer after the other in the order
// of computation: each sees what the layers before it, already adapted, make of the data. The data are read
// in their own order, so that the result depends on nothing else. goesOn is asked now and then; once it says
// no, the layer at hand is left as it was.
Result<void> adaptLayers(const Network& network, const Feed& feed, const Dataset& data, Index batch,
                         Workers& workers, Buffer& weights, const std::function<bool()>& goesOn);

} // namespace lamina
