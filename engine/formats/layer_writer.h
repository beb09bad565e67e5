// Layers as JSON for files that people read: the keys in the order in which they are declared.
#pragma once

#include "engine/core/fields.h"
#include "engine/model/project.h"

namespace lamina {

// {"class_name", "name", "config", "inputs"}
OrderedJson layerObject(const LayerSpec& layer);
// {"conv": [120, 80]}
OrderedJson layoutObject(const std::map<std::string, CanvasPosition>& layout);
// {"Stem": {"layers": ["conv", "relu"], "closed": true}}, the layers in the order of these.
OrderedJson groupsObject(const LayerGroups& groups, const std::vector<LayerSpec>& layers);
// ["conv", ["lstm", 1]]
OrderedJson references(const std::vector<TensorRef>& tensors);
// Keys in the order in which the part declares them, whatever is not declared after them.
OrderedJson ordered(const Json& config, std::span<const Field> fields);

} // namespace lamina
