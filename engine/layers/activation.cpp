// Activation: a function of each number (softmax: of each row).   x [...]   y as x
#include "engine/kernels/view.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array activationFields{fields::choice("activation", nullptr, activationNames(),
                                                 LAMINA_TEXT("fields", "Activation"),
                                                 LAMINA_TEXT("fields", "Function applied to each output"))};

Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{
        .outputs = {inputs[0]}, .parameters = {}, .flops = static_cast<double>(inputs[0].elements())};
}

// The plan applies the activation: what is left of the layer is x itself.
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeViewKernel(request.inputs[0].elements());
}
} // namespace

const LayerType& activation()
{
    static const LayerType type{.className = "Activation",
                                .label = LAMINA_TEXT("layers", "Activation"),
                                .help = LAMINA_TEXT("layers", "Applies a function to each number"),
                                .family = Family::Activation,
                                .fields = activationFields,
                                .signature = signature,
                                .compile = compile,
                                .activationField = "activation",
                                .examples = {{R"({"activation": "tanh"})", {{2, 3}}},
                                             {R"({"activation": "softmax"})", {{4, 5}}},
                                             {R"({"activation": "gelu"})", {{6}}},
                                             {R"({"activation": "hard_sigmoid"})", {{3, 4}}},
                                             {R"({"activation": "exponential"})", {{5}}},
                                             {R"({"activation": "mish"})", {{5}}}},
                                .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
