// Squeezes a sample through a narrow middle and learns to give it back: what passes there is what matters.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index sideMultiple = 4; // halved twice and doubled twice

Json convolution(Index filters, Index strides, const char* activation)
{
    return {{"filters", filters},
            {"kernel_size", {3, 3}},
            {"strides", {strides, strides}},
            {"padding", "same"},
            {"activation", activation}};
}

ModelSpec ofPictures(const Shape& input)
{
    ModelBuilder model(input);
    model.add("Conv2D", "encoder_1", convolution(16, 2, "relu"));
    model.add("Conv2D", "code", convolution(8, 2, "relu"));
    model.add("Conv2DTranspose", "decoder_1", convolution(8, 2, "relu"));
    model.add("Conv2DTranspose", "decoder_2", convolution(16, 2, "relu"));
    model.add("Conv2D", "picture", convolution(input[2], 1, "sigmoid"));
    return model.take();
}

ModelSpec ofRows(const Shape& input)
{
    ModelBuilder model(input);
    model.add("Dense", "encoder_1", {{"units", 64}, {"activation", "relu"}});
    model.add("Dense", "code", {{"units", 8}, {"activation", "relu"}});
    model.add("Dense", "decoder_1", {{"units", 64}, {"activation", "relu"}});
    model.add("Dense", "row", {{"units", input[0]}});
    return model.take();
}

Result<ModelSpec> build(const ModelTask& task)
{
    if (task.input.rank() == 1 && task.ids == 0)
        return ofRows(task.input);
    if (std::optional<Fault> unfit = pictureFault(task.input, sideMultiple))
        return *unfit;
    if (task.input[0] % sideMultiple != 0 || task.input[1] % sideMultiple != 0)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("templates", "The sides %1 and %2 cannot be halved twice"),
                          task.input[0], task.input[1]),
                     {},
                     LAMINA_TEXT("templates", "give it sides that are multiples of 4")};
    return ofPictures(task.input);
}
} // namespace

const ModelTemplate& autoencoder()
{
    static const ModelTemplate made{
        .id = "autoencoder",
        .title = LAMINA_TEXT("templates", "Autoencoder"),
        .line =
            LAMINA_TEXT("templates", "Squeezes a sample through a narrow middle and learns to give it back."),
        .data = LAMINA_TEXT("templates", "Pictures with sides of a multiple of 4, or rows of numbers"),
        .place = 5,
        .usual = {.input = {28, 28, 1}},
        .build = build,
        .givesInputBack = true};
    return made;
}

} // namespace lamina::templates
