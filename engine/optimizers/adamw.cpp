// AdamW: Adam, and before each step the weights shrink a little. Loshchilov and Hutter 2019.
#include "engine/optimizers/adam_update.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"adamw"};
const std::array adamwFields{fields::learningRate("0.001"),
                             Field{.name = "weight_decay",
                                   .kind = FieldKind::Real,
                                   .defaultJson = "0.004",
                                   .label = LAMINA_TEXT("optimizers", "Weight decay"),
                                   .help = LAMINA_TEXT("optimizers",
                                                       "Share of each weight that a step takes away, times "
                                                       "the learning rate"),
                                   .minimum = 0,
                                   .maximum = 1e6},
                             adam::beta1(),
                             adam::beta2(),
                             fields::epsilon(),
                             adam::amsgrad()};
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
        .compile = [](const Attributes& attributes) {
            return adam::update({attributes, attributes.real("weight_decay")});
        }};
    return type;
}

} // namespace lamina::optimizers
