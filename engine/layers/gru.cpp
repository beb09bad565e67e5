// GRU: gated recurrent unit, with Keras' gates z, r, h.   x [steps, in]   y [units] or [steps, units]
#include "engine/model/recurrent_fields.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return recurrentSignature(RecurrentCell::Gru, attributes, inputs[0]);
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return compileRecurrent(RecurrentCell::Gru, request);
}
} // namespace

const LayerType& gru()
{
    static const LayerType type{
        .className = "GRU",
        .label = LAMINA_TEXT("layers", "GRU"),
        .help = LAMINA_TEXT("layers", "Reads a sequence step by step; with fewer gates than an LSTM"),
        .family = Family::Recurrent,
        .fields = recurrentFields(RecurrentCell::Gru),
        .signature = signature,
        .compile = compile,
        .examples =
            {{R"({"units": 3})", {{4, 2}}},
             {R"({"units": 1, "return_sequences": true, "use_bias": false})", {{3, 1}}},
             {R"({"units": 5, "return_sequences": true, "go_backwards": true, "return_state": true})",
              {{3, 5}}},
             {R"({"units": 4, "reset_after": false})", {{3, 2}}},
             {R"({"units": 3, "reset_after": false, "recurrent_dropout": 0.4, "activation": "swish"})",
              {{3, 2}}},
             {R"({"units": 4, "dropout": 0.3, "recurrent_dropout": 0.4})", {{3, 2}}}},
        .mask = MaskRule::Passes,
        .maskedOutputs = recurrentMaskedOutputs};
    return type;
}

} // namespace lamina::layers
