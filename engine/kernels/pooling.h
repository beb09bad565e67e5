// The largest or the mean of each window, channels last.
#pragma once

#include "engine/kernels/window.h"
#include "engine/model/kernel.h"

namespace lamina {

enum class PoolingKind { Maximum, Average };

struct PoolingGeometry {
    Index height = 0, width = 0, channels = 0;
    Index poolHeight = 1, poolWidth = 1;
    Index strideHeight = 1, strideWidth = 1;
    Window rows, columns;
};
// Padding never wins a maximum and never counts in a mean.
std::unique_ptr<Kernel> makePoolingKernel(PoolingKind kind, const PoolingGeometry& geometry,
                                          const KernelRequest& request);

// Of our own, for windows of less than 255 cells.
bool canPoolBytes(const PoolingGeometry& geometry);
std::unique_ptr<Kernel> makeMaxPoolingKernel(const PoolingGeometry& geometry, const KernelRequest& request);

} // namespace lamina
