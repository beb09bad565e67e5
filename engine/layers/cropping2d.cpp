// Cropping2D: the picture without its rim.   x [top + h + bottom, left + w + right, c]   y [h, w, c]
#include "engine/kernels/frame.h"
#include "engine/model/convolution_fields.h"

namespace lamina::layers {

namespace {
const std::array croppingFields{
    Field{.name = "cropping",
          .kind = FieldKind::WholeList,
          .defaultJson = "[[0, 0], [0, 0]]",
          .label = LAMINA_TEXT("layers", "Cropping"),
          .help = LAMINA_TEXT("layers", "Cells cut off at the top and bottom, at the left and right"),
          .minimum = 0,
          .maximum = 65536,
          .listLength = 2,
          .inPairs = true},
    fields::dataFormat(),
};

PictureFrame frame(const Attributes& attributes, const Shape& x)
{
    const std::vector<Index> around = attributes.wholes("cropping");
    return {.height = x[0] - around[0] - around[1],
            .width = x[1] - around[2] - around[3],
            .channels = x[2],
            .top = around[0],
            .bottom = around[1],
            .left = around[2],
            .right = around[3]};
}

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    if (Faults faults = checkPicture("Cropping2D", x); !faults.empty())
        return faults;
    const PictureFrame f = frame(attributes, x);
    if (f.height < 1 || f.width < 1)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Of a picture of %1 × %2 the cropping leaves nothing"), x[0], x[1]),
            {.path = "config.cropping"},
            LAMINA_TEXT("layers", "cut off less")};
    return Signature{.outputs = {Shape{f.height, f.width, f.channels}}, .parameters = {}};
}

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return makeCroppingKernel(frame(request.attributes, request.inputs[0]));
}
} // namespace

const LayerType& cropping2d()
{
    static const LayerType type{.className = "Cropping2D",
                                .label = LAMINA_TEXT("layers", "Cropping 2D"),
                                .help = LAMINA_TEXT("layers", "Cuts the rim off the picture"),
                                .family = Family::ShapeChange,
                                .fields = croppingFields,
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{3, 4, 2}}},
                                             {R"({"cropping": 1})", {{3, 4, 1}}},
                                             {R"({"cropping": [0, 2]})", {{2, 5, 3}}},
                                             {R"({"cropping": [[1, 0], [2, 1]]})", {{3, 5, 5}}}}};
    return type;
}

} // namespace lamina::layers
