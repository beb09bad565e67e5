// Convolutions of 3 × 3 with a quarter of the multiplications, Winograd's F(4 × 4, 3 × 3): tiles of the input
// are transformed, 36 products of matrices done, and their results transformed back.
#pragma once

#include "engine/kernels/convolution.h"
#include "engine/kernels/winograd_passes.h"

namespace lamina {

class Winograd {
public:
    // Whether a direction is worth it: a function of the shapes and of the samples in a lane.
    struct Served {
        bool forward = false;
        bool data = false;
        bool weights = false;
    };
    static Served serves(const ConvolutionGeometry& geometry, Index samples);
    // Whether the weights' gradient is served, and its sums stay in the cache.
    static bool gradientFitsCache(const ConvolutionGeometry& geometry, Index samples);

    Winograd(const ConvolutionGeometry& geometry, Index samples);

    // In floats.
    Index packedFloats() const; // a kernel transformed, of either direction
    Index scratch(const Served& served) const;

    // kernel as Keras keeps it: 3 × 3 × in × out.
    void packForward(const float* kernel, float* packed) const;
    void packData(const float* kernel, float* packed) const;

    // bias may be nullptr.
    void forward(const float* x, const float* packed, const float* bias, bool relu, float* y,
                 float* scratch) const;
    // past: x that a relu gave, through which dx goes on; or nullptr.
    void data(const float* dy, const float* packed, const float* past, float* dx, float* scratch) const;
    void weights(const float* x, const float* dy, float* kernel, float* bias, float* scratch) const;

private:
    void convolve(const winograd::Picture& from, const float* x, const float* packed,
                  const winograd::Picture& to, const winograd::Finish& finish, float* y,
                  float* scratch) const;
    Index block(Index tiles) const;
    bool gathersAtOnce() const;

    const winograd::Passes& m_do;
    Index m_in, m_out;
    winograd::Picture m_x, m_y; // of forward and of the weights' gradient
    winograd::Picture m_dy, m_dx; // of data
};

} // namespace lamina
