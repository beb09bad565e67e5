// Rows brought to mean 0 and variance 1 each, then scaled and shifted.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

struct LayerNormGeometry {
    Index rows = 1; // of a sample
    Index width = 1; // numbers in a row
    float epsilon = 1e-3F;
    int gamma = -1; // places among the parameters; -1: none
    int beta = -1;
    // Where number i of the rows, one after the other, stands in a sample; empty: at i.
    std::vector<Index> places{};
};

std::unique_ptr<Kernel> makeLayerNormKernel(LayerNormGeometry geometry, const KernelRequest& request);

} // namespace lamina
