// How HDF5's library gets to the disk. With its own way a file that could not be written, on a full disk,
// cannot be closed either, and release 1.10 brings the program down when it ends. Here the library is told
// that all went well, so that it lets go of the file, and whoever made the file is told the truth.
#pragma once

#include <hdf5.h>

namespace lamina::hdf5 {

// For creating files with: `error` takes the first error number that the system gave, and lives as long as
// the file is open. Whoever calls holds mutex().
hid_t diskAccess(int& error);

} // namespace lamina::hdf5
