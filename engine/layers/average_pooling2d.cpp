// AveragePooling2D: the mean of each window's real cells.   x [h, w, c]   y [oh, ow, c]
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePoolingKernel(PoolingKind::Average, poolingGeometry(request.attributes, request.inputs[0]),
                             request);
}
} // namespace

const LayerType& average_pooling2d()
{
    static const LayerType type{
        .className = "AveragePooling2D",
        .label = LAMINA_TEXT("layers", "Average pooling 2D"),
        .help = LAMINA_TEXT("layers", "Keeps the mean of each window"),
        .family = Family::Pooling,
        .fields = poolingFields,
        .signature = poolingSignature,
        .compile = compile,
        .examples = {{R"({})", {{4, 6, 2}}},
                     {R"({"pool_size": 3, "strides": 2, "padding": "same"})", {{5, 6, 1}}},
                     {R"({"pool_size": [2, 3], "strides": 1})", {{4, 5, 3}}}}};
    return type;
}

} // namespace lamina::layers
