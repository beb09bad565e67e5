// Photographs in folders for PyTorch, by torchvision.
#pragma once

#include "engine/code/data_code.h"

namespace lamina::code {

// def load_data(): … return train, validation, test, those that are not there None
DataCode torchPhotos(const Project& project);

} // namespace lamina::code
