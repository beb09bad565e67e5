#include "app/commands/freeze_layers.h"

#include <algorithm>

namespace lamina {

namespace {
Project withFrozen(Project project, const std::vector<std::string>& names, bool freeze)
{
    for (const std::string& name : names)
        if (LayerSpec* layer = project.model.find(name)) {
            if (freeze)
                layer->config["trainable"] = false;
            else
                layer->config.erase("trainable");
        }
    return project;
}
} // namespace

FreezeLayers::FreezeLayers(const Project& project, const std::vector<std::string>& names, bool freeze)
    : EditStructure(project, withFrozen(project, names, freeze), textFor(names, freeze))
{
}

QString FreezeLayers::textFor(const std::vector<std::string>& names, bool freeze)
{
    const auto count = static_cast<int>(names.size());
    if (count == 1)
        return (freeze ? tr("Freeze %1") : tr("Unfreeze %1")).arg(QString::fromStdString(names.front()));
    return freeze ? tr("Freeze %n layers", nullptr, count) : tr("Unfreeze %n layers", nullptr, count);
}

bool FreezeLayers::isFrozen(const LayerSpec& layer)
{
    return layer.config.is_object() && layer.config.value("trainable", Json(true)) == Json(false);
}

} // namespace lamina
