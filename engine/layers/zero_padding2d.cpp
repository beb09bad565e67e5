// ZeroPadding2D: zeros around the picture.   x [h, w, c]   y [top + h + bottom, left + w + right, c]
#include "engine/kernels/frame.h"
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
const std::array paddingFields{
    Field{.name = "padding",
          .kind = FieldKind::WholeList,
          .defaultJson = "[[1, 1], [1, 1]]",
          .label = LAMINA_TEXT("layers", "Padding"),
          .help = LAMINA_TEXT("layers", "Zeros added at the top and bottom, at the left and right"),
          .minimum = 0,
          .maximum = 65536,
          .listLength = 2,
          .inPairs = true},
    fields::dataFormat(),
};

PictureFrame frame(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> around = attributes.wholes("padding");
    return {.height = x[0],
            .width = x[1],
            .channels = x[2],
            .top = around[0],
            .bottom = around[1],
            .left = around[2],
            .right = around[3]};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("ZeroPadding2D", x); !faults.empty())
        return faults;
    const PictureFrame f = frame(attributes, x);
    return Signature{.outputs = {Shape{f.outerHeight(), f.outerWidth(), f.channels}}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makePaddingKernel(frame(request.attributes, request.inputs[0]));
}
} // namespace

const LayerType& zero_padding2d()
{
    static const LayerType type{.className = "ZeroPadding2D",
                                .label = LAMINA_TEXT("layers", "Zero padding 2D"),
                                .help = LAMINA_TEXT("layers", "Surrounds the picture with zeros"),
                                .family = Family::ShapeChange,
                                .fields = paddingFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{3, 4, 2}}},
                                             {R"({"padding": 2})", {{1, 1, 1}}},
                                             {R"({"padding": [0, 3]})", {{2, 3, 3}}},
                                             {R"({"padding": [[1, 0], [2, 3]]})", {{3, 2, 5}}}}};
    return type;
}

} // namespace lamina::layers
