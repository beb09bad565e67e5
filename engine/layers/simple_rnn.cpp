// SimpleRNN: h = tanh(x W + h R + b) at each step.   x [steps, in]   y [units] or [steps, units]
#include "engine/model/recurrent_fields.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    return recurrentSignature(RecurrentCell::Simple, attributes, inputs[0]);
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return compileRecurrent(RecurrentCell::Simple, request);
}
} // namespace

const LayerType& simple_rnn()
{
    static const LayerType type{
        .className = "SimpleRNN",
        .label = LAMINA_TEXT("layers", "Simple RNN"),
        .help = LAMINA_TEXT("layers",
                            "Reads a sequence step by step and remembers what it made of the step before"),
        .family = Family::Recurrent,
        .fields = recurrentFields(RecurrentCell::Simple),
        .signature = signature,
        .compile = compile,
        .examples =
            {{R"({"units": 3})", {{4, 2}}},
             {R"({"units": 1, "return_sequences": true, "use_bias": false})", {{3, 1}}},
             {R"({"units": 17, "return_sequences": true, "go_backwards": true, "activation": "gelu"})",
              {{3, 5}}},
             {R"({"units": 4, "dropout": 0.3, "recurrent_dropout": 0.4})", {{3, 2}}},
             {R"({"units": 2, "return_state": true})", {{1, 3}}}},
        .mask = MaskRule::Passes,
        .maskedOutputs = recurrentMaskedOutputs};
    return type;
}

} // namespace lamina::layers
