#include "engine/model/groups.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace lamina {

namespace {
using Neighbours = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Neighbours readsOf(const ModelSpec& model)
{
    Neighbours reads;
    for (const LayerSpec& layer : model.layers)
        for (const TensorRef& input : layer.inputs)
            reads[layer.name].push_back(input.layer);
    return reads;
}

Neighbours readersOf(const ModelSpec& model)
{
    Neighbours readers;
    for (const LayerSpec& layer : model.layers)
        for (const TensorRef& input : layer.inputs)
            readers[input.layer].push_back(layer.name);
    return readers;
}

// All that can be reached from these, without them.
std::unordered_set<std::string_view> reached(const Neighbours& links, const LayerNames& from)
{
    std::vector<std::string_view> open(from.begin(), from.end());
    std::unordered_set<std::string_view> seen;
    while (!open.empty()) {
        const auto next = links.find(open.back());
        open.pop_back();
        if (next != links.end())
            for (const std::string_view each : next->second)
                if (!from.contains(std::string(each)) && seen.insert(each).second)
                    open.push_back(each);
    }
    return seen;
}

void addOnce(std::vector<TensorRef>& list, const TensorRef& tensor)
{
    if (std::find(list.begin(), list.end(), tensor) == list.end())
        list.push_back(tensor);
}
} // namespace

const std::string* groupOf(const LayerGroups& groups, const std::string& layer)
{
    for (const auto& [name, group] : groups)
        if (group.layers.contains(layer))
            return &name;
    return nullptr;
}

LayerGroups groupsWithin(const LayerGroups& groups, const LayerNames& layers)
{
    LayerGroups within;
    for (const auto& [name, group] : groups)
        if (std::includes(layers.begin(), layers.end(), group.layers.begin(), group.layers.end()))
            within.emplace(name, group);
    return within;
}

std::string freeGroupName(const LayerGroups& groups, const std::string& wanted)
{
    if (!groups.contains(wanted))
        return wanted;
    std::string base = wanted;
    if (const std::size_t space = base.find_last_of(' '); space != std::string::npos && space > 0
        && space + 1 < base.size() && base.find_first_not_of("0123456789", space + 1) == std::string::npos)
        base.resize(space);
    for (int number = 2;; ++number)
        if (std::string name = base + " " + std::to_string(number); !groups.contains(name))
            return name;
}

GroupEnds groupEnds(const ModelSpec& model, const LayerNames& layers)
{
    GroupEnds ends;
    std::unordered_set<std::string_view> read;
    for (const LayerSpec& layer : model.layers)
        for (const TensorRef& input : layer.inputs)
            read.insert(input.layer);
    for (const LayerSpec& layer : model.layers) {
        const bool inside = layers.contains(layer.name);
        for (const TensorRef& input : layer.inputs)
            if (inside != layers.contains(input.layer))
                addOnce(inside ? ends.inputs : ends.outputs, input);
        if (inside && !read.contains(layer.name))
            addOnce(ends.outputs, {layer.name, 0});
    }
    return ends;
}

std::optional<Fault> groupFault(const ModelSpec& model, const LayerGroups& groups, const LayerNames& layers)
{
    const auto refused = [](Text what, Text remedy) {
        return Fault{FaultKind::Input, std::move(what), {}, std::move(remedy)};
    };
    if (layers.size() < 2)
        return refused(LAMINA_TEXT("groups", "A block holds at least two layers"),
                       LAMINA_TEXT("groups", "select the layers that belong together"));
    for (const std::string& layer : layers)
        if (const std::string* other = groupOf(groups, layer))
            return refused(Text(LAMINA_TEXT("groups", "'%1' is in the block '%2': a block holds no other"),
                                layer, *other),
                           LAMINA_TEXT("groups", "ungroup that block first"));
    const auto after = reached(readersOf(model), layers);
    const auto before = reached(readsOf(model), layers);
    for (const LayerSpec& layer : model.layers)
        if (after.contains(layer.name) && before.contains(layer.name))
            return refused(
                Text(LAMINA_TEXT("groups", "'%1' stands between the layers of the block without being in it"),
                     layer.name),
                LAMINA_TEXT("groups", "select it, too, or only layers on one side of it"));
    return {};
}

std::optional<Fault> groupNameFault(const LayerGroups& groups, const std::string& self,
                                    const std::string& name)
{
    if (name.empty())
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("groups", "A block needs a name"),
                     {},
                     LAMINA_TEXT("groups", "type one")};
    if (name != self && groups.contains(name))
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("groups", "Another block is called '%1'"), name),
                     {},
                     LAMINA_TEXT("groups", "choose another name")};
    return {};
}

void settleGroups(const ModelSpec& before, const ModelSpec& after, LayerGroups& groups)
{
    if (groups.empty())
        return;
    std::unordered_set<std::string_view> old, now;
    for (const LayerSpec& layer : before.layers)
        old.insert(layer.name);
    for (const LayerSpec& layer : after.layers)
        now.insert(layer.name);
    for (auto group = groups.begin(); group != groups.end();) {
        std::erase_if(group->second.layers, [&](const std::string& layer) { return !now.contains(layer); });
        group = group->second.layers.empty() ? groups.erase(group) : std::next(group);
    }

    // New layers that hang together are looked at as one.
    const Neighbours reads = readsOf(after), readers = readersOf(after);
    std::unordered_set<std::string_view> seen;
    for (const LayerSpec& layer : after.layers) {
        if (old.contains(layer.name) || !seen.insert(layer.name).second)
            continue;
        std::vector<std::string_view> part{layer.name};
        std::set<const std::string*> above, below; // the blocks of what is read, and of what reads
        bool grouped = false;
        for (std::size_t i = 0; i < part.size(); ++i) {
            grouped = grouped || groupOf(groups, std::string(part[i]));
            for (const bool down : {false, true}) {
                const Neighbours& links = down ? readers : reads;
                const auto next = links.find(part[i]);
                if (next == links.end())
                    continue;
                for (const std::string_view each : next->second)
                    if (old.contains(each))
                        (down ? below : above).insert(groupOf(groups, std::string(each)));
                    else if (seen.insert(each).second)
                        part.push_back(each);
            }
        }
        if (!grouped && above.size() == 1 && above == below && *above.begin())
            groups[**above.begin()].layers.insert(part.begin(), part.end());
    }
}

} // namespace lamina
