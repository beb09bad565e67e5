// Whether the ids in the data are among those that the model's embeddings know.
#pragma once

#include "engine/training/batches.h"

namespace lamina {

// Looks at the names of the ids where the data have them, else at the first 100 000 training samples.
Faults checkIds(const DataParts& parts, const Feed& feed, const Network& network);

} // namespace lamina
