// The beginnings of a few sentences, and the word that comes next. Each sentence begins with a word of its
// own, so that what follows is decided by what was read, and only by that: "the" alone is followed by many.
#include "engine/core/random.h"
#include "engine/data/generator_type.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace lamina::generators {

namespace {
constexpr std::size_t longest = 8; // words before the last

constexpr std::array<std::string_view, 8> sentenceList{
    "a small boat drifts along the quiet river",
    "my brother paints tall ships on old wooden doors",
    "every morning the baker opens his shop before sunrise",
    "children build towers of sand while waves roll in",
    "our teacher tells stories about stars and distant moons",
    "two foxes ran across the field after the rain",
    "when winter comes the lake turns into a mirror",
    "grandmother keeps seeds in jars for next spring"};

// The words in the order in which they turn up, behind the filling with the number 0; the sentences as
// numbers; and every place in one of them but the first.
struct Text {
    std::vector<std::string> vocabulary{""};
    std::vector<std::vector<int>> sentences;
    std::vector<std::pair<std::size_t, std::size_t>> places; // sentence, word to be found
};

Text readText()
{
    Text text;
    for (std::string_view rest : sentenceList) {
        std::vector<int>& sentence = text.sentences.emplace_back();
        while (!rest.empty()) {
            const std::string word(rest.substr(0, rest.find(' ')));
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            const auto found = std::ranges::find(text.vocabulary, word);
            sentence.push_back(static_cast<int>(found - text.vocabulary.begin()));
            if (found == text.vocabulary.end())
                text.vocabulary.push_back(word);
        }
        for (std::size_t word = 1; word < sentence.size(); ++word)
            text.places.emplace_back(text.sentences.size() - 1, word);
    }
    return text;
}

const Text& text()
{
    static const Text read = readText();
    return read;
}

std::vector<DataField> fields()
{
    return {{"words", DataKind::Numbers, Shape{static_cast<Index>(longest)}, text().vocabulary, true},
            {"next_word", DataKind::Class, {}, text().vocabulary}};
}

// As many samples as there are places are all of them, in an order of the seed's. The words stand at the end,
// as Keras' pad_sequences puts them.
void generate(std::uint64_t seed, std::uint64_t sample, std::span<const std::span<float>> into)
{
    thread_local std::vector<std::size_t> order;
    const std::size_t count = text().places.size();
    assert(count > 0);
    order.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = i;
    const CounterRandom random(seed, RandomPurpose::Data, {sample / count});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i, i)]);
    const auto [sentence, word] = text().places[order[sample % count]];
    const std::vector<int>& numbers = text().sentences[sentence];
    std::ranges::fill(into[0], 0.0F);
    for (std::size_t i = 0; i < word; ++i)
        into[0][longest - word + i] = static_cast<float>(numbers[i]);
    into[1][0] = static_cast<float>(numbers[word]);
}
} // namespace

const GeneratorType& sentences()
{
    static const GeneratorType type{
        "sentences", LAMINA_TEXT("data", "Beginnings of sentences"),
        LAMINA_TEXT("data", "The words of a sentence as numbers, up to somewhere, and the next to be found"),
        fields, generate};
    return type;
}

} // namespace lamina::generators
