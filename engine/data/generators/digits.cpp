// Handwritten digits, drawn from strokes of its own; no picture of anybody's hand went into it.
#include "engine/data/digits/digit.h"
#include "engine/data/generator_type.h"

namespace lamina::generators {

namespace {
std::vector<DataField> fields()
{
    return {{"image", DataKind::Numbers, Shape{28, 28, 1}, {}},
            {"label", DataKind::Class, {}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}}};
}

void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    digits::draw(seed, sample, into[0]);
    into[1][0] = static_cast<float>(digits::label(seed, sample));
}
} // namespace

const GeneratorType& digits()
{
    static const GeneratorType type{
        "digits",
        LAMINA_TEXT("data", "Handwritten digits"),
        LAMINA_TEXT("data", "Digits as people write them, 28 × 28 pixels, white ink on black"),
        fields,
        generate,
        true};
    return type;
}

} // namespace lamina::generators
