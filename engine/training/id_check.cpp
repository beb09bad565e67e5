#include "engine/training/id_check.h"

#include <algorithm>

namespace lamina {

namespace {
constexpr Index samplesLookedAt = 100'000;

Fault fault(Text what, const NetworkLayer& layer, Index needed)
{
    return {FaultKind::Input, std::move(what), Place{{}, "data", layer.spec.name},
            Text(LAMINA_TEXT("training",
                             "set its input_dim to %1, or prepare the data so that ids stay below it"),
                 needed)};
}

// The first id that the layer does not know, as a fault.
std::optional<Fault> unknownId(const DataParts& parts, const Feed& feed, std::size_t input,
                               const NetworkLayer& layer, Index below)
{
    const Feed::Field& field = feed.inputs()[input];
    const DataField& described = parts.train->fields()[static_cast<std::size_t>(field.index)];
    const auto names = static_cast<Index>(described.classNames.size());
    if (names > below)
        return fault(Text(LAMINA_TEXT("training", "The data have %1 ids in '%2', and '%3' knows %4"), names,
                          described.name, layer.spec.name, below),
                     layer, names);
    if (names > 0)
        return std::nullopt;
    std::vector<float> values(static_cast<std::size_t>(field.elements));
    for (Index sample = 0; sample < std::min(parts.train->size(), samplesLookedAt); ++sample) {
        if (!parts.train->readNumbers(sample, field.index, values))
            return std::nullopt; // training will say why
        if (feed.preprocess() && field.prepared)
            feed.preprocess()(values);
        for (const float id : values)
            if (!(id > -1 && id < static_cast<float>(below)))
                return fault(Text(LAMINA_TEXT("training",
                                              "Sample %1 holds the id %2, and '%3' knows those from 0 "
                                              "to %4"),
                                  parts.train->sampleName(sample), id, layer.spec.name, below - 1),
                             layer, id >= 0 ? static_cast<Index>(id) + 1 : below);
    }
    return std::nullopt;
}
} // namespace

Faults checkIds(const DataParts& parts, const Feed& feed, const Network& network)
{
    Faults faults;
    for (std::size_t i = 0; i < network.inputs().size(); ++i)
        for (const NetworkLayer& layer : network.layers()) {
            if (!layer.type->idsBelow || layer.inputLayers[0] != network.inputs()[i].first)
                continue;
            const Index below = layer.type->idsBelow(Attributes(layer.type->fields, layer.spec.config));
            if (std::optional<Fault> found = unknownId(parts, feed, i, layer, below))
                faults.push_back(std::move(*found));
        }
    return faults;
}

} // namespace lamina
