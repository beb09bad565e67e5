// GlobalAveragePooling2D: the mean of each channel.   x [h, w, c]   y [c], or [1, 1, c] with keepdims
#include "engine/kernels/global_pooling.h"
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    return makeGlobalAverageKernel(x[0] * x[1], x[-1]);
}
} // namespace

const LayerType& global_average_pooling2d()
{
    static const LayerType type{
        .className = "GlobalAveragePooling2D",
        .label = LAMINA_TEXT("layers", "Global average pooling 2D"),
        .help = LAMINA_TEXT("layers", "One number a feature map: its mean"),
        .family = Family::Pooling,
        .fields = globalPoolingFields,
        .signature = globalPoolingSignature,
        .compile = compile,
        .examples = {{R"({})", {{3, 4, 5}}}, {R"({"keepdims": true})", {{1, 2, 1}}}, {R"({})", {{1, 1, 3}}}}};
    return type;
}

} // namespace lamina::layers
