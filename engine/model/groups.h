// Layers that are shown as one named block: in a frame while it is open, as one card while it is closed. What
// the model computes does not depend on them. A layer is in one block at the most.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/model_spec.h"

#include <map>
#include <set>

namespace lamina {

using LayerNames = std::set<std::string>;

struct LayerGroup {
    LayerNames layers;
    bool closed = false;

    bool operator==(const LayerGroup&) const = default;
};

using LayerGroups = std::map<std::string, LayerGroup>; // by name

// The name of the block that holds the layer, or nullptr.
const std::string* groupOf(const LayerGroups& groups, const std::string& layer);
// Those of them that hold no other layers than these.
LayerGroups groupsWithin(const LayerGroups& groups, const LayerNames& layers);
// "Block", or "Block 2" where that is taken; "Stem 3" where "Stem 2" is.
std::string freeGroupName(const LayerGroups& groups, const std::string& wanted);

// Where layers meet the rest of the model.
struct GroupEnds {
    std::vector<TensorRef> inputs; // what they read of other layers, each once
    std::vector<TensorRef> outputs; // what others read of them or nobody reads, each once
};
GroupEnds groupEnds(const ModelSpec& model, const LayerNames& layers);

// Why these layers cannot be a block, or nothing. `groups`: the blocks that there are besides.
std::optional<Fault> groupFault(const ModelSpec& model, const LayerGroups& groups, const LayerNames& layers);
// Why a block cannot be called so, or nothing. `self`: its present name.
std::optional<Fault> groupNameFault(const LayerGroups& groups, const std::string& self,
                                    const std::string& name);

// The blocks after an edit of the layers: what is gone leaves them, a block without layers goes, and new
// layers between layers of one block are in it.
void settleGroups(const ModelSpec& before, const ModelSpec& after, LayerGroups& groups);

} // namespace lamina
