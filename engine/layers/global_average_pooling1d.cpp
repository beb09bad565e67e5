// GlobalAveragePooling1D: the mean of each channel over the steps that no mask passes over.   x [steps,
// c]   y [c], or [1, c] with keepdims
#include "engine/kernels/global_pooling.h"
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    const Shape& x = request.inputs[0];
    const bool masked = !request.maskAxes.empty() && request.maskAxes[0] == 1; // a mask of steps
    return makeGlobalAverageKernel(x[0], x[-1], masked);
}
} // namespace

const LayerType& global_average_pooling1d()
{
    static const LayerType type{
        .className = "GlobalAveragePooling1D",
        .label = LAMINA_TEXT("layers", "Global average pooling 1D"),
        .help = LAMINA_TEXT("layers", "One number a feature: its mean over all steps"),
        .family = Family::Pooling,
        .fields = globalPoolingFields,
        .signature = globalPoolingSignature1d,
        .compile = compile,
        .examples = {{R"({})", {{4, 5}}}, {R"({"keepdims": true})", {{3, 1}}}, {R"({})", {{1, 3}}}}};
    return type;
}

} // namespace lamina::layers
