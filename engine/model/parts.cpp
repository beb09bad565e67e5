// Losses, optimizers and metrics by name.
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/optimizer_type.h"

#include <algorithm>

namespace lamina {

namespace {
// By its name or an alias of it; nullptr if there is none.
template <typename Type>
const Type* named(std::span<const Type* const> types, std::string_view name)
{
    const auto found = std::ranges::find_if(types, [&](const Type* type) {
        return name == type->className
            || std::ranges::any_of(type->aliases, [&](const char* alias) { return name == alias; });
    });
    return found == types.end() ? nullptr : *found;
}
} // namespace

const LossType* losses::find(std::string_view name)
{
    return named(all(), name);
}

const OptimizerType* optimizers::find(std::string_view name)
{
    return named(all(), name);
}

const MetricType* metrics::find(std::string_view name)
{
    return named(all(), name);
}

} // namespace lamina
