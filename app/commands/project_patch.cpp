#include "app/commands/project_patch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lamina {

namespace {
// What has to be put in, or taken out where there is nothing, to come from one to the other.
template <typename Value>
std::map<std::string, std::optional<Value>> differing(const std::map<std::string, Value>& before,
                                                      const std::map<std::string, Value>& after)
{
    std::map<std::string, std::optional<Value>> found;
    for (const auto& [name, value] : after)
        if (const auto old = before.find(name); old == before.end() || !(old->second == value))
            found[name] = value;
    for (const auto& [name, value] : before)
        if (!after.contains(name))
            found[name] = std::nullopt;
    return found;
}

template <typename Value>
void exchangeEach(std::map<std::string, Value>& held, std::map<std::string, std::optional<Value>>& values)
{
    for (auto& [name, value] : values) {
        std::optional<Value> before;
        if (const auto found = held.find(name); found != held.end())
            before = found->second;
        if (value)
            held[name] = *value;
        else
            held.erase(name);
        value = std::move(before);
    }
}
} // namespace

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

    patch.m_positions = differing(before.layout, after.layout);
    patch.m_groups = differing(before.groups, after.groups);
    return patch;
}

bool ProjectPatch::empty() const
{
    return m_present == 0 && m_layers.empty() && !m_links && !m_weights && !m_training && m_positions.empty()
        && m_groups.empty();
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
    exchangeEach(project.layout, m_positions);
    exchangeEach(project.groups, m_groups);
    if (!m_positions.empty() || !m_groups.empty())
        changes |= Change::Layout;
    return changes;
}

} // namespace lamina
