// Xception's way of saving, for small pictures: separable convolutions beside shortcuts.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 16; // two cells of a side are left at the end

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    ModelBuilder model(task.input);
    const auto activation = [&](const std::string& of) {
        model.add("Activation", of + "_act", {{"activation", "relu"}});
    };
    const auto separable = [&](const std::string& name, int filters) {
        model.add("SeparableConv2D", name,
                  {{"filters", filters}, {"kernel_size", {3, 3}}, {"padding", "same"}, {"use_bias", false}});
        model.add("BatchNormalization", name + "_bn");
    };
    model.add("Conv2D", "first",
              {{"filters", 32}, {"kernel_size", {3, 3}}, {"padding", "same"}, {"use_bias", false}});
    model.add("BatchNormalization", "first_bn");
    activation("first");
    int number = 0;
    for (const int filters : {64, 128, 256}) {
        const std::string name = "block" + std::to_string(++number);
        const std::string entry = model.last();
        separable(name + "_sepconv1", filters);
        activation(name + "_sepconv1");
        separable(name + "_sepconv2", filters);
        const std::string pool = model.add("MaxPooling2D", name + "_pool",
                                           {{"pool_size", {3, 3}}, {"strides", {2, 2}}, {"padding", "same"}});
        const std::string shortcut = model.add(
            "Conv2D", name + "_shortcut",
            {{"filters", filters}, {"kernel_size", {1, 1}}, {"strides", {2, 2}}, {"padding", "same"}},
            {entry});
        model.add("Add", name + "_add", Json::object(), {pool, shortcut});
        activation(name);
    }
    model.add("GlobalAveragePooling2D", "pool");
    model.add("Dropout", "dropout", {{"rate", 0.3}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& xception_like()
{
    static const ModelTemplate made{
        .id = "xception-like",
        .title = LAMINA_TEXT("templates", "A small Xception"),
        .line = LAMINA_TEXT("templates",
                            "Separable convolutions beside shortcuts: few parameters for what "
                            "it can learn."),
        .data = LAMINA_TEXT("templates", "Pictures of 16 × 16 or more"),
        .place = 4,
        .usual = {.input = {64, 64, 3}},
        .build = build};
    return made;
}

} // namespace lamina::templates
