// AdamW: Adam, and before each step the weights shrink a little. Loshchilov and Hutter 2019.
#include "engine/optimizers/adam_update.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adamw"};
const std::array adamwFields =
    fields::withCommon(std::array{fields::learningRate("0.001"), adam::beta1(), adam::beta2(),
                                  fields::epsilon(), adam::amsgrad()},
                       "0.004");
} // namespace

const OptimizerType& adamw()
{
    static const OptimizerType type{
        .className = "AdamW",
        .aliases = aliases,
        .label = LAMINA_TEXT("optimizers", "AdamW"),
        .help = LAMINA_TEXT("optimizers", "Adam whose weights shrink a little at each step"),
        .fields = adamwFields,
        .slots = adam::slots,
        .compile = [](const Attributes& attributes) { return adam::update(adam::Settings(attributes)); },
        .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
