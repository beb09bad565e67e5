#include "engine/kernels/winograd.h"

#include "engine/kernels/onednn.h"

#include <algorithm>

namespace lamina {

using namespace winograd;

Winograd::Served Winograd::serves(const ConvolutionGeometry& g, Index samples)
{
    if (g.kernelHeight != 3 || g.kernelWidth != 3 || g.strideHeight != 1 || g.strideWidth != 1
        || g.dilationHeight != 1 || g.dilationWidth != 1 || g.groups != 1 || g.in % width != 0
        || g.out % width != 0 || g.rows.before > 2 || g.columns.before > 2)
        return {};
    const auto worth = [samples](Index height, Index width_) {
        const Index tiles = ((height + 3) / 4) * ((width_ + 3) / 4);
        // A quarter of the multiplications, but those of the tiles' cells outside are in vain.
        const double gain = static_cast<double>(9 * height * width_) / static_cast<double>(36 * tiles);
        return samples * tiles >= 24 && gain >= 2;
    };
    const bool forward = worth(g.rows.output, g.columns.output);
    return {.forward = forward, .data = worth(g.height, g.width), .weights = forward};
}

namespace {
// A kernel so large that its sums, or itself transformed, pass through memory with every block of tiles.
bool isLarge(Index in, Index out)
{
    return cells * in * out > Index{3} << 20;
}
} // namespace

bool Winograd::gradientFitsCache(const ConvolutionGeometry& g, Index samples)
{
    return serves(g, samples).weights && !isLarge(g.in, g.out);
}

Winograd::Winograd(const ConvolutionGeometry& g, Index samples)
    : m_do(onednn::hasWideRegisters() ? widePasses() : narrowPasses()), m_in(g.in),
      m_out(g.out), m_x{g.height,
                        g.width,
                        g.in,
                        g.rows.before,
                        g.columns.before,
                        samples,
                        (g.rows.output + 3) / 4,
                        (g.columns.output + 3) / 4},
      m_y{g.rows.output, g.columns.output, g.out, 0, 0, samples, m_x.tileRows, m_x.tileColumns},
      m_dy{g.rows.output,      g.columns.output, g.out, 2 - g.rows.before, 2 - g.columns.before, samples,
           (g.height + 3) / 4, (g.width + 3) / 4},
      m_dx{g.height, g.width, g.in, 0, 0, samples, m_dy.tileRows, m_dy.tileColumns}
{
}

// Tiles at a time: as many as keep their 36 cells of both sides in the cache, and enough for each panel of
// the kernel that is fetched; more where the kernel comes from memory. Blocks of one size.
Index Winograd::block(Index tiles) const
{
    const bool large = isLarge(m_in, m_out);
    const Index most =
        std::clamp<Index>(m_do.nearFloats / (cells * (m_in + m_out)), large ? 128 : 48, large ? 128 : 96);
    const Index blocks = (tiles + most - 1) / most;
    return ((tiles + blocks - 1) / blocks + m_do.tallest - 1) / m_do.tallest * m_do.tallest;
}

bool Winograd::gathersAtOnce() const
{
    const Index tiles = m_x.tiles();
    return isLarge(m_in, m_out) && (m_in + m_out) * tiles < m_in * m_out;
}

Index Winograd::packedFloats() const
{
    return cells * apart(m_in * m_out);
}

Index Winograd::scratch(const Served& served) const
{
    const auto transformed = [this](Index room) {
        return cells * (apart(room * m_in) + apart(room * m_out));
    };
    Index floats = 0;
    if (served.forward)
        floats = transformed(block(m_x.tiles()));
    if (served.data)
        floats = std::max(floats, transformed(block(m_dy.tiles())));
    if (served.weights)
        floats = std::max(floats,
                          gathersAtOnce() ? transformed(m_x.tiles())
                                          : transformed(block(m_x.tiles())) + packedFloats());
    return floats;
}

void Winograd::packForward(const float* kernel, float* packed) const
{
    m_do.transformKernel({m_in, m_out, false}, kernel, packed);
}

void Winograd::packData(const float* kernel, float* packed) const
{
    m_do.transformKernel({m_in, m_out, true}, kernel, packed);
}

void Winograd::convolve(const Picture& from, const float* x, const float* packed, const Picture& to,
                        const Finish& finish, float* y, float* scratch) const
{
    const Index room = block(from.tiles());
    float* v = scratch;
    float* m = v + cells * apart(room * from.channels);
    for (Index first = 0; first < from.tiles(); first += room) {
        const Index count = std::min(room, from.tiles() - first);
        m_do.transformInput(from, x, first, count, room, v);
        m_do.multiply(v, packed, count, room, from.channels, to.channels, m);
        m_do.transformOutput(to, m, first, count, room, finish, y);
    }
}

void Winograd::forward(const float* x, const float* packed, const float* bias, bool relu, float* y,
                       float* scratch) const
{
    convolve(m_x, x, packed, m_y, {.bias = bias, .relu = relu}, y, scratch);
}

void Winograd::data(const float* dy, const float* packed, const float* past, float* dx, float* scratch) const
{
    convolve(m_dy, dy, packed, m_dx, {.past = past}, dx, scratch);
}

void Winograd::weights(const float* x, const float* dy, float* kernel, float* bias, float* scratch) const
{
    if (bias)
        std::fill_n(bias, m_out, 0.0F);
    const Index tiles = m_x.tiles();
    if (gathersAtOnce()) {
        float* v = scratch;
        float* d = v + cells * apart(tiles * m_in);
        m_do.transformInput(m_x, x, 0, tiles, tiles, v);
        m_do.transformGradient(m_y, dy, 0, tiles, tiles, d, bias);
        m_do.gatherAtOnce(v, d, tiles, tiles, m_in, m_out, kernel);
        return;
    }
    const Index room = block(tiles);
    float* sums = scratch;
    float* v = sums + packedFloats();
    float* d = v + cells * apart(room * m_in);
    std::fill_n(sums, packedFloats(), 0.0F);
    for (Index first = 0; first < tiles; first += room) {
        const Index count = std::min(room, tiles - first);
        m_do.transformInput(m_x, x, first, count, room, v);
        m_do.transformGradient(m_y, dy, first, count, room, d, bias);
        m_do.gatherAll(v, d, count, room, m_in, m_out, sums);
    }
    m_do.finishWeights(sums, m_in, m_out, kernel);
}

} // namespace lamina
