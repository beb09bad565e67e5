// MaxPooling1D: the largest of each window.   x [steps, c]   y [new steps, c]
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePoolingKernel(PoolingKind::Maximum, poolingGeometry1d(request.attributes, request.inputs[0]),
                             request);
}
} // namespace

const LayerType& max_pooling1d()
{
    static const LayerType type{
        .className = "MaxPooling1D",
        .label = LAMINA_TEXT("layers", "Max pooling 1D"),
        .help = LAMINA_TEXT("layers", "Keeps the largest number of each window"),
        .family = Family::Pooling,
        .fields = poolingFields1d,
        .signature = poolingSignature1d,
        .compile = compile,
        .examples = {{R"({})", {{6, 2}}},
                     {R"({"pool_size": 3, "strides": 2, "padding": "same"})", {{7, 1}}},
                     {R"({"pool_size": [2], "strides": [1]})", {{5, 3}}}}};
    return type;
}

} // namespace lamina::layers
