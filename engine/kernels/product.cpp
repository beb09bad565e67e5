#include "engine/kernels/product.h"

#include "engine/kernels/onednn.h"

#include <cassert>

namespace lamina {

void transposedProduct(const float* a, Index rows, Index m, const float* b, Index bStride, Index n, float* c,
                       Index cStride)
{
    [[maybe_unused]] const dnnl_status_t status =
        dnnl_sgemm('T', 'N', m, n, rows, 1.0F, a, m, b, bStride, 0.0F, c, cStride);
    assert(status == dnnl_success);
}

} // namespace lamina
