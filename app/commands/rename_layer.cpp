#include "app/commands/rename_layer.h"

#include "engine/formats/keras_names.h"

#include <algorithm>

namespace lamina {

namespace {
Project renamed(Project project, const std::string& from, const std::string& to)
{
    const auto rename = [&](std::vector<TensorRef>& references) {
        for (TensorRef& reference : references)
            if (reference.layer == from)
                reference.layer = to;
    };
    for (LayerSpec& layer : project.model.layers) {
        if (layer.name == from)
            layer.name = to;
        rename(layer.inputs);
    }
    rename(project.model.inputs);
    rename(project.model.outputs);
    keras::rename(project.training, {{from, to}}); // losses and metrics of an output
    for (auto& [name, group] : project.groups)
        if (group.layers.erase(from) > 0)
            group.layers.insert(to);
    if (auto place = project.layout.extract(from)) {
        place.key() = to;
        project.layout.insert(std::move(place));
    }
    return project;
}
} // namespace

RenameLayer::RenameLayer(const Project& project, const std::string& from, const std::string& to)
    : EditStructure(project, renamed(project, from, to),
                    tr("Rename %1 to %2").arg(QString::fromStdString(from), QString::fromStdString(to)))
{
    assert(from == to || !project.model.find(to));
}

QString RenameLayer::nameFault(const ModelSpec& model, const std::string& self, const std::string& name)
{
    if (name.empty())
        return tr("A layer needs a name.");
    // Keras uses names as folders in its files.
    if (std::any_of(name.begin(), name.end(),
                    [](unsigned char c) { return c < 0x20 || c == '/' || c == '\\'; }))
        return tr("A name cannot hold a slash.");
    if (name != self && model.find(name))
        return tr("Another layer is called %1 already.").arg(QString::fromStdString(name));
    return {};
}

} // namespace lamina
