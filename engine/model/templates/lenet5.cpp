// LeNet-5 of LeCun, Bottou, Bengio and Haffner 1998, with a softmax in place of its Gaussian units.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 12; // one cell is left before the dense layers

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    ModelBuilder model(task.input);
    model.add("Conv2D", "conv_1",
              {{"filters", 6}, {"kernel_size", {5, 5}}, {"padding", "same"}, {"activation", "tanh"}});
    model.add("AveragePooling2D", "pool_1", {{"pool_size", {2, 2}}});
    model.add("Conv2D", "conv_2", {{"filters", 16}, {"kernel_size", {5, 5}}, {"activation", "tanh"}});
    model.add("AveragePooling2D", "pool_2", {{"pool_size", {2, 2}}});
    model.add("Flatten", "flatten");
    model.add("Dense", "hidden_1", {{"units", 120}, {"activation", "tanh"}});
    model.add("Dense", "hidden_2", {{"units", 84}, {"activation", "tanh"}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& lenet5()
{
    static const ModelTemplate made{
        .id = "lenet5",
        .title = LAMINA_TEXT("templates", "LeNet-5"),
        .line = LAMINA_TEXT("templates",
                            "The first to read handwriting well: two convolutions, each followed "
                            "by averages."),
        .data = LAMINA_TEXT("templates", "Small pictures, of 12 × 12 or more"),
        .place = 1,
        .usual = {.input = {28, 28, 1}},
        .build = build};
    return made;
}

} // namespace lamina::templates
