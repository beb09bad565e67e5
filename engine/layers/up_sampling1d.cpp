// UpSampling1D: each step several times, one after the other.   x [steps, c]   y [steps · size, c]
#include "engine/kernels/upsampling.h"
#include "engine/model/common_fields.h"

namespace lamina::layers {

namespace {
const std::array upSamplingFields{
    fields::whole("size", "2", 1, 1024, LAMINA_TEXT("layers", "Size"),
                  LAMINA_TEXT("layers", "How many times each step is repeated"))};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 2)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "UpSampling1D reads sequences (steps, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers", "use UpSampling2D for pictures, or RepeatVector for one row of numbers")};
    return Signature{.outputs = {Shape{x[0] * attributes.whole("size"), x[1]}}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    return makeUpsamplingKernel(Interpolation::Nearest, Shape{x[0], 1, x[1]},
                                request.attributes.whole("size"), 1);
}
} // namespace

const LayerType& up_sampling1d()
{
    static const LayerType type{
        .className = "UpSampling1D",
        .label = LAMINA_TEXT("layers", "Upsampling 1D"),
        .help = LAMINA_TEXT("layers", "Makes the sequence longer by a whole factor"),
        .family = Family::ShapeChange,
        .fields = upSamplingFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({})", {{4, 3}}}, {R"({"size": 5})", {{1, 2}}}, {R"({"size": 1})", {{3, 1}}}}};
    return type;
}

} // namespace lamina::layers
