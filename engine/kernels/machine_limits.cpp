#include "engine/kernels/machine_limits.h"

#include "engine/core/buffer.h"
#include "engine/kernels/clones.h"
#include "engine/kernels/onednn.h"

#include <algorithm>
#include <chrono>

namespace lamina {

namespace {
using namespace onednn;

template <typename Work>
double leastSeconds(int rounds, const Work& work)
{
    double least = 1e30;
    for (int round = 0; round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        work();
        least =
            std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    }
    return least;
}

LAMINA_CLONES void scaledSum(const float* a, const float* b, float* into, Index count)
{
    for (Index i = 0; i < count; ++i)
        into[i] = a[i] + 0.5F * b[i];
}

// Each thread multiplies matrices of its own that stay in its cache.
double productFlops(Workers& workers)
{
    constexpr Index size = 384;
    struct Product {
        Execution execution;
        Buffer matrices{3 * size * size};
        Buffer scratch;
    };
    std::vector<Product> products(static_cast<std::size_t>(workers.threads()));
    const dnnl::memory::desc matrix = floats({size, size}, Tag::ab);
    const dnnl::matmul::primitive_desc description({matrix, matrix, matrix}, attributes(), cpu());
    for (Product& product : products) {
        product.execution =
            Execution(dnnl::matmul(description),
                      {{DNNL_ARG_SRC, matrix}, {DNNL_ARG_WEIGHTS, matrix}, {DNNL_ARG_DST, matrix}},
                      description.scratchpad_desc());
        product.scratch = Buffer(product.execution.scratchFloats());
    }
    constexpr int times = 20;
    const double seconds = leastSeconds(10, [&] {
        workers.run(workers.threads(), [&](int piece) {
            Product& product = products[static_cast<std::size_t>(piece)];
            float* a = product.matrices.data();
            for (int time = 0; time < times; ++time)
                product.execution.run({a, a + size * size, a + 2 * size * size}, product.scratch.data());
        });
    });
    return 2.0 * size * size * size * times * workers.threads() / seconds;
}

// Larger than any cache; what is written is fetched first, so that it counts twice.
double memoryBytes(Workers& workers)
{
    constexpr Index count = Index{1} << 23;
    std::vector<Buffer> arrays;
    for (int thread = 0; thread < workers.threads(); ++thread)
        arrays.emplace_back(3 * count);
    const double seconds = leastSeconds(6, [&] {
        workers.run(workers.threads(), [&](int piece) {
            float* a = arrays[static_cast<std::size_t>(piece)].data();
            scaledSum(a, a + count, a + 2 * count, count);
        });
    });
    return 4.0 * sizeof(float) * static_cast<double>(count) * workers.threads() / seconds;
}
} // namespace

MachineLimits measureMachineLimits(Workers& workers)
{
    return {.flops = productFlops(workers), .bytes = memoryBytes(workers)};
}

} // namespace lamina
