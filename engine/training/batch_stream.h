// Batches in a fixed order, the next ones made ready while one is used: read, decoded, augmented and prepared
// by threads that the step leaves idle. What a batch holds does not depend on which thread made it, or when.
#pragma once

#include "engine/training/batches.h"

#include <functional>
#include <mutex>

namespace lamina {

class BatchStream {
public:
    // Writes which samples batch `number` holds, at most as many as a batch has, and gives their epoch.
    // Called for one batch after the other, on the thread that calls begin() and next().
    using Order = std::function<Index(Index number, std::vector<Index>& samples)>;

    BatchStream(const Feed& feed, Index batch, BatchUse use);
    ~BatchStream();
    // How many batches one holds whose inputs are so many numbers each.
    static Index held(Index batchElements);

    // Batches first … end - 1 of `data`, which lives until stop() or the stream's end.
    void begin(Workers& workers, const Dataset& data, Index first, Index end, Order order);
    // The next batch, with its number of samples; it stays as it is until the next call. A sample that cannot
    // be read is the fault of the batch that it belongs to.
    struct Ready {
        const BatchBuffers* buffers = nullptr;
        Index samples = 0;
    };
    Result<Ready> next();
    // Leaves out what nobody has begun to read, and waits for the samples that are being read.
    void stop();

    // How long next() kept its caller from computing, in seconds, since the stream was made.
    double waitedSeconds() const { return m_waited; }

private:
    struct Batch;
    struct Group;

    void start(Group& group);
    static void fill(Group& group, const Dataset& data, int piece);

    const Feed& m_feed;
    Index m_batchSize;
    Index m_batchElements = 0; // of the inputs
    std::vector<std::unique_ptr<Group>> m_groups; // one in use, the other being made ready
    std::size_t m_inUse = 0; // the group, and the batch in it that next() gives
    std::size_t m_position = 0;
    Workers* m_workers = nullptr;
    const Dataset* m_data = nullptr;
    Index m_nextNumber = 0; // the first one that no group holds
    Index m_end = 0;
    Order m_order;
    double m_waited = 0;
};

} // namespace lamina
