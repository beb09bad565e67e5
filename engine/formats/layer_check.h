// What a project file says of a layer, held against what the layer declares.
#pragma once

#include "engine/formats/section_reader.h"
#include "engine/model/model_spec.h"

namespace lamina {

// Class and config; of a nested model all that is in it, and whether its links lead somewhere. `where`: the
// layer's place.
void checkLayer(const LayerSpec& layer, const Place& where, const SettingFaults& faults);

} // namespace lamina
