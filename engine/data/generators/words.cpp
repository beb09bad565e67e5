// Words of five letters whose last letter follows from the four before: a network that reads them in order
// can learn all of them.
#include "engine/core/random.h"
#include "engine/data/generator_type.h"

#include <algorithm>
#include <array>

namespace lamina::generators {

namespace {
constexpr Index letters = 26;
constexpr Index shown = 4;

// No two begin with the same four letters.
constexpr std::array<std::string_view, 60> wordList{
    "apple", "beach", "bread", "brick", "candy", "chair", "clock", "cloud", "coral", "crown",
    "dance", "dream", "eagle", "earth", "fairy", "field", "flame", "flute", "frost", "ghost",
    "giant", "grape", "green", "happy", "honey", "horse", "house", "ivory", "jelly", "juice",
    "knife", "lemon", "light", "magic", "maple", "melon", "money", "mouse", "music", "night",
    "ocean", "olive", "onion", "paint", "peach", "piano", "plant", "queen", "river", "robin",
    "salad", "shell", "sheep", "smile", "snake", "storm", "sugar", "tiger", "voice", "zebra"};

std::vector<DataField> fields()
{
    std::vector<std::string> alphabet;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        alphabet.emplace_back(1, letter);
    return {{"letters", DataKind::Numbers, Shape{shown, letters}, alphabet},
            {"last_letter", DataKind::Class, {}, alphabet}};
}

// As many samples as there are words are all the words, in an order of the seed's.
void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    const std::uint64_t round = sample / wordList.size();
    std::array<std::uint8_t, wordList.size()> order{};
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint8_t>(i);
    const CounterRandom random(seed, RandomPurpose::Data, {round});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i, i)]);
    const std::string_view word = wordList[order[sample % wordList.size()]];
    std::ranges::fill(into[0], 0.0F);
    for (std::size_t i = 0; i < shown; ++i)
        into[0][i * letters + static_cast<std::size_t>(word[i] - 'a')] = 1;
    into[1][0] = static_cast<float>(word[shown] - 'a');
}
} // namespace

const GeneratorType& words()
{
    static const GeneratorType type{
        "words", LAMINA_TEXT("data", "Words of five letters"),
        LAMINA_TEXT("data", "Four letters of a word, one after the other, and the last to be found"), fields,
        generate};
    return type;
}

} // namespace lamina::generators
