#include "engine/training/batch_stream.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace lamina {

namespace {
// Small batches are made ready together: to hand out work takes longer than to copy a few digits.
constexpr Index groupElements = 1 << 18;
constexpr Index mostInGroup = 64;
constexpr Index pieceElements = 1 << 15; // a piece is at least a sample, and takes well under 10 ms

Index inGroup(Index batchElements)
{
    return std::clamp<Index>(groupElements / std::max<Index>(batchElements, 1), 1, mostInGroup);
}
} // namespace

struct BatchStream::Batch {
    Batch(const Feed& feed, Index size, BatchUse use) : buffers(feed, size, use) { }

    BatchBuffers buffers;
    std::vector<Index> samples;
    Index epoch = 0;
    std::mutex mutex; // of the two below
    Index failedAt = 0; // the first sample of the batch that cannot be read
    Faults faults;
};

struct BatchStream::Group {
    std::vector<std::unique_ptr<Batch>> batches;
    std::size_t count = 0; // of them that are in use
    std::vector<std::size_t> starts; // of each batch among all samples, and their end
    int pieces = 0;
    std::function<void(int)> work;
    Beside beside; // last: it stops before the rest goes
};

Index BatchStream::held(Index batchElements)
{
    return 2 * inGroup(batchElements);
}

BatchStream::BatchStream(const Feed& feed, Index batch, BatchUse use) : m_feed(feed), m_batchSize(batch)
{
    for (const Feed::Field& field : feed.inputs())
        m_batchElements += batch * field.elements;
    const Index together = inGroup(m_batchElements);
    for (int g = 0; g < 2; ++g) { // as held() says
        m_groups.push_back(std::make_unique<Group>());
        for (Index b = 0; b < together; ++b)
            m_groups.back()->batches.push_back(std::make_unique<Batch>(feed, batch, use));
    }
}

BatchStream::~BatchStream()
{
    stop();
}

void BatchStream::stop()
{
    for (const std::unique_ptr<Group>& group : m_groups) {
        group->beside.cancel();
        group->count = 0;
    }
    m_end = m_nextNumber = 0;
}

void BatchStream::begin(Workers& workers, const Dataset& data, Index first, Index end, Order order)
{
    stop();
    m_workers = &workers;
    m_data = &data;
    m_nextNumber = first;
    m_end = end;
    m_order = std::move(order);
    m_inUse = 0;
    m_position = 0;
    for (const std::unique_ptr<Group>& group : m_groups)
        start(*group);
}

void BatchStream::start(Group& group)
{
    group.count = 0;
    group.starts.assign(1, 0);
    while (group.count < group.batches.size() && m_nextNumber < m_end) {
        Batch& batch = *group.batches[group.count++];
        batch.epoch = m_order(m_nextNumber++, batch.samples);
        batch.faults.clear();
        group.starts.push_back(group.starts.back() + batch.samples.size());
    }
    const auto samples = static_cast<Index>(group.starts.back());
    if (samples == 0)
        return;
    group.pieces = static_cast<int>(
        std::clamp<Index>(samples * (m_batchElements / m_batchSize) / pieceElements, 1, samples));
    group.work = [&group, &data = *m_data](int piece) { fill(group, data, piece); };
    group.beside.start(*m_workers, group.pieces, group.work);
}

void BatchStream::fill(Group& group, const Dataset& data, int piece)
{
    const std::size_t all = group.starts.back();
    const auto pieces = static_cast<std::size_t>(group.pieces);
    const std::size_t end = all * (static_cast<std::size_t>(piece) + 1) / pieces;
    for (std::size_t at = all * static_cast<std::size_t>(piece) / pieces; at < end; ++at) {
        const auto place =
            static_cast<std::size_t>(std::ranges::upper_bound(group.starts, at) - group.starts.begin() - 1);
        Batch& batch = *group.batches[place];
        const auto to = static_cast<Index>(at - group.starts[place]);
        Result<void> filled =
            batch.buffers.fillSample(data, batch.samples[static_cast<std::size_t>(to)], to, batch.epoch);
        if (filled)
            continue;
        const std::scoped_lock lock(batch.mutex);
        if (batch.faults.empty() || to < batch.failedAt) {
            batch.failedAt = to;
            batch.faults = filled.faults();
        }
    }
}

Result<BatchStream::Ready> BatchStream::next()
{
    const auto before = std::chrono::steady_clock::now();
    if (m_position == m_groups[m_inUse]->count) { // all of the group were used
        start(*m_groups[m_inUse]);
        m_inUse = 1 - m_inUse;
        m_position = 0;
    }
    Group& group = *m_groups[m_inUse];
    assert(m_position < group.count && "asked for more batches than there are");
    if (m_position == 0)
        group.beside.wait();
    m_waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    const Batch& batch = *group.batches[m_position++];
    if (!batch.faults.empty())
        return batch.faults;
    return Ready{&batch.buffers, static_cast<Index>(batch.samples.size())};
}

} // namespace lamina
