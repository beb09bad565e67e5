#include "app/commands/reset_layers.h"

#include "engine/model/layer_type.h"

namespace lamina {

namespace {
Project withDefaults(Project project, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        LayerSpec* layer = project.model.find(name);
        const LayerType* type = layer ? layers::find(layer->className) : nullptr;
        if (!type)
            continue;
        for (const Field& field : type->fields)
            if (field.defaultJson)
                layer->config.erase(field.name);
    }
    return project;
}
} // namespace

ResetLayers::ResetLayers(const Project& project, const std::vector<std::string>& names)
    : EditStructure(project, withDefaults(project, names), textFor(names))
{
}

QString ResetLayers::textFor(const std::vector<std::string>& names)
{
    return names.size() == 1 ? tr("Set %1 to its defaults").arg(QString::fromStdString(names.front()))
                             : tr("Set %n layers to their defaults", nullptr, static_cast<int>(names.size()));
}

} // namespace lamina
