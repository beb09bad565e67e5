// SpatialDropout1D: in training whole channels of a sample are 0 with probability rate, the others grow by
// 1 / (1 - rate) (Tompson and others 2015).   x [t, c]   y as x
#include "engine/model/channel_dropout.h"

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (x.rank() != 2)
        return Fault{
            FaultKind::Input,
            Text(
                LAMINA_TEXT("layers", "SpatialDropout1D reads sequences (steps, channels), and here come %1"),
                x.text()),
            {},
            LAMINA_TEXT("layers", "use Dropout for other shapes, or give the input one like (100, 16)")};
    return Signature{.outputs = {x}, .parameters = {}, .flops = static_cast<double>(x.elements())};
}
} // namespace

const LayerType& spatial_dropout1d()
{
    static const LayerType type{
        .className = "SpatialDropout1D",
        .label = LAMINA_TEXT("layers", "Spatial dropout 1D"),
        .help = LAMINA_TEXT("layers", "Leaves whole channels out while training, for neighbours are alike"),
        .family = Family::Regularisation,
        .fields = channelDropoutFields,
        .signature = signature,
        .compile = compileChannelDropout,
        .examples = {{R"({"rate": 0.5})", {{5, 4}}},
                     {R"({"rate": 0.25, "seed": 3})", {{5, 4}}},
                     {R"({"rate": 0})", {{5, 4}}}},
        .mask = MaskRule::Passes};
    return type;
}

} // namespace lamina::layers
