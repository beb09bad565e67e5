// Products with few rows and a right-hand side that is used again and again: a recurrent kernel meets its
// weights once for each time step, with only a lane's samples as rows. oneDNN's product arranges the weights
// anew on every call, which is what most of its time goes to there.
#pragma once

#include "engine/core/shape.h"

namespace lamina {

// A matrix b of depth × columns, as panels of 16 columns, filled up with zeros.
Index panelFloats(Index depth, Index columns);
// b[k][j] = matrix[k · depthStride + j · columnStride]
void packPanels(const float* matrix, Index depth, Index columns, Index depthStride, Index columnStride,
                float* panels);
// c += a b.   a rows × depth, its rows aStride apart   c rows × columns, its rows cStride apart
void addPanelProduct(const float* a, Index aStride, const float* panels, Index rows, Index depth,
                     Index columns, float* c, Index cStride);

} // namespace lamina
