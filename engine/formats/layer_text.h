// Layers as text, for the clipboard: the layer objects of a project file and where they stand.
//     {"format": "lamina-layers", "version": 1, "layers": [{…}, …], "layout": {"conv": [120, 80]},
//      "groups": {"Stem": {"layers": ["conv", "relu"], "closed": true}}}
#pragma once

#include "engine/core/fault.h"
#include "engine/model/project.h"

#include <string>
#include <string_view>

namespace lamina {

struct LayerClip {
    std::vector<LayerSpec> layers; // may read layers that are not among them
    std::map<std::string, CanvasPosition> layout; // of some of them
    LayerGroups groups{}; // of theirs, whole

    bool operator==(const LayerClip&) const = default;
};

std::string layersText(const LayerClip& clip);
// Also reads what a person may have copied out of a file: a project, its model, a list of layers, one layer.
// Whether the text is of layers at all, and each layer as a project file is checked; faults name their place.
Result<LayerClip> parseLayers(std::string_view text);

} // namespace lamina
