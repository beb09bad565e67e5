// A new layer: after others, on a link between two, or standing alone.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/core/fields.h"
#include "engine/model/free_name.h"

#include <QCoreApplication>

namespace lamina {

// A place in the model where one layer reads from another.
struct LinkEnd {
    std::string layer; // that reads
    std::size_t input = 0; // its how-manieth input

    bool operator==(const LinkEnd&) const = default;
};

struct NewLayer {
    std::string className;
    std::vector<TensorRef> inputs; // what it reads
    std::vector<LinkEnd> followers; // what shall read it, in place of what they read now
    std::vector<std::string> feeds; // layers that read nothing so far and shall read it
    bool takesOutputs = false; // it becomes an output of the model in place of its inputs
    std::optional<CanvasPosition> position;
    Json config = Json::object();
};

// After `layer`, before all that reads it. An empty name: standing alone. A layer that reads nothing by its
// kind (an input) goes before those that still lack one.
NewLayer layerAfter(const ModelSpec& model, const std::string& className, const std::string& layer);
// Between the layer `end` names and what it reads there.
NewLayer layerOnLink(const ModelSpec& model, const std::string& className, const LinkEnd& end);

// What a new layer is given for the fields that have no default, so that it can be looked at at once.
Json startingConfig(std::span<const Field> fields, const ModelSpec& model);

class AddLayer final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::AddLayer)

public:
    // The layer is called freeName().
    AddLayer(const Project& project, const NewLayer& layer);
};

} // namespace lamina
