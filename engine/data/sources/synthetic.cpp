// Data that is made, not read: the generators. The same N samples every epoch, a function of the seed.
#include "engine/data/generator_type.h"
#include "engine/data/kept_samples.h"
#include "engine/data/source_type.h"

#include <algorithm>
#include <cassert>

namespace lamina::sources {

namespace {

// Test samples are other samples than those of training, however many there are of either.
constexpr std::uint64_t firstTestSample = std::uint64_t{1} << 40;

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
        // Samples beyond what is kept are made anew each time.
        m_kept = std::make_unique<KeptSamples>(
            static_cast<std::size_t>(count),
            m_width * (m_generator.bytes ? sizeof(std::uint8_t) : sizeof(float)), keptBytesAtMost);
    }

    Index size() const override { return m_count; }
    const std::vector<DataField>& fields() const override { return m_fields; }

    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        assert(sample >= 0 && sample < m_count);
        const auto at = static_cast<std::size_t>(sample);
        const std::size_t first = m_offsets[static_cast<std::size_t>(field)];
        assert(into.size() == m_offsets[static_cast<std::size_t>(field) + 1] - first);
        if (const std::span<const std::byte> kept = m_kept->find(at); !kept.empty()) {
            if (m_generator.bytes)
                copyOut(reinterpret_cast<const std::uint8_t*>(kept.data()) + first, into);
            else
                copyOut(reinterpret_cast<const float*>(kept.data()) + first, into);
            return {};
        }
        const std::vector<float>& made = make(at);
        std::copy_n(made.data() + first, into.size(), into.data());
        return {};
    }

private:
    template <typename Number>
    static void copyOut(const Number* from, std::span<float> into)
    {
        std::copy(from, from + into.size(), into.data());
    }

    // All fields of a sample; kept if there is room.
    const std::vector<float>& make(std::size_t sample) const
    {
        thread_local std::vector<float> values;
        thread_local std::vector<std::span<float>> spans;
        thread_local std::vector<std::uint8_t> bytes;
        values.resize(m_width);
        spans.clear();
        for (std::size_t i = 0; i + 1 < m_offsets.size(); ++i)
            spans.emplace_back(values.data() + m_offsets[i], m_offsets[i + 1] - m_offsets[i]);
        m_generator.generate(m_seed, m_first + sample, spans);
        if (m_generator.bytes) {
            bytes.resize(m_width);
            std::transform(values.begin(), values.end(), bytes.begin(),
                           [](float value) { return static_cast<std::uint8_t>(value); });
            m_kept->keep(sample, std::as_bytes(std::span(bytes)));
        } else {
            m_kept->keep(sample, std::as_bytes(std::span(values)));
        }
        return values;
    }

    const GeneratorType& m_generator;
    std::uint64_t m_seed;
    std::uint64_t m_first;
    Index m_count;
    std::vector<DataField> m_fields;
    std::vector<std::size_t> m_offsets; // of each field in a sample, and the end
    std::size_t m_width = 0;
    std::unique_ptr<KeptSamples> m_kept;
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
