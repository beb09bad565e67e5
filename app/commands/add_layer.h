// A new layer: after others, on a link between two, or standing alone.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/core/fields.h"
#include "engine/model/free_name.h"
#include "engine/model/links.h"
#include "engine/training/advice.h"

#include <QCoreApplication>

namespace lamina {

struct NewLayer {
    std::string className;
    std::vector<TensorRef> inputs; // what it reads
    std::vector<LinkEnd> followers; // what shall read it, in place of what they read now or besides
    std::vector<std::string> feeds; // layers that read nothing so far and shall read it
    bool takesOutputs = false; // it becomes an output of the model in place of its inputs
    std::optional<CanvasPosition> position;
    std::map<std::string, CanvasPosition> arrangement; // with a position: where others stand from now on
    Json config = Json::object();
};

// After `layer`, before all that reads it. An empty name: standing alone. A layer that reads nothing by its
// kind (an input) goes before those that still lack one.
NewLayer layerAfter(const ModelSpec& model, const std::string& className, const std::string& layer);
// Between the layer `end` names and what it reads there.
NewLayer layerOnLink(const ModelSpec& model, const std::string& className, const LinkEnd& end);
// Standing by itself, or linked to one port: it reads an output, or a layer reads it at a further input.
NewLayer layerAtPort(const ModelSpec& model, const std::string& className,
                     const std::optional<TensorRef>& reads, const std::optional<LinkEnd>& feeds);

// A new input takes what the data have for it: the first their first field, and so on.
void takeShapeOfData(NewLayer& layer, const ModelSpec& model, const TaskFacts& facts);

// What a new layer is given for the fields that have no default, so that it can be looked at at once.
Json startingConfig(std::span<const Field> fields, const ModelSpec& model);

class AddLayer final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::AddLayer)

public:
    // The layer is called freeName().
    AddLayer(const Project& project, const NewLayer& layer);
};

} // namespace lamina
