// What the layers that join several inputs share: how many there may be, the shape rule, the kernel.
#pragma once

#include "engine/kernels/join.h"
#include "engine/kernels/joined_masks.h"
#include "engine/model/common_fields.h"

namespace lamina {

inline constexpr int anyNumberOfInputs = 1 << 20;

// Number by number, with broadcasting inside a sample.
Result<Signature> joinSignature(std::span<const Shape> inputs);

template <JoinKind kind>
std::unique_ptr<Kernel> compileJoin(const KernelRequest& request)
{
    return joiningMasks(makeJoinKernel(kind, request.inputs, request.signature.outputs[0]), request);
}

// The axis of a sample that Keras' axis means: Keras counts the batch as axis 0, and from the back when
// negative. -1 where there is none, or the batch is meant.
int sampleAxis(Index axis, const Shape& shape);

} // namespace lamina
