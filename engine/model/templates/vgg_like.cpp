// What made VGG strong, for small pictures: convolutions in pairs, half the side and twice the channels from
// block to block.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 8; // halved in each of the three blocks

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    ModelBuilder model(task.input);
    int block = 0;
    for (const int filters : {32, 64, 128}) {
        const std::string name = "block" + std::to_string(++block);
        for (const char* conv : {"_conv1", "_conv2"})
            model.add("Conv2D", name + conv,
                      {{"filters", filters},
                       {"kernel_size", {3, 3}},
                       {"padding", "same"},
                       {"activation", "relu"},
                       {"kernel_initializer", "he_uniform"}});
        model.add("MaxPooling2D", name + "_pool", {{"pool_size", {2, 2}}});
    }
    model.add("Flatten", "flatten");
    model.add("Dense", "hidden",
              {{"units", 128}, {"activation", "relu"}, {"kernel_initializer", "he_uniform"}});
    model.add("Dropout", "dropout", {{"rate", 0.5}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& vgg_like()
{
    static const ModelTemplate made{
        .id = "vgg-like",
        .title = LAMINA_TEXT("templates", "A small VGG"),
        .line = LAMINA_TEXT("templates",
                            "Three blocks of two convolutions, each half as wide and twice as "
                            "deep as the one before."),
        .data = LAMINA_TEXT("templates", "Small pictures, of 8 × 8 or more"),
        .place = 2,
        .usual = {.input = {32, 32, 3}},
        .build = build};
    return made;
}

} // namespace lamina::templates
