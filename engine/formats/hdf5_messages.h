// The messages of an object header that say what a dataset or attribute is.
#pragma once

#include "engine/formats/hdf5_cursor.h"
#include "engine/formats/hdf5_tree.h"

namespace lamina::hdf5 {

// Nothing where the bytes make no sense.
std::optional<Shape> readDataspace(std::string_view message);
std::optional<Type> readDatatype(std::string_view message);
std::optional<std::pair<std::string, Attribute>> readAttribute(std::string_view message);
// Fills address, bytes, inHeader and plain.
bool readLayout(std::string_view message, Dataset& dataset);

} // namespace lamina::hdf5
