#include "engine/model/convolution_fields.h"

namespace lamina {

namespace fields {
Field filters()
{
    return whole("filters", nullptr, 1, 65536, LAMINA_TEXT("layers", "Filters"),
                 LAMINA_TEXT("layers", "Feature maps out"));
}

Field groups()
{
    return whole("groups", "1", 1, 65536, LAMINA_TEXT("layers", "Groups"),
                 LAMINA_TEXT("layers", "Into how many groups the channels are split; each sees only itself"));
}

Field depthMultiplier()
{
    return whole("depth_multiplier", "1", 1, 1024, LAMINA_TEXT("layers", "Depth multiplier"),
                 LAMINA_TEXT("layers", "How many windows each channel has of its own"));
}

Field kernelSize(int axes)
{
    return sizes(axes, "kernel_size", nullptr, LAMINA_TEXT("layers", "Kernel size"),
                 axes == 1 ? LAMINA_TEXT("layers", "Length of the window")
                           : LAMINA_TEXT("layers", "Height and width of the window"));
}

Field strides(int axes)
{
    return sizes(axes, "strides", axes == 1 ? "1" : "[1, 1]", LAMINA_TEXT("layers", "Strides"),
                 LAMINA_TEXT("layers", "How far the window moves each time"));
}

Field dilationRate(int axes)
{
    return sizes(axes, "dilation_rate", axes == 1 ? "1" : "[1, 1]", LAMINA_TEXT("layers", "Dilation rate"),
                 LAMINA_TEXT("layers", "Distance between the cells of the window"));
}

Field activityRegularizer()
{
    return regularizer("activity_regularizer", LAMINA_TEXT("layers", "Activity regularizer"));
}
} // namespace fields

ConvolutionGeometry pictureGeometry(const Attributes& attributes, const Shape& x, Index out, Index groups)
{
    const std::vector<Index> kernel = attributes.wholes("kernel_size");
    const std::vector<Index> strides = attributes.wholes("strides");
    const std::vector<Index> dilation = attributes.wholes("dilation_rate");
    const Padding padding = fields::paddingOf(attributes);
    return {.height = x[0],
            .width = x[1],
            .in = x[2],
            .out = out,
            .groups = groups,
            .kernelHeight = kernel[0],
            .kernelWidth = kernel[1],
            .strideHeight = strides[0],
            .strideWidth = strides[1],
            .dilationHeight = dilation[0],
            .dilationWidth = dilation[1],
            .rows = placeWindow(x[0], kernel[0], strides[0], dilation[0], padding),
            .columns = placeWindow(x[1], kernel[1], strides[1], dilation[1], padding),
            .bias = attributes.flag("use_bias")};
}

Faults checkPicture(const char* layer, const Shape& x)
{
    if (x.rank() == 3)
        return {};
    return {
        Fault{FaultKind::Input,
              Text(LAMINA_TEXT("layers", "%1 reads pictures (height, width, channels), and here come %2"),
                   layer, x.text()),
              {},
              LAMINA_TEXT("layers",
                          "put it before the Flatten layer, or give the input a shape like (28, 28, 1)")}};
}

Faults checkSequence(const char* layer, const Shape& x)
{
    if (x.rank() == 2)
        return {};
    return {Fault{
        FaultKind::Input,
        Text(LAMINA_TEXT("layers", "%1 reads sequences (steps, features), and here come %2"), layer,
             x.text()),
        {},
        LAMINA_TEXT("layers", "give the input a shape like (100, 8), or put a Reshape layer before it")}};
}

Faults checkGroups(Index groups, Index in, Index out)
{
    if (in % groups == 0 && out % groups == 0)
        return {};
    return {Fault{FaultKind::Input,
                  Text(LAMINA_TEXT("layers", "%1 channels in and %2 filters cannot be split into %3 groups"),
                       in, out, groups),
                  {.path = "config.groups"},
                  LAMINA_TEXT("layers", "choose groups that divide both")}};
}

Faults checkWindow(const ConvolutionGeometry& g)
{
    const bool dilated = g.dilationHeight > 1 || g.dilationWidth > 1;
    const bool strided = g.strideHeight > 1 || g.strideWidth > 1;
    if (dilated && strided)
        return {Fault{FaultKind::Input,
                      LAMINA_TEXT("layers", "Strides above 1 and a dilation rate above 1 do not go together"),
                      {},
                      LAMINA_TEXT("layers", "set one of them to 1")}};
    if (g.rows.output >= 1 && g.columns.output >= 1)
        return {};
    return {
        Fault{FaultKind::Input,
              Text(LAMINA_TEXT("layers", "A window of %1 × %2 does not fit into a picture of %3 × %4"),
                   (g.kernelHeight - 1) * g.dilationHeight + 1, (g.kernelWidth - 1) * g.dilationWidth + 1,
                   g.height, g.width),
              {},
              LAMINA_TEXT("layers", "make the window smaller, pool less before it, or set padding to same")}};
}

Fault windowTooLong(Index window, Index steps)
{
    return {
        FaultKind::Input,
        Text(LAMINA_TEXT("layers", "A window of %1 does not fit into a sequence of %2 steps"), window, steps),
        {},
        LAMINA_TEXT("layers", "make the window shorter, pool less before it, or set padding to same")};
}

double convolutionFlops(const ConvolutionGeometry& g)
{
    const Index inputs = g.in / g.groups; // that each output reads
    return 2.0 * static_cast<double>(g.rows.output * g.columns.output * g.out)
        * static_cast<double>(g.kernelHeight * g.kernelWidth * inputs);
}

} // namespace lamina
