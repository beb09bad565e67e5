#include "engine/core/pieces.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace lamina {

namespace {
std::atomic<ThreadPreparation> threadPreparation{nullptr};
std::atomic<ThreadPreparation> workerPreparation{nullptr};
constexpr int threadsAtMost = 256;

// Each thread is prepared once, whichever arena it works in.
void prepareThisThread(bool worker)
{
    thread_local ThreadPreparation done = nullptr;
    thread_local ThreadPreparation doneAsWorker = nullptr;
    const auto prepare = [](const std::atomic<ThreadPreparation>& wanted, ThreadPreparation& last) {
        const ThreadPreparation preparation = wanted.load(std::memory_order_relaxed);
        if (preparation && preparation != last)
            preparation();
        last = preparation;
    };
    prepare(threadPreparation, done);
    if (worker)
        prepare(workerPreparation, doneAsWorker);
}

// oneTBB starts no more threads than the machine has processors unless told, and takes the least of all
// limits that are alive: so there is one limit for the process, high enough for everybody, set before the
// first arena.
void allowThreads()
{
    static const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                                   threadsAtMost);
}
} // namespace

struct Workers::Arena {
    explicit Arena(int threads) : arena(threads), count(threads) { }
    oneapi::tbb::task_arena arena;
    int count;
};

Workers::Workers(int threads)
{
    allowThreads();
    m_arena = std::make_unique<Arena>(
        std::min(threads > 0 ? threads : oneapi::tbb::info::default_concurrency(), threadsAtMost));
}

Workers::~Workers() = default;

int Workers::threads() const
{
    return m_arena->count;
}

void Workers::run(int pieces, PieceWork work)
{
    if (pieces == 1 || m_arena->count == 1) {
        prepareThisThread(false);
        for (int piece = 0; piece < pieces; ++piece)
            work(piece);
        return;
    }
    const std::thread::id caller = std::this_thread::get_id();
    m_arena->arena.execute([&] {
        oneapi::tbb::parallel_for(
            0, pieces,
            [&](int piece) {
                prepareThisThread(std::this_thread::get_id() != caller);
                work(piece);
            },
            oneapi::tbb::simple_partitioner());
    });
}

void prepareThreadsWith(ThreadPreparation preparation)
{
    threadPreparation = preparation;
}

void prepareWorkersWith(ThreadPreparation preparation)
{
    workerPreparation = preparation;
}

} // namespace lamina
