#include "engine/data/dataset.h"

#include <algorithm>
#include <cassert>

namespace lamina {

Result<FieldValue> Dataset::read(Index sample, int field) const
{
    const DataField& declared = fields()[static_cast<std::size_t>(field)];
    assert((declared.kind == DataKind::Numbers || declared.kind == DataKind::Class)
           && "a set with other kinds reads them itself");
    const bool isClass = declared.kind == DataKind::Class;
    std::vector<float> values(isClass ? 1 : static_cast<std::size_t>(declared.shape.elements()));
    if (Result<void> done = readNumbers(sample, field, values); !done)
        return done.faults();
    if (isClass)
        return FieldValue(std::vector<std::int64_t>{static_cast<std::int64_t>(values[0])});
    return FieldValue(std::move(values));
}

int Dataset::fieldIndex(std::string_view name) const
{
    const std::vector<DataField>& all = fields();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const DataField& f) { return f.name == name; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

namespace {
class Slice final : public Dataset {
public:
    Slice(DatasetPtr whole, Index first, Index count)
        : m_whole(std::move(whole)), m_first(first), m_count(count)
    {
    }

    Index size() const override { return m_count; }
    const std::vector<DataField>& fields() const override { return m_whole->fields(); }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        return m_whole->readNumbers(inWhole(sample), field, into);
    }
    Result<FieldValue> read(Index sample, int field) const override
    {
        return m_whole->read(inWhole(sample), field);
    }
    std::string sampleName(Index sample) const override { return m_whole->sampleName(inWhole(sample)); }

private:
    Index inWhole(Index sample) const
    {
        assert(sample >= 0 && sample < m_count);
        return m_first + sample;
    }

    DatasetPtr m_whole;
    Index m_first;
    Index m_count;
};
} // namespace

DatasetPtr slice(DatasetPtr whole, Index first, Index count)
{
    assert(whole && first >= 0 && count >= 0 && first + count <= whole->size());
    if (first == 0 && count == whole->size())
        return whole;
    return std::make_shared<Slice>(std::move(whole), first, count);
}

} // namespace lamina
