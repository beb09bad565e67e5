#include "engine/kernels/winograd.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/winograd_transforms.h"

#include <algorithm>

namespace lamina {

namespace {
using namespace winograd;

// Channels stand in panels of 16. What is transformed lies as cell (of 36), panel, tile, channel of the
// panel.
constexpr Index width = 16;
// From one cell to the next: powers of two apart, all 36 would fall into the same few lines of the cache.
constexpr Index apart(Index floats)
{
    return floats + width;
}
constexpr int tallest = 6; // rows of a product at a time: 12 AVX2 registers of sums leave four for the rest

template <typename Number>
[[gnu::always_inline]] inline void find(const Picture& p, Number* base, Index tile, Index size,
                                        Number*& first, Index (&inside)[4])
{
    const Index column = tile % p.tileColumns;
    const Index row = tile / p.tileColumns % p.tileRows;
    const Index sample = tile / p.tileColumns / p.tileRows;
    const Index top = row * 4 - p.top;
    const Index left = column * 4 - p.left;
    first = base + ((sample * p.height + top) * p.width + left) * p.channels;
    inside[0] = std::max<Index>(-top, 0);
    inside[1] = std::min(size, p.height - top);
    inside[2] = std::max<Index>(-left, 0);
    inside[3] = std::min(size, p.width - left);
}

// size: of a tile, 6 of an input and 4 of a gradient. sums: of each channel, added to; or nullptr.
template <typename Transform>
[[gnu::always_inline]] inline void transformTiles(const Picture& p, const float* x, Index firstTile,
                                                  Index count, Index room, float* into, float* sums)
{
    constexpr int size = Transform::from;
    for (Index t = 0; t < count; ++t) {
        const float* first = nullptr;
        Index inside[4];
        find(p, x, firstTile + t, size, first, inside);
        const bool whole = inside[0] == 0 && inside[1] == size && inside[2] == 0 && inside[3] == size;
        for (Index c = 0; c < p.channels; c += 8) {
            Vec square[cells];
            if (whole) {
#pragma GCC unroll 6
                for (int row = 0; row < size; ++row)
#pragma GCC unroll 6
                    for (int column = 0; column < size; ++column)
                        load(square[row * side + column], first + (row * p.width + column) * p.channels + c);
            } else {
                for (int row = 0; row < size; ++row)
                    for (int column = 0; column < size; ++column)
                        if (row >= inside[0] && row < inside[1] && column >= inside[2] && column < inside[3])
                            load(square[row * side + column],
                                 first + (row * p.width + column) * p.channels + c);
                        else
                            square[row * side + column] = Vec{};
            }
            if (sums) {
                Vec sum;
                load(sum, sums + c);
                for (int row = 0; row < size; ++row)
                    for (int column = 0; column < size; ++column)
                        sum += square[row * side + column];
                store(sums + c, sum);
            }
            transform<Transform>(square);
            float* to = into + ((c / width) * room + t) * width + c % width;
            for (int cell = 0; cell < cells; ++cell)
                store(to + cell * apart(p.channels * room), square[cell]);
        }
    }
}

LAMINA_CLONES void transformInput(const Picture& p, const float* x, Index firstTile, Index count, Index room,
                                  float* into)
{
    transformTiles<Input>(p, x, firstTile, count, room, into, nullptr);
}

LAMINA_CLONES void transformGradient(const Picture& p, const float* dy, Index firstTile, Index count,
                                     Index room, float* into, float* sums)
{
    transformTiles<Gradient>(p, dy, firstTile, count, room, into, sums);
}

LAMINA_CLONES void transformOutput(const Picture& p, const float* m, Index firstTile, Index count, Index room,
                                   const float* bias, bool relu, float* y)
{
    for (Index t = 0; t < count; ++t) {
        float* first = nullptr;
        Index inside[4];
        find(p, y, firstTile + t, 4, first, inside);
        const bool whole = inside[0] == 0 && inside[1] == 4 && inside[2] == 0 && inside[3] == 4;
        for (Index c = 0; c < p.channels; c += 8) {
            const float* from = m + ((c / width) * room + t) * width + c % width;
            Vec square[cells];
            for (int cell = 0; cell < cells; ++cell)
                load(square[cell], from + cell * apart(p.channels * room));
            transform<Output>(square);
            Vec shift{};
            if (bias)
                load(shift, bias + c);
            for (int row = 0; row < 4; ++row)
                for (int column = 0; column < 4; ++column) {
                    if (!whole && (row >= inside[1] || column >= inside[3]))
                        continue;
                    Vec value = square[row * side + column] + shift;
                    if (relu)
                        value = value < 0 ? Vec{} : value;
                    store(first + (row * p.width + column) * p.channels + c, value);
                }
        }
    }
}

// c = a b, of rows tiles and 16 columns: a in panels of 16 along the depth, `room` rows each.
template <int Rows>
[[gnu::always_inline]] inline void product(const float* __restrict a, Index panels, Index room,
                                           const float* __restrict b, float* __restrict c)
{
    Vec sums[Rows][2] = {};
    for (Index panel = 0; panel < panels; ++panel, a += room * width)
        for (Index k = 0; k < width; ++k, b += width) {
            Vec left, right;
            load(left, b);
            load(right, b + 8);
#pragma GCC unroll 6
            for (int r = 0; r < Rows; ++r) {
                const float factor = a[r * width + k];
                sums[r][0] += factor * left;
                sums[r][1] += factor * right;
            }
        }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        store(c + r * width, sums[r][0]);
        store(c + r * width + 8, sums[r][1]);
    }
}

LAMINA_CLONES void multiply(const float* v, const float* u, Index count, Index room, Index in, Index out,
                            float* m)
{
    const Index panels = in / width;
    for (Index cell = 0; cell < cells; ++cell) {
        const float* a = v + cell * apart(in * room);
        const float* b = u + cell * apart(in * out);
        float* c = m + cell * apart(out * room);
        for (Index panel = 0; panel < out / width; ++panel, b += in * width, c += room * width) {
            Index t = 0;
            for (; t + tallest <= count; t += tallest)
                product<tallest>(a + t * width, panels, room, b, c + t * width);
            for (; t + 2 <= count; t += 2)
                product<2>(a + t * width, panels, room, b, c + t * width);
            if (t < count)
                product<1>(a + t * width, panels, room, b, c + t * width);
        }
    }
}

// c += aᵀ b: Rows of a panel's 16 channels, from all tiles, with a panel of the gradient.
template <int Rows>
[[gnu::always_inline]] inline void gather(const float* __restrict a, const float* __restrict b, Index tiles,
                                          float* __restrict c)
{
    Vec sums[Rows][2];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        load(sums[r][0], c + r * width);
        load(sums[r][1], c + r * width + 8);
    }
    for (Index t = 0; t < tiles; ++t, a += width, b += width) {
        Vec left, right;
        load(left, b);
        load(right, b + 8);
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            sums[r][0] += a[r] * left;
            sums[r][1] += a[r] * right;
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
        store(c + r * width, sums[r][0]);
        store(c + r * width + 8, sums[r][1]);
    }
}

// sums: cell, panel of in, panel of out, 16 × 16.
LAMINA_CLONES void gatherAll(const float* v, const float* d, Index count, Index room, Index in, Index out,
                             float* sums)
{
    for (Index cell = 0; cell < cells; ++cell) {
        const float* a = v + cell * apart(in * room);
        float* c = sums + cell * apart(in * out);
        for (Index i = 0; i < in; i += width, a += room * width) {
            const float* b = d + cell * apart(out * room);
            for (Index o = 0; o < out; o += width, b += room * width, c += width * width) {
                gather<6>(a, b, count, c);
                gather<5>(a + 6, b, count, c + 6 * width);
                gather<5>(a + 11, b, count, c + 11 * width);
            }
        }
    }
}

// From 36 sums of products to the 3 × 3 gradients, in Keras' order.
LAMINA_CLONES void finishWeights(const float* sums, Index in, Index out, float* kernel)
{
    for (Index i = 0; i < in; ++i)
        for (Index o = 0; o < out; o += 8) {
            const float* from =
                sums + ((i / width * (out / width) + o / width) * width + i % width) * width + o % width;
            Vec square[cells];
            for (int cell = 0; cell < cells; ++cell)
                load(square[cell], from + cell * apart(in * out));
            transform<Weights>(square);
            for (int row = 0; row < 3; ++row)
                for (int column = 0; column < 3; ++column)
                    store(kernel + ((row * 3 + column) * in + i) * out + o, square[row * side + column]);
        }
}

// A kernel's place of (row, column, from, to): as it is for forward, turned round and transposed for data.
struct KernelPlace {
    Index in, out;
    bool turned;
};

LAMINA_CLONES void transformKernel(const KernelPlace& k, const float* kernel, float* into)
{
    const Index from = k.turned ? k.out : k.in;
    const Index to = k.turned ? k.in : k.out;
    for (Index o = 0; o < to; o += 8)
        for (Index i = 0; i < from; ++i) {
            Vec square[cells];
            for (int row = 0; row < 3; ++row)
                for (int column = 0; column < 3; ++column) {
                    Vec& value = square[row * side + column];
                    if (!k.turned) {
                        load(value, kernel + ((row * 3 + column) * k.in + i) * k.out + o);
                        continue;
                    }
                    const float* turned = kernel + (((2 - row) * 3 + 2 - column) * k.in + o) * k.out + i;
                    for (int j = 0; j < 8; ++j)
                        value[j] = turned[j * k.out];
                }
            transform<winograd::Kernel>(square);
            float* place = into + (o / width * from + i) * width + o % width;
            for (int cell = 0; cell < cells; ++cell)
                store(place + cell * apart(from * to), square[cell]);
        }
}
} // namespace

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

Winograd::Winograd(const ConvolutionGeometry& g, Index samples)
    : m_in(g.in), m_out(g.out), m_x{g.height,
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
// the kernel that is fetched.
Index Winograd::block(Index in, Index out)
{
    const Index floats = Index{400} << 10;
    return std::clamp<Index>(floats / (cells * (in + out)) / tallest * tallest, 48, 96);
}

Index Winograd::packedFloats() const
{
    return cells * apart(m_in * m_out);
}

Index Winograd::scratch(const Served& served) const
{
    const Index room = block(m_in, m_out);
    const Index tiles = cells * (apart(room * m_in) + apart(room * m_out));
    return served.weights ? tiles + packedFloats() : served.forward || served.data ? tiles : 0;
}

void Winograd::packForward(const float* kernel, float* packed) const
{
    transformKernel({m_in, m_out, false}, kernel, packed);
}

void Winograd::packData(const float* kernel, float* packed) const
{
    transformKernel({m_in, m_out, true}, kernel, packed);
}

void Winograd::convolve(const Picture& from, const float* x, const float* packed, const Picture& to,
                        const float* bias, bool relu, float* y, float* scratch) const
{
    const Index room = block(m_in, m_out);
    float* v = scratch;
    float* m = v + cells * apart(room * from.channels);
    for (Index first = 0; first < from.tiles(); first += room) {
        const Index count = std::min(room, from.tiles() - first);
        transformInput(from, x, first, count, room, v);
        multiply(v, packed, count, room, from.channels, to.channels, m);
        transformOutput(to, m, first, count, room, bias, relu, y);
    }
}

void Winograd::forward(const float* x, const float* packed, const float* bias, bool relu, float* y,
                       float* scratch) const
{
    convolve(m_x, x, packed, m_y, bias, relu, y, scratch);
}

void Winograd::data(const float* dy, const float* packed, float* dx, float* scratch) const
{
    convolve(m_dy, dy, packed, m_dx, nullptr, false, dx, scratch);
}

void Winograd::weights(const float* x, const float* dy, float* kernel, float* bias, float* scratch) const
{
    const Index room = block(m_in, m_out);
    float* sums = scratch;
    float* v = sums + packedFloats();
    float* d = v + cells * apart(room * m_in);
    std::fill_n(sums, packedFloats(), 0.0F);
    if (bias)
        std::fill_n(bias, m_out, 0.0F);
    for (Index first = 0; first < m_x.tiles(); first += room) {
        const Index count = std::min(room, m_x.tiles() - first);
        transformInput(m_x, x, first, count, room, v);
        transformGradient(m_y, dy, first, count, room, d, bias);
        gatherAll(v, d, count, room, m_in, m_out, sums);
    }
    finishWeights(sums, m_in, m_out, kernel);
}

} // namespace lamina
