// What the three recurrent kernels share. Inside, everything is time-major: [steps, samples, …] in the order
// in which steps are read, so that a step is one block of memory and all steps together are one matrix: the
// inputs meet their weights in one product before the first step, and the weights' gradients come from one
// product after the last.
#pragma once

#include "engine/kernels/recurrent.h"

#include <vector>

namespace lamina {

// Where the numbers of one call stand.
struct RecurrentFrame {
    Index rows; // samples of the lane
    const float* packed;
    const float* bias; // nullptr: none
    float* x; // steps × rows × in, once for each input dropout
    float* z; // steps × rows × gates · units: sums, then gates; going back, gradients of the sums
    float* pre; // the sums, kept where an activation's derivative needs them; else nullptr
    float* h; // (steps + 1) × rows × units; block t is what step t starts from
    float* c; // the same for the LSTM's carry
    float* a; // steps × rows × units: the activation of the carry
    float* q; // steps × rows × units: GRU, what the reset gate acts on, or has acted on
    float* keep; // recurrent dropout's factors, rows × units for each block; nullptr: none
    float* dropped; // rows × units: h after recurrent dropout
    float* dh; // rows × units: gradient of what step t gave; after it, of what it started from
    float* dc;
    float* spare; // rows × units
    float* row; // 5 · units
};

class RecurrentKernel : public Kernel {
public:
    RecurrentKernel(const RecurrentGeometry& geometry, const KernelRequest& request);
    Workspace workspace() const override;
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void pack(std::span<const float* const> parameters, float* packed) const override;
    void forward(const Pass& pass) const override;
    void backward(const Pass& pass) const override;

protected:
    // Columns of the recurrent kernel that are multiplied together.
    struct Block {
        Index first;
        Index columns;
        Index panels = 0; // place in the packed memory
        Index transposed = 0;
    };
    // To be called by the derived class: which columns may be multiplied together without recurrent dropout.
    // With it, each gate has a dropout, and a product, of its own.
    void setBlocks(std::vector<Block> blocks);

    // z, the sums of the inputs, becomes the gates; the next h (and c) are written.
    virtual void stepForward(const RecurrentFrame& frame, Index t) const = 0;
    // z becomes the gradient of the sums; dh and dc go one step back.
    virtual void stepBackward(const RecurrentFrame& frame, Index t) const = 0;
    // recurrent_kernel's gradient and the recurrent bias'; all steps are done.
    virtual void recurrentGradient(const RecurrentFrame& frame, float* kernel, float* bias) const;
    virtual void startSums(const RecurrentFrame& frame) const;

    // What block b is multiplied with at step t: h, or h after its dropout.
    const float* source(const RecurrentFrame& frame, Index t, std::size_t block) const;
    void addProduct(const RecurrentFrame& frame, std::size_t block, const float* from, float* to,
                    Index toStride) const;
    // to (rows × units) += from · its weights transposed, without dropout.
    void addTransposed(const RecurrentFrame& frame, std::size_t block, const float* from, Index fromStride,
                       float* to) const;
    // The same through the block's dropout. Uses `dropped`.
    void addBack(const RecurrentFrame& frame, std::size_t block, const float* from, Index fromStride,
                 float* to) const;
    // The gradient of a block's weights, from what it was multiplied with at all steps.
    void blockGradient(const RecurrentFrame& frame, std::size_t block, const float* sums, Index sumsStride,
                       float* kernel) const;

    Index rowsOf(const RecurrentFrame& frame) const { return m_g.steps * frame.rows; }
    Index width() const { return m_g.gates() * m_g.units; }
    std::size_t blockCount() const { return m_blocks.size(); }
    const Block& block(std::size_t index) const { return m_blocks[index]; }

    const RecurrentGeometry m_g;

private:
    RecurrentFrame frameOf(const Pass& pass) const;
    Index time(Index step) const { return m_g.backwards ? m_g.steps - 1 - step : step; }
    void gather(const Pass& pass, const RecurrentFrame& frame) const;
    void scatter(const Pass& pass, const RecurrentFrame& frame) const;
    void startGradients(const Pass& pass, const RecurrentFrame& frame) const;
    void inputGradient(const Pass& pass, const RecurrentFrame& frame, float* dx) const;
    float inputKeep(const Pass& pass, std::size_t group, Index sample, Index time, Index i) const;

    std::vector<Block> m_blocks;
    std::vector<Block> m_inputBlocks; // of the kernel: one, or one for each gate's dropout
    Index m_samples;
    Index m_packed = 0;
    bool m_training;
    bool m_keepsSums;
    bool m_dropsSteps; // a new dropout of the inputs for each step
};

// c[j] = the sum over rows of m[row][j].
void columnSums(const float* m, Index rows, Index columns, Index stride, float* c);

std::unique_ptr<Kernel> makeSimpleCell(const RecurrentGeometry& geometry, const KernelRequest& request);
std::unique_ptr<Kernel> makeLstmCell(const RecurrentGeometry& geometry, const KernelRequest& request);
std::unique_ptr<Kernel> makeGruCell(const RecurrentGeometry& geometry, const KernelRequest& request);

} // namespace lamina
