// MaxPooling2D: the largest of each window.   x [h, w, c]   y [oh, ow, c]
#include "engine/model/pooling_fields.h"

namespace lamina::layers {

namespace {
std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePoolingKernel(PoolingKind::Maximum, poolingGeometry(request.attributes, request.inputs[0]),
                             request);
}
} // namespace

const LayerType& max_pooling2d()
{
    static const LayerType type{
        .className = "MaxPooling2D",
        .label = LAMINA_TEXT("layers", "Max pooling 2D"),
        .help = LAMINA_TEXT("layers", "Keeps the largest number of each window"),
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
