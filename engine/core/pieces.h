// Pieces of work on threads: the only place that includes oneTBB.
#pragma once

#include <cstdint>
#include <memory>
#include <type_traits>

namespace lamina {

// A reference to a callable that outlives the call; allocates nothing.
class PieceWork {
public:
    template <typename Callable>
    PieceWork(const Callable& callable) // NOLINT(google-explicit-constructor): stands for the callable
        : m_callable(&callable),
          m_call([](const void* target, int piece) { (*static_cast<const Callable*>(target))(piece); })
    {
    }
    PieceWork() = default; // not to be called
    void operator()(int piece) const { m_call(m_callable, piece); }

private:
    const void* m_callable = nullptr;
    void (*m_call)(const void*, int) = nullptr;
};

// A fixed number of threads that run pieces. What a piece computes must not depend on which thread runs it.
class Workers {
public:
    // 0: as many as the machine has processors. May exceed the processors and then really uses that many.
    explicit Workers(int threads = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    int threads() const;
    // Runs work(0) … work(pieces - 1), each once, in any order, and returns when all are done.
    void run(int pieces, PieceWork work);

private:
    friend class Beside;
    struct Arena;
    std::unique_ptr<Arena> m_arena;
};

// Pieces that are worked on beside what the caller does: by its workers' other threads whenever they have
// nothing else to do, and by the caller while it waits for them. With a single thread all is done in wait().
class Beside {
public:
    Beside();
    ~Beside(); // cancels
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    // Gives out work(0) … work(pieces - 1). What was given out before is done or cancelled by now. `work`
    // has to live until then, too.
    void start(Workers& workers, int pieces, PieceWork work);
    // Returns when all are done.
    void wait();
    // Leaves out what nobody has begun, and returns when nothing runs any more.
    void cancel();

private:
    struct Job;
    std::shared_ptr<Job> m_job;
};

// Called once on every thread that runs pieces, before it does. Kernels set their thread-local state here.
using ThreadPreparation = void (*)();
void prepareThreadsWith(ThreadPreparation preparation);
// Called on every thread that oneTBB starts for pieces, but not on those that call Workers::run(): the studio
// lets them stand back behind the window there.
void prepareWorkersWith(ThreadPreparation preparation);

} // namespace lamina
