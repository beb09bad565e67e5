// Winograd's tiles into 36 cells and back; included by those who say what Vec and LAMINA_TARGET are.
#pragma once

#include "engine/kernels/winograd_tiles.h"
#include "engine/kernels/winograd_transforms.h"

#include <algorithm>

namespace lamina::winograd {
namespace {
template <typename Number>
[[gnu::always_inline]] inline void find(const Picture& picture, Number* base, Index tile, Index size,
                                        Number*& first, Index (&inside)[4])
{
    const Index column = tile % picture.tileColumns;
    const Index row = tile / picture.tileColumns % picture.tileRows;
    const Index sample = tile / picture.tileColumns / picture.tileRows;
    const Index top = row * 4 - picture.top;
    const Index left = column * 4 - picture.left;
    first = base + ((sample * picture.height + top) * picture.width + left) * picture.channels;
    inside[0] = std::max<Index>(-top, 0);
    inside[1] = std::min(size, picture.height - top);
    inside[2] = std::max<Index>(-left, 0);
    inside[3] = std::min(size, picture.width - left);
}

// size: of a tile, 6 of an input and 4 of a gradient. sums: of each channel, added to; or nullptr.
template <typename Transform>
[[gnu::always_inline]] inline void transformTiles(const Picture& picture, const float* x, Index firstTile,
                                                  Index count, Index room, float* into, float* sums)
{
    constexpr int size = Transform::from;
    for (Index t = 0; t < count; ++t) {
        const float* first = nullptr;
        Index inside[4];
        find(picture, x, firstTile + t, size, first, inside);
        const bool whole = inside[0] == 0 && inside[1] == size && inside[2] == 0 && inside[3] == size;
        for (Index c = 0; c < picture.channels; c += lanesOf<Vec>) {
            Vec square[cells];
            if (whole) {
#pragma GCC unroll 6
                for (int row = 0; row < size; ++row)
#pragma GCC unroll 6
                    for (int column = 0; column < size; ++column)
                        load(square[row * side + column],
                             first + (row * picture.width + column) * picture.channels + c);
            } else {
                for (int row = 0; row < size; ++row)
                    for (int column = 0; column < size; ++column)
                        if (row >= inside[0] && row < inside[1] && column >= inside[2] && column < inside[3])
                            load(square[row * side + column],
                                 first + (row * picture.width + column) * picture.channels + c);
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
                store(to + cell * apart(picture.channels * room), square[cell]);
        }
    }
}

LAMINA_TARGET void transformInput(const Picture& picture, const float* x, Index firstTile, Index count,
                                  Index room, float* into)
{
    transformTiles<Input>(picture, x, firstTile, count, room, into, nullptr);
}

LAMINA_TARGET void transformGradient(const Picture& picture, const float* dy, Index firstTile, Index count,
                                     Index room, float* into, float* sums)
{
    transformTiles<Gradient>(picture, dy, firstTile, count, room, into, sums);
}

LAMINA_TARGET void transformOutput(const Picture& picture, const float* m, Index firstTile, Index count,
                                   Index room, const Finish& finish, float* y)
{
    for (Index t = 0; t < count; ++t) {
        float* first = nullptr;
        Index inside[4];
        find(picture, y, firstTile + t, 4, first, inside);
        const bool whole = inside[0] == 0 && inside[1] == 4 && inside[2] == 0 && inside[3] == 4;
        for (Index c = 0; c < picture.channels; c += lanesOf<Vec>) {
            const float* from = m + ((c / width) * room + t) * width + c % width;
            Vec square[cells];
            for (int cell = 0; cell < cells; ++cell)
                load(square[cell], from + cell * apart(picture.channels * room));
            transform<Output>(square);
            Vec shift{};
            if (finish.bias)
                load(shift, finish.bias + c);
            for (int row = 0; row < 4; ++row)
                for (int column = 0; column < 4; ++column) {
                    if (!whole && (row >= inside[1] || column >= inside[3]))
                        continue;
                    float* to = first + (row * picture.width + column) * picture.channels + c;
                    Vec value = square[row * side + column] + shift;
                    if (finish.relu)
                        value = value < 0 ? Vec{} : value;
                    if (finish.past) {
                        Vec past;
                        load(past, finish.past + (to - y));
                        value = past > 0 ? value : Vec{};
                    }
                    store(to, value);
                }
        }
    }
}

LAMINA_TARGET void transformKernel(const KernelPlace& k, const float* kernel, float* into)
{
    const Index from = k.turned ? k.out : k.in;
    const Index to = k.turned ? k.in : k.out;
    for (Index o = 0; o < to; o += lanesOf<Vec>)
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
                    for (int j = 0; j < lanesOf<Vec>; ++j)
                        value[j] = turned[j * k.out];
                }
            transform<Kernel>(square);
            float* place = into + (o / width * from + i) * width + o % width;
            for (int cell = 0; cell < cells; ++cell)
                store(place + cell * apart(from * to), square[cell]);
        }
}

} // namespace
} // namespace lamina::winograd
