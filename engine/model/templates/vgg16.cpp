// VGG16 of Simonyan and Zisserman 2014, with the names of keras.applications, so that its weights fit.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 32; // halved in each of the five blocks; Keras' limit, too

struct Block {
    int filters, convolutions;
};
constexpr Block blocks[] = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    ModelBuilder model(task.input);
    int number = 0;
    for (const Block& block : blocks) {
        const std::string name = "block" + std::to_string(++number);
        for (int i = 1; i <= block.convolutions; ++i)
            model.add("Conv2D", name + "_conv" + std::to_string(i),
                      {{"filters", block.filters},
                       {"kernel_size", {3, 3}},
                       {"padding", "same"},
                       {"activation", "relu"}});
        model.add("MaxPooling2D", name + "_pool", {{"pool_size", {2, 2}}, {"strides", {2, 2}}});
    }
    if (!task.top)
        return model.take();
    model.add("Flatten", "flatten");
    for (const char* name : {"fc1", "fc2"})
        model.add("Dense", name, {{"units", 4096}, {"activation", "relu"}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& vgg16()
{
    static const ModelTemplate made{
        .id = "vgg16",
        .title = LAMINA_TEXT("templates", "VGG16"),
        .line = LAMINA_TEXT("templates",
                            "Sixteen layers that know a thousand things, where Keras' weights "
                            "are loaded; heavy to train."),
        .data = LAMINA_TEXT("templates", "Photographs of 32 × 32 or more, best 224 × 224 in colour"),
        .place = 7,
        .usual = {.input = {224, 224, 3}, .outputs = 1000},
        .build = build,
        .topIsOptional = true};
    return made;
}

} // namespace lamina::templates
