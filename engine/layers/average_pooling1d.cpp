// AveragePooling1D: the mean of the real steps of each window.   x [steps, c]   y [new steps, c]
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePoolingKernel(PoolingKind::Average, poolingGeometry1d(request.attributes, request.inputs[0]),
                             request);
}
} // namespace

const LayerType& average_pooling1d()
{
    static const LayerType type{
        .className = "AveragePooling1D",
        .label = LAMINA_TEXT("layers", "Average pooling 1D"),
        .help = LAMINA_TEXT("layers", "Keeps the mean of each window"),
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
