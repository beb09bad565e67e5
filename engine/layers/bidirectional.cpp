// Bidirectional: a recurrent layer twice, once in the order of the steps and once against it.
// x [steps, in]   y both outputs, merged; then the last states of both, if the layer gives them.
#include "engine/kernels/merge_directions.h"
#include "engine/model/recurrent_fields.h"
#include "engine/model/wrapped_layer.h"

#include <algorithm>

namespace lamina::layers {

namespace {
constexpr std::array examplesInside{R"({"class_name": "LSTM", "config": {"units": 32}})",
                                    R"({"class_name": "GRU", "config": {"units": 32}})",
                                    R"({"class_name": "SimpleRNN", "config": {"units": 32}})"};
constexpr std::array mergeModes{"concat", "sum", "ave", "mul"};
const std::array wrapperFields{
    wrappedField("layer", nullptr, examplesInside,
                 LAMINA_TEXT("layers", "What reads the steps: {\"class_name\": \"LSTM\", \"config\": {…}}")),
    Field{.name = "merge_mode",
          .kind = FieldKind::Choice,
          .defaultJson = "\"concat\"",
          .label = LAMINA_TEXT("layers", "Merge"),
          .help = LAMINA_TEXT("layers", "How the two outputs become one; none: they stay two"),
          .choices = mergeModes,
          .orNull = true},
    wrappedField("backward_layer", "null", examplesInside,
                 LAMINA_TEXT("layers", "What reads against the order of the steps, if not the same"))};

struct Direction {
    RecurrentCell cell;
    WrappedLayer layer;
};

Result<Direction> readDirection(const Attributes& attributes, const char* key)
{
    Result<WrappedLayer> inner = readWrapped(attributes.value(key), key);
    if (!inner)
        return inner.faults();
    const std::optional<RecurrentCell> cell = recurrentCellNamed(inner->type->className);
    if (!cell)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("layers", "%1 does not read step by step"), inner->type->className),
                     {.path = std::string("config.") + key + ".class_name"},
                     LAMINA_TEXT("layers", "use one of: SimpleRNN, LSTM, GRU")};
    return Direction{*cell, std::move(*inner)};
}

// The layer that reads the other way is given, or is made from the first.
Result<std::array<Direction, 2>> directions(const Attributes& attributes)
{
    Result<Direction> forward = readDirection(attributes, "layer");
    if (!forward)
        return forward.faults();
    const bool against = forward->layer.attributes().flag("go_backwards");
    if (attributes.isNull("backward_layer")) {
        Direction backward = *forward;
        backward.layer.config["go_backwards"] = !against;
        return std::array{std::move(*forward), std::move(backward)};
    }
    Result<Direction> backward = readDirection(attributes, "backward_layer");
    if (!backward)
        return backward.faults();
    const Attributes one = forward->layer.attributes();
    const Attributes other = backward->layer.attributes();
    if (other.flag("go_backwards") == against
        || other.flag("return_sequences") != one.flag("return_sequences")
        || other.flag("return_state") != one.flag("return_state"))
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "The two layers inside do not go together"),
                     {.path = "config.backward_layer"},
                     LAMINA_TEXT("layers",
                                 "give them opposite go_backwards and the same return_sequences and "
                                 "return_state")};
    return std::array{std::move(*forward), std::move(*backward)};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Result<std::array<Direction, 2>> both = directions(attributes);
    if (!both)
        return both.faults();
    Signature result;
    std::array<std::vector<Shape>, 2> outputs;
    for (const std::size_t way : {0U, 1U}) {
        const auto& [cell, layer] = (*both)[way];
        Result<Signature> one = recurrentSignature(cell, layer.attributes(), inputs[0]);
        if (!one)
            return one;
        outputs[way] = one->outputs;
        result.flops += one->flops;
        if (way == 0)
            result.activityRegularizer = one->activityRegularizer;
        for (ParameterSpec& parameter : one->parameters) {
            parameter.name = (way == 0 ? "forward_" : "backward_") + layer.name + "/" + parameter.name;
            parameter.trainable = layer.trainable;
            result.parameters.push_back(std::move(parameter));
        }
    }
    const std::string mode = attributes.text("merge_mode");
    Shape y = outputs[0][0];
    if (mode == "concat")
        y[-1] += outputs[1][0][-1];
    else if (!mode.empty() && outputs[1][0] != y)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("layers", "The two layers inside give outputs of different sizes"),
                     {.path = "config.backward_layer"},
                     LAMINA_TEXT("layers", "give them the same units, or set merge_mode to concat")};
    result.outputs = {y};
    if (mode.empty())
        result.outputs.push_back(outputs[1][0]);
    for (const std::vector<Shape>& states : outputs)
        result.outputs.insert(result.outputs.end(), states.begin() + 1, states.end());
    return result;
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const std::array<Direction, 2> both = *directions(request.attributes);
    DirectionsGeometry geometry;
    const std::string mode = request.attributes.text("merge_mode");
    geometry.merge = mode == "concat" ? MergeMode::Concat
        : mode == "sum"               ? MergeMode::Sum
        : mode == "ave"               ? MergeMode::Average
        : mode == "mul"               ? MergeMode::Multiply
                                      : MergeMode::Apart;
    for (const std::size_t way : {0U, 1U})
        geometry.directions[way] =
            recurrentGeometry(both[way].cell, both[way].layer.attributes(), request.inputs[0]);
    return makeDirectionsKernel(geometry, request);
}

int maskedOutputs(const Attributes& attributes)
{
    if (!recurrentMaskedOutputs(wrapped(attributes.value("layer")).attributes()))
        return 0;
    return attributes.isNull("merge_mode") ? 2 : 1;
}
} // namespace

const LayerType& bidirectional()
{
    static const LayerType type{
        .className = "Bidirectional",
        .label = LAMINA_TEXT("layers", "Bidirectional"),
        .help = LAMINA_TEXT("layers", "Reads a sequence from both ends"),
        .family = Family::Recurrent,
        .fields = wrapperFields,
        .signature = signature,
        .compile = compile,
        .examples =
            {{R"({"layer": {"class_name": "LSTM", "config": {"units": 2}}})", {{3, 2}}},
             {R"({"layer": {"class_name": "GRU", "config": {"units": 3, "return_sequences": true}},
                          "merge_mode": "mul"})",
              {{3, 2}}},
             {R"({"layer": {"class_name": "SimpleRNN", "config": {"units": 3, "return_state": true}},
                          "merge_mode": null})",
              {{2, 2}}},
             {R"({"layer": {"class_name": "SimpleRNN", "config": {"units": 2, "return_sequences": true}},
                          "backward_layer": {"class_name": "GRU", "config":
                              {"units": 3, "return_sequences": true, "go_backwards": true}}})",
              {{3, 2}}},
             {R"({"layer": {"class_name": "LSTM", "config":
                              {"units": 2, "dropout": 0.3, "recurrent_dropout": 0.3}}, "merge_mode": "ave"})",
              {{2, 3}}}},
        .mask = MaskRule::Passes,
        .maskedOutputs = maskedOutputs};
    return type;
}

} // namespace lamina::layers
