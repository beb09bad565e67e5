// What oneDNN makes of a two-dimensional convolution: its three directions, and the copies between Keras'
// layout of the weights and the library's.
#pragma once

#include "engine/kernels/convolution.h"
#include "engine/kernels/onednn.h"

namespace lamina::onednn {

// Each direction is an Execution with its operands in the order given; empty where it was not asked for.
struct ConvolutionPrimitives {
    struct Wanted {
        bool forward = true;
        bool data = true; // the gradient of x
        bool weights = true; // the gradients of kernel and bias
        bool relu = false; // applied to y by forward
        // Leaves out what the library has no code of its own for on this processor, and would do by its slow
        // reference. A function of shapes, instruction set and library version.
        bool onlyFast = false;
        bool inBfloat16 = false; // what is multiplied: x, the weights and dy; all else stays float32
    };
    ConvolutionPrimitives(const ConvolutionGeometry& geometry, Index samples, const Wanted& wanted);

    Execution forward; // x, weights, y [, bias]
    Execution data; // dx, weights, dy
    Execution weights; // x, gradient of the weights, dy [, gradient of the bias]
    Execution packForward; // Keras' kernel, weights of forward
    Execution packData; // Keras' kernel, weights of data
    Execution unpackGradient; // gradient of the weights, gradient of Keras' kernel
    // In floats, rounded up to a cache line.
    Index forwardWeights = 0;
    Index dataWeights = 0;
    Index gradientWeights = 0;
    Index scratch() const; // the most that any of them wants

private:
    void setForward(const dnnl::convolution_forward::primitive_desc& made, const dnnl::memory::desc& keras,
                    bool bias);
    void setData(const dnnl::convolution_backward_data::primitive_desc& made,
                 const dnnl::memory::desc& keras);
    void setWeights(const dnnl::convolution_backward_weights::primitive_desc& made,
                    const dnnl::memory::desc& keras, bool bias);
};

} // namespace lamina::onednn
