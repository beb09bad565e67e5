// Pieces of work: each is run once, on as many threads as were asked for.
#include "engine/core/pieces.h"
#include "tests/support/run.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

using namespace lamina;

class PiecesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPieceIsRunOnce()
    {
        for (const int threads : {1, 2, 5}) {
            Workers workers(threads);
            QCOMPARE(workers.threads(), threads);
            std::array<std::atomic<int>, 1000> runs{};
            workers.run(1000, [&](int piece) { ++runs[static_cast<std::size_t>(piece)]; });
            for (const std::atomic<int>& count : runs)
                QCOMPARE(count.load(), 1);
        }
    }

    void noPiecesAreNoWork()
    {
        Workers workers(2);
        workers.run(0, [](int) { QFAIL("there was nothing to do"); });
    }

    // Each piece waits until all are there: fewer threads would never come to an end.
    void asManyThreadsAsAskedForAlsoBeyondTheProcessors()
    {
        constexpr int count = 9;
        Workers workers(count);
        std::atomic<int> there = 0;
        std::atomic<bool> late = false;
        workers.run(count, [&](int) {
            ++there;
            const auto start = std::chrono::steady_clock::now();
            while (there < count && !late) {
                std::this_thread::yield();
                late = late || std::chrono::steady_clock::now() - start > std::chrono::minutes(1);
            }
        });
        QVERIFY(!late);
    }

    void oneThreadIsTheCallersOwn()
    {
        Workers workers(1);
        const std::thread::id caller = std::this_thread::get_id();
        workers.run(20, [&](int) { QVERIFY(std::this_thread::get_id() == caller); });
    }

    void workBesideIsDoneOnceAndWaitedFor()
    {
        for (const int threads : {1, 2, 5}) {
            Workers workers(threads);
            Beside beside;
            beside.wait(); // for nothing
            for (int round = 0; round < 200; ++round) {
                std::array<std::atomic<int>, 37> runs{};
                const auto work = [&](int piece) { ++runs[static_cast<std::size_t>(piece)]; };
                beside.start(workers, 37, work);
                std::atomic<int> own = 0;
                workers.run(8, [&](int) { ++own; });
                QCOMPARE(own.load(), 8);
                beside.wait();
                for (const std::atomic<int>& count : runs)
                    QCOMPARE(count.load(), 1);
            }
        }
    }

    // The caller waits for all of it without lifting a hand, so another thread has to come.
    void workBesideNeedsNoCaller()
    {
        Workers workers(2);
        Beside beside;
        std::atomic<int> done = 0;
        const auto work = [&](int) { ++done; };
        beside.start(workers, 5, work);
        const auto start = std::chrono::steady_clock::now();
        while (done < 5 && std::chrono::steady_clock::now() - start < std::chrono::minutes(1))
            std::this_thread::yield();
        QCOMPARE(done.load(), 5);
    }

    void workBesideThatIsCancelledEndsAndNeverComesBack()
    {
        Workers workers(3);
        Beside beside;
        std::atomic<int> begun = 0;
        std::atomic<int> ended = 0;
        for (int round = 0; round < 200; ++round) {
            begun = 0;
            ended = 0;
            const auto work = [&](int) {
                ++begun;
                std::this_thread::yield();
                ++ended;
            };
            beside.start(workers, 1000, work);
            beside.cancel();
            const int there = ended;
            QCOMPARE(begun.load(), there);
            QVERIFY(there < 1000);
            std::this_thread::yield();
            QCOMPARE(begun.load(), there);
        }
        { // and by its end
            Beside gone;
            const auto work = [&](int) { ++begun; };
            gone.start(workers, 1000, work);
        }
        const int there = begun;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        QCOMPARE(begun.load(), there);
    }

    void everyThreadIsPreparedBeforeItsFirstPiece()
    {
        static thread_local bool prepared = false;
        prepareThreadsWith([] { prepared = true; });
        std::atomic<int> unprepared = 0;
        Workers workers(4);
        for (int round = 0; round < 50; ++round)
            workers.run(16, [&](int) { unprepared += prepared ? 0 : 1; });
        QCOMPARE(unprepared.load(), 0);
    }
};

LAMINA_TEST(PiecesTest)
#include "pieces_test.moc"
