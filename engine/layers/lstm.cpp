// LSTM: long short-term memory, with Keras' gates i, f, c, o.   x [steps, in]   y [units] or [steps, units]
#include "engine/model/recurrent_fields.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return recurrentSignature(RecurrentCell::Lstm, attributes, inputs[0]);
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return compileRecurrent(RecurrentCell::Lstm, request);
}
} // namespace

const LayerType& lstm()
{
    static const LayerType type{
        .className = "LSTM",
        .label = LAMINA_TEXT("layers", "LSTM"),
        .help = LAMINA_TEXT("layers",
                            "Reads a sequence step by step; gates decide what is remembered and forgotten"),
        .family = Family::Recurrent,
        .fields = recurrentFields(RecurrentCell::Lstm),
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"units": 3})", {{4, 2}}},
                     {R"({"units": 1, "return_sequences": true, "use_bias": false})", {{3, 1}}},
                     {R"({"units": 5, "return_sequences": true, "go_backwards": true, "return_state": true})",
                      {{3, 5}}},
                     {R"({"units": 4, "activation": "swish", "recurrent_activation": "softplus"})", {{3, 2}}},
                     {R"({"units": 3, "activation": "softmax", "recurrent_activation": "tanh"})", {{2, 2}}},
                     {R"({"units": 4, "dropout": 0.3})", {{3, 2}}},
                     {R"({"units": 4, "dropout": 0.3, "recurrent_dropout": 0.4})", {{3, 2}}}},
        .mask = MaskRule::Passes,
        .maskedOutputs = recurrentMaskedOutputs};
    return type;
}

} // namespace lamina::layers
