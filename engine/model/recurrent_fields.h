// What the recurrent layers, and the layers that wrap one, have in common.
#pragma once

#include "engine/kernels/recurrent.h"
#include "engine/model/layer_type.h"

namespace lamina {

std::span<const Field> recurrentFields(RecurrentCell cell);
Result<Signature> recurrentSignature(RecurrentCell cell, const Attributes& attributes, const Shape& x);
std::unique_ptr<Kernel> compileRecurrent(RecurrentCell cell, const KernelRequest& request);
// The mask goes on with the sequence, and ends with it.
int recurrentMaskedOutputs(const Attributes& attributes);
// Where a recurrent layer of that name would be: for Bidirectional, which runs two of them.
std::optional<RecurrentCell> recurrentCellNamed(std::string_view className);
RecurrentGeometry recurrentGeometry(RecurrentCell cell, const Attributes& attributes, const Shape& x);

} // namespace lamina
