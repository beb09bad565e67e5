// ResNet-20 of He, Zhang, Ren and Sun 2015, for pictures as small as those of CIFAR-10: three stacks of three
// blocks, where each block adds something to what it read.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index smallestSide = 8; // two cells of a side are left at the end

enum class After { Nothing, Normalisation, Activation };

class Writer {
public:
    explicit Writer(const Shape& input) : model(input) { }

    const std::string& convolution(int filters, int size, int strides, After after,
                                   const std::vector<std::string>& inputs = {})
    {
        const std::string number = std::to_string(++m_count);
        model.add("Conv2D", "conv" + number,
                  {{"filters", filters},
                   {"kernel_size", {size, size}},
                   {"strides", {strides, strides}},
                   {"padding", "same"},
                   {"kernel_initializer", "he_normal"}},
                  inputs);
        if (after != After::Nothing)
            model.add("BatchNormalization", "norm" + number);
        if (after == After::Activation)
            model.add("Activation", "relu" + number, {{"activation", "relu"}});
        return model.last();
    }

    void block(int number, int filters, bool shrinks)
    {
        std::string entry = model.last();
        convolution(filters, 3, shrinks ? 2 : 1, After::Activation);
        const std::string inner = convolution(filters, 3, 1, After::Normalisation);
        if (shrinks)
            entry = convolution(filters, 1, 2, After::Nothing, {entry});
        model.add("Add", "add" + std::to_string(number), Json::object(), {entry, inner});
        model.add("Activation", "out" + std::to_string(number), {{"activation", "relu"}});
    }

    ModelBuilder model;

private:
    int m_count = 0;
};

Result<ModelSpec> build(const ModelTask& task)
{
    if (std::optional<Fault> unfit = pictureFault(task.input, smallestSide))
        return *unfit;
    Writer writer(task.input);
    writer.convolution(16, 3, 1, After::Activation);
    int number = 0;
    for (const int filters : {16, 32, 64})
        for (int block = 0; block < 3; ++block) {
            ++number;
            writer.block(number, filters, filters > 16 && block == 0);
        }
    writer.model.add("GlobalAveragePooling2D", "pool");
    writer.model.end(task);
    return writer.model.take();
}
} // namespace

const ModelTemplate& resnet20()
{
    static const ModelTemplate made{
        .id = "resnet20",
        .title = LAMINA_TEXT("templates", "ResNet-20"),
        .line = LAMINA_TEXT("templates",
                            "Nine blocks that each add a little to what they read; deep, and yet quick to "
                            "learn."),
        .data = LAMINA_TEXT("templates", "Small pictures, of 8 × 8 or more"),
        .place = 3,
        .usual = {.input = {32, 32, 3}},
        .build = build};
    return made;
}

} // namespace lamina::templates
