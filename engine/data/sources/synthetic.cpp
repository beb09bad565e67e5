// Data that is made, not read: the generators. The same N samples every epoch, a function of the seed.
#include "engine/data/generator_type.h"
#include "engine/data/source_type.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstring>

namespace lamina::sources {

namespace {

// Test samples are other samples than those of training, however many there are of either.
constexpr std::uint64_t firstTestSample = std::uint64_t{1} << 40;

// What one set keeps at most; samples beyond are made anew each time.
constexpr std::uint64_t keptBytes = std::uint64_t{512} << 20;

class SyntheticSet final : public Dataset {
public:
    SyntheticSet(const GeneratorType& generator, std::uint64_t seed, std::uint64_t first, Index count)
        : m_generator(generator), m_seed(seed), m_first(first), m_count(count), m_fields(generator.fields())
    {
        for (const DataField& field : m_fields) {
            m_offsets.push_back(m_width);
            m_width += field.kind == DataKind::Class ? 1 : static_cast<std::size_t>(field.shape.elements());
        }
        m_offsets.push_back(m_width);
        const std::uint64_t sampleBytes =
            m_width * (m_generator.bytes ? sizeof(std::uint8_t) : sizeof(float));
        const auto kept = static_cast<std::size_t>(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(count), keptBytes / (sampleBytes + 1)));
        m_states = std::vector<std::atomic<std::uint8_t>>(kept);
        // Left untouched, so that memory is taken only for the samples that are asked for.
        m_values = std::make_unique_for_overwrite<std::byte[]>(kept * static_cast<std::size_t>(sampleBytes));
    }

    Index size() const override { return m_count; }
    const std::vector<DataField>& fields() const override { return m_fields; }

    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        assert(sample >= 0 && sample < m_count);
        const auto at = static_cast<std::size_t>(sample);
        const std::size_t first = m_offsets[static_cast<std::size_t>(field)];
        assert(into.size() == m_offsets[static_cast<std::size_t>(field) + 1] - first);
        if (at < m_states.size() && m_states[at].load(std::memory_order_acquire) == ready) {
            if (m_generator.bytes)
                copyOut(reinterpret_cast<const std::uint8_t*>(m_values.get()) + at * m_width + first, into);
            else
                copyOut(reinterpret_cast<const float*>(m_values.get()) + at * m_width + first, into);
            return {};
        }
        const std::vector<float>& made = make(at);
        std::copy_n(made.data() + first, into.size(), into.data());
        return {};
    }

private:
    enum State : std::uint8_t { empty, busy, ready };

    template <typename Number>
    static void copyOut(const Number* from, std::span<float> into)
    {
        std::copy(from, from + into.size(), into.data());
    }

    // All fields of a sample; kept if there is room. Two threads may make the same sample at once: the values
    // are the same, and only the one that took the state from empty to busy keeps them.
    const std::vector<float>& make(std::size_t sample) const
    {
        thread_local std::vector<float> values;
        thread_local std::vector<std::span<float>> spans;
        values.resize(m_width);
        spans.clear();
        for (std::size_t i = 0; i + 1 < m_offsets.size(); ++i)
            spans.emplace_back(values.data() + m_offsets[i], m_offsets[i + 1] - m_offsets[i]);
        m_generator.generate(m_seed, m_first + sample, spans);
        if (sample < m_states.size()) {
            std::uint8_t expected = empty;
            if (m_states[sample].compare_exchange_strong(expected, busy, std::memory_order_acquire)) {
                keep(sample, values);
                m_states[sample].store(ready, std::memory_order_release);
            }
        }
        return values;
    }

    void keep(std::size_t sample, const std::vector<float>& values) const
    {
        if (m_generator.bytes) {
            auto* to = reinterpret_cast<std::uint8_t*>(m_values.get()) + sample * m_width;
            std::transform(values.begin(), values.end(), to,
                           [](float value) { return static_cast<std::uint8_t>(value); });
        } else {
            std::memcpy(m_values.get() + sample * m_width * sizeof(float), values.data(),
                        m_width * sizeof(float));
        }
    }

    const GeneratorType& m_generator;
    std::uint64_t m_seed;
    std::uint64_t m_first;
    Index m_count;
    std::vector<DataField> m_fields;
    std::vector<std::size_t> m_offsets; // of each field in a sample, and the end
    std::size_t m_width = 0;
    mutable std::vector<std::atomic<std::uint8_t>> m_states;
    std::unique_ptr<std::byte[]> m_values;
};

std::span<const Field> fields()
{
    static const std::vector<const char*> names = [] {
        std::vector<const char*> all;
        for (const GeneratorType* generator : generators::all())
            all.push_back(generator->name);
        return all;
    }();
    static const std::vector<Field> declared{
        {"generator", FieldKind::Choice, "\"digits\"", LAMINA_TEXT("data", "Kind"),
         LAMINA_TEXT("data", "What is made"), 0, 0, 0, names},
        {"train", FieldKind::Whole, "10000", LAMINA_TEXT("data", "Training samples"),
         LAMINA_TEXT("data", "How many samples to train on; the same ones every epoch"), 1, 100e6},
        {"test", FieldKind::Whole, "2000", LAMINA_TEXT("data", "Test samples"),
         LAMINA_TEXT("data", "How many other samples to test on; 0 for none"), 0, 100e6},
    };
    return declared;
}

Result<DataParts> open(const SourceRequest& request)
{
    const GeneratorType* generator = generators::find(request.options.text("generator"));
    assert(generator && "the options were checked against the table");
    DataParts parts;
    parts.train = std::make_shared<SyntheticSet>(*generator, request.seed, 0, request.options.whole("train"));
    if (const Index count = request.options.whole("test"); count > 0)
        parts.test = std::make_shared<SyntheticSet>(*generator, request.seed, firstTestSample, count);
    // The last field is what is to be told from the others.
    const std::vector<DataField>& all = parts.train->fields();
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        parts.inputFields.push_back(all[i].name);
    parts.targetFields = {all.back().name};
    return parts;
}

} // namespace

const SourceType& synthetic()
{
    static const SourceType type{
        "synthetic", LAMINA_TEXT("data", "Made data"),
        LAMINA_TEXT("data", "Samples made by a built-in generator, as many as wanted"), fields(), open};
    return type;
}

} // namespace lamina::sources
