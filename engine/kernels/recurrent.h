// The recurrent layers of Keras for one lane: SimpleRNN, LSTM and GRU.
#pragma once

#include "engine/model/kernel.h"

namespace lamina {

enum class RecurrentCell { Simple, Lstm, Gru };

// x [steps, in]   kernel [in, gates · units]   recurrent_kernel [units, gates · units]   bias [gates ·
// units], [2, 3 · units] for a GRU that resets after   y [steps, units] or [units], then the last states if
// asked for. Gates stand as in Keras: i f c o; z r h.
struct RecurrentGeometry {
    RecurrentCell cell = RecurrentCell::Simple;
    Index steps = 0;
    Index in = 0;
    Index units = 0;
    ActivationKind activation = ActivationKind::Tanh;
    ActivationKind recurrentActivation = ActivationKind::Sigmoid;
    bool bias = true;
    bool backwards = false; // reads the last step first, and gives its outputs in that order
    bool sequences = false; // gives the output of each step
    bool states = false; // gives the last states, too
    bool resetAfter = true; // GRU: the reset gate comes after the product
    double dropout = 0; // of what comes in
    double recurrentDropout = 0; // of what comes from the step before

    Index gates() const { return cell == RecurrentCell::Lstm ? 4 : cell == RecurrentCell::Gru ? 3 : 1; }
};

// A masked step leaves the states as they are and repeats the output before it, zeros at first.
std::unique_ptr<Kernel> makeRecurrentKernel(const RecurrentGeometry& geometry, const KernelRequest& request);

} // namespace lamina
