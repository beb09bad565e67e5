#include "app/commands/replace_model.h"

namespace lamina {

namespace {
// The old model's weights do not fit the new one.
Project replaced(Project project, ModelSpec model, std::map<std::string, CanvasPosition> layout,
                 std::string weights)
{
    project.model = std::move(model);
    project.layout = std::move(layout);
    project.groups.clear();
    project.weights = std::move(weights);
    return project;
}
} // namespace

ReplaceModel::ReplaceModel(const Project& project, ModelSpec model,
                           std::map<std::string, CanvasPosition> layout, std::string weights)
    : EditStructure(project, replaced(project, std::move(model), std::move(layout), std::move(weights)),
                    tr("Replace the model"))
{
}

} // namespace lamina
