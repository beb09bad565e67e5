#include "engine/core/pieces.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

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

// Work goes from one thread to another. ThreadSanitizer cannot see that oneTBB orders this, since its library
// is not compiled for it: here it is told.
class Handover {
public:
#ifdef __SANITIZE_THREAD__
    void give()
    {
        __tsan_release(this);
    }
    void take()
    {
        __tsan_acquire(this);
    }
#else
    void give() { }
    void take() { }
#endif
};

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
    Handover begun, done;
    begun.give();
    m_arena->arena.execute([&] {
        oneapi::tbb::parallel_for(
            0, pieces,
            [&](int piece) {
                begun.take();
                prepareThisThread(std::this_thread::get_id() != caller);
                work(piece);
                done.give();
            },
            oneapi::tbb::simple_partitioner());
    });
    done.take();
}

// Shared with the tasks that were handed to oneTBB: some come late, when all is done and the rest is gone.
struct Beside::Job {
    // The next piece in the upper half, their end in the lower one: so that both change at once.
    std::atomic<std::uint64_t> range{0};
    std::atomic<int> left{0}; // pieces that are not done
    PieceWork work;
    std::thread::id caller;
    std::mutex mutex;
    std::condition_variable done;

    // Takes up to `most` pieces that nobody has begun. Gives the first one, and how many there are.
    std::pair<int, int> take(int most)
    {
        std::uint64_t now = range.load(std::memory_order_acquire);
        for (;;) {
            const int next = static_cast<int>(now >> 32);
            const int count = std::min(static_cast<int>(now & 0xFFFFFFFF) - next, most);
            if (count <= 0)
                return {0, 0};
            if (range.compare_exchange_weak(now, now + (static_cast<std::uint64_t>(count) << 32),
                                            std::memory_order_acq_rel, std::memory_order_acquire))
                return {next, count};
        }
    }

    void finish(int count)
    {
        if (left.fetch_sub(count, std::memory_order_acq_rel) != count)
            return;
        const std::scoped_lock lock(mutex);
        done.notify_all();
    }

    bool runOne()
    {
        const auto [piece, count] = take(1);
        if (count == 0)
            return false;
        prepareThisThread(std::this_thread::get_id() != caller);
        work(piece);
        finish(1);
        return true;
    }

    void waitForOthers()
    {
        std::unique_lock lock(mutex);
        done.wait(lock, [this] { return left.load(std::memory_order_acquire) == 0; });
    }
};

namespace {
// A piece a task: whoever takes one is soon free for the caller's own pieces, and it may be the caller.
template <typename JobPointer>
void runPieces(const JobPointer& job)
{
    if (job->runOne())
        oneapi::tbb::this_task_arena::enqueue([job] { runPieces(job); });
}
} // namespace

Beside::Beside() : m_job(std::make_shared<Job>()) { }

Beside::~Beside()
{
    cancel();
}

void Beside::start(Workers& workers, int pieces, PieceWork work)
{
    assert(m_job->left == 0 && "the work before is neither done nor cancelled");
    m_job->work = work;
    m_job->caller = std::this_thread::get_id();
    m_job->left.store(pieces, std::memory_order_relaxed);
    m_job->range.store(static_cast<std::uint64_t>(pieces), std::memory_order_release);
    for (int task = 0; task < std::min(pieces, workers.threads() - 1); ++task)
        workers.m_arena->arena.enqueue([job = m_job] { runPieces(job); });
}

void Beside::wait()
{
    while (m_job->runOne()) { }
    m_job->waitForOthers();
}

void Beside::cancel()
{
    if (const auto [first, count] = m_job->take(std::numeric_limits<int>::max()); count > 0)
        m_job->finish(count);
    m_job->waitForOthers();
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
