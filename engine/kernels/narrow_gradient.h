// The gradient of a convolution's weights where the input has few channels, as a picture has: oneDNN before
// AVX-512 works on eight input channels at a time there, whether they are or not.
#pragma once

#include "engine/kernels/convolution.h"

namespace lamina {

class NarrowGradient {
public:
    // Whether the shapes are what this is made for.
    static bool serves(const ConvolutionGeometry& geometry);
    explicit NarrowGradient(const ConvolutionGeometry& geometry);

    // Floats: one picture with its padding.
    Index scratch() const { return m_padded ? m_height * m_width * m_in : 0; }
    // Writes the gradients of kernel and bias (nullptr: there is none) of so many pictures.
    void run(const float* x, const float* dy, Index samples, float* kernel, float* bias,
             float* scratch) const;

private:
    const float* padded(const float* x, float* scratch) const;

    Index m_x; // floats of a picture
    Index m_pictureHeight, m_pictureWidth, m_top, m_left;
    Index m_height, m_width, m_in; // with padding
    Index m_out, m_rows, m_columns; // of y
    Index m_down, m_across; // floats in the padded picture from one output row, column to the next
    bool m_padded;
    std::vector<Index> m_taps; // where each weight's number stands, from a window's first
};

} // namespace lamina
