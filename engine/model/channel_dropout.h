// What the spatial dropouts share: fields and kernel.
#pragma once

#include "engine/model/common_fields.h"

namespace lamina {

inline const std::array channelDropoutFields{
    fields::real("rate", nullptr, 0, 1, LAMINA_TEXT("layers", "Rate"),
                 LAMINA_TEXT("layers", "Share of the channels left out in training, from 0 to 1")),
    fields::seed()};

std::unique_ptr<Kernel> compileChannelDropout(const KernelRequest& request);

} // namespace lamina
