#include "app/commands/replace_model.h"

namespace lamina {

namespace {
// The old model's weights do not fit the new one.
Project replaced(Project project, ModelSpec model, std::map<std::string, CanvasPosition> layout)
{
    project.model = std::move(model);
    project.layout = std::move(layout);
    project.weights.clear();
    return project;
}
} // namespace

ReplaceModel::ReplaceModel(const Project& project, ModelSpec model,
                           std::map<std::string, CanvasPosition> layout)
    : EditStructure(project, replaced(project, std::move(model), std::move(layout)), tr("Replace the model"))
{
}

} // namespace lamina
