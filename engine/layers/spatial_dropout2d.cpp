// SpatialDropout2D: in training whole channels of a sample are 0 with probability rate, the others grow by
// 1 / (1 - rate) (Tompson and others 2015).   x [h, w, c]   y as x
#include "engine/model/channel_dropout.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 3)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers",
                             "SpatialDropout2D reads pictures (height, width, channels), and here come %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers", "use Dropout for other shapes, or give the input one like (28, 28, 1)")};
    return Signature{.outputs = {x}, .parameters = {}, .flops = static_cast<double>(x.elements())};
}
} // namespace

const LayerType& spatial_dropout2d()
{
    static const LayerType type{
        .className = "SpatialDropout2D",
        .label = LAMINA_TEXT("layers", "Spatial dropout 2D"),
        .help = LAMINA_TEXT("layers", "Leaves whole channels out while training, for neighbours are alike"),
        .family = Family::Regularisation,
        .fields = channelDropoutFields,
        .signature = signature,
        .compile = compileChannelDropout,
        .examples = {{R"({"rate": 0.5})", {{3, 4, 5}}},
                     {R"({"rate": 0.25, "seed": 3})", {{3, 4, 5}}},
                     {R"({"rate": 0})", {{3, 4, 5}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
