// Adam: steps in the direction of the mean gradient, sized by the mean of its squares.
#include "engine/optimizers/adam_update.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adam"};
const std::array adamFields = fields::withCommon(std::array{
    fields::learningRate("0.001"), adam::beta1(), adam::beta2(), fields::epsilon(), adam::amsgrad()});
} // namespace

const OptimizerType& adam()
{
    static const OptimizerType type{
        .className = "Adam",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "Adam"),
        .help = LAMINA_TEXT("optimizers", "Finds a step of its own for each weight; a good first choice"),
        .fields = adamFields,
        .slots = adam::slots,
        .compile = [](const Attributes& attributes) { return adam::update(adam::Settings(attributes)); },
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
