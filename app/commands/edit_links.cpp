#include "app/commands/edit_links.h"

#include <algorithm>

namespace lamina {

namespace {
Project without(Project project, std::vector<LinkEnd> removed)
{
    const ModelSpec before = project.model;
    // From the last input to the first, so that those still to go keep their number.
    std::sort(removed.begin(), removed.end(),
              [](const LinkEnd& a, const LinkEnd& b) { return a.input > b.input; });
    for (const LinkEnd& end : removed)
        removeLink(project.model, end);
    keepOutputsAtEnds(before, project.model);
    return project;
}

Project with(Project project, const TensorRef& from, LinkEnd to, const std::optional<LinkEnd>& moved)
{
    const ModelSpec before = project.model;
    if (moved) {
        removeLink(project.model, *moved);
        if (moved->layer == to.layer && to.input > moved->input)
            --to.input;
    }
    addLink(project.model, from, to);
    keepOutputsAtEnds(before, project.model);
    return project;
}

QString source(const Project& project, const LinkEnd& end)
{
    return QString::fromStdString(project.model.find(end.layer)->inputs.at(end.input).layer);
}
} // namespace

EditLinks::EditLinks(const Project& project, const TensorRef& from, const LinkEnd& to,
                     const std::optional<LinkEnd>& moved)
    : EditStructure(project, with(project, from, to, moved),
                    (moved ? tr("Move the link to %1 → %2") : tr("Connect %1 to %2"))
                        .arg(QString::fromStdString(from.layer), QString::fromStdString(to.layer)))
{
}

EditLinks::EditLinks(const Project& project, const std::vector<LinkEnd>& removed)
    : EditStructure(project, without(project, removed),
                    removed.size() == 1
                        ? tr("Remove the link %1 → %2")
                              .arg(source(project, removed[0]), QString::fromStdString(removed[0].layer))
                        : tr("Remove %n links", nullptr, static_cast<int>(removed.size())))
{
}

} // namespace lamina
