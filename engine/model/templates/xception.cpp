// Xception of Chollet 2016, with the names and the order of keras.applications, so that its weights fit.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 71; // Keras' limit

class Writer {
public:
    explicit Writer(const Shape& input) : model(input) { }

    void convolution(const std::string& name, int filters, int strides)
    {
        model.add("Conv2D", name,
                  {{"filters", filters},
                   {"kernel_size", {3, 3}},
                   {"strides", {strides, strides}},
                   {"use_bias", false}});
        model.add("BatchNormalization", name + "_bn");
        activation(name);
    }

    void activation(const std::string& of) { model.add("Activation", of + "_act", {{"activation", "relu"}}); }

    void separable(const std::string& name, int filters)
    {
        model.add("SeparableConv2D", name,
                  {{"filters", filters}, {"kernel_size", {3, 3}}, {"padding", "same"}, {"use_bias", false}});
        model.add("BatchNormalization", name + "_bn");
    }

    // Halves the sides, beside a shortcut that does the same with one convolution.
    void shrinking(int number, int first, int second)
    {
        const std::string name = "block" + std::to_string(number);
        const std::string entry = model.last();
        if (number > 2) // what block 1 gives has passed its activation
            activation(name + "_sepconv1");
        separable(name + "_sepconv1", first);
        activation(name + "_sepconv2");
        separable(name + "_sepconv2", second);
        const std::string inner = model.last();
        const std::string shortcut = model.add("Conv2D", model.numbered("conv2d"),
                                               {{"filters", second},
                                                {"kernel_size", {1, 1}},
                                                {"strides", {2, 2}},
                                                {"padding", "same"},
                                                {"use_bias", false}},
                                               {entry});
        const std::string pool =
            model.add("MaxPooling2D", name + "_pool",
                      {{"pool_size", {3, 3}}, {"strides", {2, 2}}, {"padding", "same"}}, {inner});
        const std::string norm = model.add("BatchNormalization", model.numbered("batch_normalization"),
                                           Json::object(), {shortcut});
        model.add("Add", model.numbered("add"), Json::object(), {pool, norm});
    }

    // Adds what three convolutions give to what they read.
    void staying(int number)
    {
        const std::string entry = model.last();
        for (int i = 1; i <= 3; ++i) {
            const std::string name = "block" + std::to_string(number) + "_sepconv" + std::to_string(i);
            activation(name);
            separable(name, 728);
        }
        const std::string inner = model.last();
        model.add("Add", model.numbered("add"), Json::object(), {inner, entry});
    }

    ModelBuilder model;
};

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    Writer writer(task.input);
    writer.convolution("block1_conv1", 32, 2);
    writer.convolution("block1_conv2", 64, 1);
    writer.shrinking(2, 128, 128);
    writer.shrinking(3, 256, 256);
    writer.shrinking(4, 728, 728);
    for (int block = 5; block <= 12; ++block)
        writer.staying(block);
    writer.shrinking(13, 728, 1024);
    writer.separable("block14_sepconv1", 1536);
    writer.activation("block14_sepconv1");
    writer.separable("block14_sepconv2", 2048);
    writer.activation("block14_sepconv2");
    if (!task.top)
        return writer.model.take();
    writer.model.add("GlobalAveragePooling2D", "avg_pool");
    writer.model.end(task);
    return writer.model.take();
}
} // namespace

const ModelTemplate& xception()
{
    static const ModelTemplate made{
        .id = "xception",
        .title = LAMINA_TEXT("templates", "Xception"),
        .line = LAMINA_TEXT("templates",
                            "Convolutions in two steps, first in each channel, then across "
                            "them; Keras' weights fit."),
        .data = LAMINA_TEXT("templates", "Photographs of 71 × 71 or more, best 299 × 299 in colour"),
        .place = 8,
        .usual = {.input = {299, 299, 3}, .outputs = 1000},
        .build = build,
        .topIsOptional = true};
    return made;
}

} // namespace lamina::templates
