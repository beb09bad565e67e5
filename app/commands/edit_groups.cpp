#include "app/commands/edit_groups.h"

namespace lamina {

namespace {
Project grouped(Project project, const std::string& name, const LayerNames& layers)
{
    project.groups[name].layers = layers;
    return project;
}

Project ungrouped(Project project, const std::vector<std::string>& names)
{
    for (const std::string& name : names)
        project.groups.erase(name);
    return project;
}

Project renamed(Project project, const std::string& from, const std::string& to)
{
    if (auto group = project.groups.extract(from)) {
        group.key() = to;
        project.groups.insert(std::move(group));
    }
    return project;
}

Project closed(Project project, const std::vector<std::string>& names, bool closed,
               const std::map<std::string, CanvasPosition>& moved)
{
    for (const std::string& name : names)
        if (const auto group = project.groups.find(name); group != project.groups.end())
            group->second.closed = closed;
    for (const auto& [layer, position] : moved)
        project.layout[layer] = position;
    return project;
}

} // namespace

GroupLayers::GroupLayers(const Project& project, const std::string& name, const LayerNames& layers)
    : EditStructure(project, grouped(project, name, layers),
                    project.groups.contains(name)
                        ? tr("Change the layers of %1").arg(QString::fromStdString(name))
                        : tr("Group %n layers", nullptr, static_cast<int>(layers.size())))
{
}

UngroupLayers::UngroupLayers(const Project& project, const std::vector<std::string>& names)
    : EditStructure(project, ungrouped(project, names),
                    names.size() == 1 ? tr("Ungroup %1").arg(QString::fromStdString(names.front()))
                                      : tr("Ungroup %n blocks", nullptr, static_cast<int>(names.size())))
{
}

RenameGroup::RenameGroup(const Project& project, const std::string& from, const std::string& to)
    : EditStructure(project, renamed(project, from, to),
                    tr("Rename %1 to %2").arg(QString::fromStdString(from), QString::fromStdString(to)))
{
}

CloseGroups::CloseGroups(const Project& project, const std::vector<std::string>& names, bool close,
                         const std::map<std::string, CanvasPosition>& moved)
    : EditStructure(project, closed(project, names, close, moved),
                    names.size() != 1
                        ? (close ? tr("Close %n blocks", nullptr, static_cast<int>(names.size()))
                                 : tr("Open %n blocks", nullptr, static_cast<int>(names.size())))
                        : (close ? tr("Close %1") : tr("Open %1")).arg(QString::fromStdString(names.front())))
{
}

} // namespace lamina
