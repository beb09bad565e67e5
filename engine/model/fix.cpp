#include "engine/model/fix.h"

#include "engine/model/free_name.h"

#include <algorithm>

namespace lamina {

namespace {
struct Editor {
    Project& project;

    void operator()(const SetField& edit) const
    {
        LayerSpec* layer = project.model.find(edit.layer);
        if (!layer)
            return;
        if (edit.value)
            layer->config[edit.field] = *edit.value;
        else
            layer->config.erase(edit.field);
    }
    void operator()(const InsertLayer& edit) const
    {
        auto& layers = project.model.layers;
        const auto before = std::ranges::find(layers, edit.before, &LayerSpec::name);
        if (before == layers.end())
            return;
        LayerSpec added{edit.className, freeName(project.model, edit.className), edit.config, {}};
        if (edit.input < before->inputs.size()) {
            added.inputs = {before->inputs[edit.input]};
            before->inputs[edit.input] = {added.name, 0};
        } else {
            before->inputs.push_back({added.name, 0});
            if (!project.model.inputs.empty())
                project.model.inputs.push_back({added.name, 0});
        }
        layers.insert(before, std::move(added));
    }
    void operator()(const Connect& edit) const
    {
        LayerSpec* layer = project.model.find(edit.layer);
        if (!layer)
            return;
        if (edit.input < layer->inputs.size())
            layer->inputs[edit.input] = edit.from;
        else
            layer->inputs.push_back(edit.from);
    }
    void operator()(const GiveName& edit) const
    {
        if (edit.layer < project.model.layers.size())
            project.model.layers[edit.layer].name = edit.name;
    }
    void operator()(const ChooseLoss& edit) const { project.training.loss = edit.loss; }
    void operator()(const ChooseBatch& edit) const { project.training.batchSize = edit.size; }
};
} // namespace

Project withFix(Project project, const Fix& fix)
{
    for (const Edit& edit : fix.edits)
        std::visit(Editor{project}, edit);
    return project;
}

} // namespace lamina
