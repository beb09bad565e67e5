// Reads a sequence step by step and tells at its end what it was.
#include "engine/model/model_builder.h"

namespace lamina::templates {

namespace {
constexpr Index numbersForAnId = 32;

Result<ModelSpec> build(const ModelTask& task)
{
    if (task.input.rank() != (task.ids > 0 ? 1 : 2))
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("templates", "It reads sequences, and %1 is none"), task.input.text()),
            {},
            LAMINA_TEXT("templates", "give steps and numbers for each step, or choose another network")};
    ModelBuilder model(task.input);
    if (task.ids > 0)
        model.add("Embedding", "embedding",
                  {{"input_dim", task.ids}, {"output_dim", numbersForAnId}, {"mask_zero", true}});
    model.add("LSTM", "reader", {{"units", 64}});
    model.add("Dropout", "dropout", {{"rate", 0.2}});
    model.end(task);
    return model.take();
}
} // namespace

const ModelTemplate& recurrent()
{
    static const ModelTemplate made{
        .id = "recurrent",
        .title = LAMINA_TEXT("templates", "Recurrent classifier"),
        .line = LAMINA_TEXT("templates",
                            "Reads a sequence step by step, remembers, and tells at its end what it was."),
        .data = LAMINA_TEXT("templates", "Sequences: words, letters, series of measurements"),
        .place = 6,
        .usual = {.input = {4, 26}, .outputs = 26},
        .build = build};
    return made;
}

} // namespace lamina::templates
