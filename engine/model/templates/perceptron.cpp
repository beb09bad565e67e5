// Two hidden layers that read everything at once.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index numbersForAnId = 16;

Result<ModelSpec> build(const ModelTask& task)
{
    ModelBuilder model(task.input);
    if (task.ids > 0)
        model.add("Embedding", "embedding", {{"input_dim", task.ids}, {"output_dim", numbersForAnId}});
    if (task.ids > 0 || task.input.rank() > 1)
        model.add("Flatten", "flatten");
    model.add("Dense", "hidden_1", {{"units", 128}, {"activation", "relu"}});
    model.add("Dense", "hidden_2", {{"units", 64}, {"activation", "relu"}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& perceptron()
{
    static const ModelTemplate made{
        .id = "perceptron",
        .title = LAMINA_TEXT("templates", "Perceptron"),
        .line = LAMINA_TEXT("templates", "Two hidden layers that read all numbers of a sample at once."),
        .data = LAMINA_TEXT("templates", "Rows of a table, or anything of one size"),
        .place = 0,
        .usual = {.input = {28, 28, 1}},
        .build = build};
    return made;
}

} // namespace lamina::templates
