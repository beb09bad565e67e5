#include "app/commands/project_patch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lamina {

ProjectPatch ProjectPatch::between(const Project& before, const Project& after)
{
    ProjectPatch patch;
    const auto& a = before.model.layers;
    const auto& b = after.model.layers;
    const auto [endA, endB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto [backA, backB] = std::mismatch(a.rbegin(), std::make_reverse_iterator(endA), b.rbegin(),
                                              std::make_reverse_iterator(endB));
    patch.m_first = static_cast<std::size_t>(endA - a.begin());
    patch.m_present = static_cast<std::size_t>(backA.base() - endA);
    patch.m_layers.assign(endB, backB.base());

    if (before.model.inputs != after.model.inputs || before.model.outputs != after.model.outputs)
        patch.m_links = Links{after.model.inputs, after.model.outputs};
    if (before.weights != after.weights)
        patch.m_weights = after.weights;
    if (before.training != after.training)
        patch.m_training = after.training;

    for (const auto& [name, position] : after.layout)
        if (const auto old = before.layout.find(name);
            old == before.layout.end() || !(old->second == position))
            patch.m_positions[name] = position;
    for (const auto& [name, position] : before.layout)
        if (!after.layout.contains(name))
            patch.m_positions[name] = std::nullopt;
    return patch;
}

bool ProjectPatch::empty() const
{
    return m_present == 0 && m_layers.empty() && !m_links && !m_weights && !m_training && m_positions.empty();
}

Changes ProjectPatch::exchange(Project& project)
{
    Changes changes;
    if (m_present > 0 || !m_layers.empty()) {
        auto& layers = project.model.layers;
        const auto first = layers.begin() + static_cast<std::ptrdiff_t>(m_first);
        const auto last = first + static_cast<std::ptrdiff_t>(m_present);
        std::vector<LayerSpec> gone(std::make_move_iterator(first), std::make_move_iterator(last));
        const auto place = layers.erase(first, last);
        m_present = m_layers.size();
        layers.insert(place, std::make_move_iterator(m_layers.begin()),
                      std::make_move_iterator(m_layers.end()));
        m_layers = std::move(gone);
        changes |= Change::Model;
    }
    if (m_links) {
        std::swap(project.model.inputs, m_links->inputs);
        std::swap(project.model.outputs, m_links->outputs);
        changes |= Change::Model;
    }
    if (m_weights) {
        std::swap(project.weights, *m_weights);
        changes |= Change::Model;
    }
    if (m_training) {
        std::swap(project.training, *m_training);
        changes |= Change::Training;
    }
    for (auto& [name, position] : m_positions) {
        std::optional<CanvasPosition> before;
        if (const auto found = project.layout.find(name); found != project.layout.end())
            before = found->second;
        if (position)
            project.layout[name] = *position;
        else
            project.layout.erase(name);
        position = before;
        changes |= Change::Layout;
    }
    return changes;
}

} // namespace lamina
