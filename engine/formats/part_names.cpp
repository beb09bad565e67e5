#include "engine/formats/part_names.h"

#include "engine/core/listed.h"
#include "engine/data/preprocess_type.h"
#include "engine/data/source_type.h"
#include "engine/formats/nearest_name.h"
#include "engine/model/layer_type.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/optimizer_type.h"
#include "engine/training/callback_type.h"

namespace lamina {

namespace {
template <typename Type>
const char* nameOf(const Type& type)
{
    if constexpr (requires { type.className; })
        return type.className;
    else
        return type.name;
}

template <typename Type>
PartKind kindOf(TextId unknown, std::span<const Type* const> all, const Type* (*find)(std::string_view))
{
    PartKind kind{unknown, {}, {}};
    kind.find = [find](const std::string& name) -> std::optional<KnownPart> {
        const Type* type = find(name);
        if (!type)
            return std::nullopt;
        KnownPart part{nameOf(*type), type->fields, {}};
        if constexpr (requires { type->check; })
            if (type->check)
                part.check = type->check;
        return part;
    };
    for (const Type* type : all)
        kind.names.emplace_back(nameOf(*type));
    return kind;
}

Text suggestion(const std::string& given, std::span<const std::string> known)
{
    if (const std::optional<std::string> near = nearestName(given, known))
        return {LAMINA_TEXT("project", "did you mean '%1'? There are: %2"), *near, listed(known)};
    if (known.empty())
        return LAMINA_TEXT("project", "remove it");
    return {LAMINA_TEXT("project", "use one of: %1"), listed(known)};
}
} // namespace

const PartKind& layerKind()
{
    static const PartKind kind =
        kindOf<LayerType>(LAMINA_TEXT("project", "There is no layer type '%1'"), layers::all(), layers::find);
    return kind;
}

const PartKind& lossKind()
{
    static const PartKind kind =
        kindOf<LossType>(LAMINA_TEXT("project", "There is no loss '%1'"), losses::all(), losses::find);
    return kind;
}

const PartKind& optimizerKind()
{
    static const PartKind kind = kindOf<OptimizerType>(LAMINA_TEXT("project", "There is no optimizer '%1'"),
                                                       optimizers::all(), optimizers::find);
    return kind;
}

const PartKind& metricKind()
{
    static const PartKind kind =
        kindOf<MetricType>(LAMINA_TEXT("project", "There is no metric '%1'"), metrics::all(), metrics::find);
    return kind;
}

const PartKind& callbackKind()
{
    static const PartKind kind = kindOf<CallbackType>(LAMINA_TEXT("project", "There is no callback '%1'"),
                                                      callbacks::all(), callbacks::find);
    return kind;
}

const PartKind& preprocessKind()
{
    static const PartKind kind =
        kindOf<PreprocessType>(LAMINA_TEXT("project", "There is no preprocessing step '%1'"),
                               preprocessing::all(), preprocessing::find);
    return kind;
}

const PartKind& sourceKind()
{
    static const PartKind kind = kindOf<SourceType>(LAMINA_TEXT("project", "There is no data source '%1'"),
                                                    sources::all(), sources::find);
    return kind;
}

Fault unknownPart(const PartKind& kind, const std::string& name, const Place& where)
{
    return {FaultKind::Input, Text(kind.unknown, name), where, suggestion(name, kind.names)};
}

Fault unknownKey(const std::string& key, std::span<const std::string> known, const Place& where)
{
    return {FaultKind::Input, Text(LAMINA_TEXT("project", "There is no key '%1' here"), key), where,
            suggestion(key, known)};
}

} // namespace lamina
