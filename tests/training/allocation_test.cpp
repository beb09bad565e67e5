// A training step allocates nothing by our own hand, and leaves the heap as it found it.
#include "engine/model/penalties.h"
#include "runs.h"
#include "tests/support/run.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

// Where the program's own code lies; oneDNN, oneTBB and the C++ library lie elsewhere.
extern "C" const char __executable_start;
extern "C" const char etext;

namespace {
std::atomic<bool> counting{false};
std::atomic<long> ours{0};
std::atomic<void*> lastCaller{nullptr};

[[maybe_unused]] void count(void* caller)
{
    if (!counting.load(std::memory_order_relaxed))
        return;
    const auto* address = static_cast<const char*>(caller);
    if (address < &__executable_start || address >= &etext)
        return;
    ours.fetch_add(1, std::memory_order_relaxed);
    lastCaller.store(caller, std::memory_order_relaxed);
}

[[maybe_unused]] void* take(std::size_t size)
{
    if (void* memory = std::malloc(size > 0 ? size : 1))
        return memory;
    throw std::bad_alloc();
}

[[maybe_unused]] void* takeAligned(std::size_t size, std::align_val_t alignment)
{
    const auto unit = static_cast<std::size_t>(alignment);
    if (void* memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit))
        return memory;
    throw std::bad_alloc();
}
} // namespace

#ifndef LAMINA_SANITIZED // a sanitizer has operators of its own
void* operator new(std::size_t size)
{
    count(__builtin_return_address(0));
    return take(size);
}
void* operator new[](std::size_t size)
{
    count(__builtin_return_address(0));
    return take(size);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    count(__builtin_return_address(0));
    return takeAligned(size, alignment);
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
#endif

using namespace lamina;

namespace {
Project digits()
{
    Project project = spirals();
    project.data.options = Json::parse(R"({"generator": "digits", "train": 203, "test": 8})");
    project.training.optimizer = partFrom(Json::parse(R"({"class_name": "Adam", "config":
        {"global_clipnorm": 1.0, "weight_decay": 0.01}})"));
    project.model.layers = {
        layer("InputLayer", "input", R"({"shape": [28, 28, 1]})", {}),
        layer("RandomTranslation", "moved", R"({"height_factor": 0.1, "width_factor": 0.1})", {{"input"}}),
        layer("Conv2D", "conv", R"({"filters": 8, "kernel_size": 3, "kernel_regularizer": "l2"})",
              {{"moved"}}),
        layer("BatchNormalization", "norm", "{}", {{"conv"}}),
        layer("MaxPooling2D", "pool", "{}", {{"norm"}}),
        layer("Flatten", "flat", "{}", {{"pool"}}),
        layer("Dropout", "dropout", R"({"rate": 0.1})", {{"flat"}}),
        layer("Dense", "class", R"({"units": 10, "activation": "softmax"})", {{"dropout"}})};
    return project;
}

constexpr long leastLeak = 100 * 32; // bytes: what the smallest allocation takes, once a step

struct Counted {
    long allocations = 0;
    long growth = 0; // bytes alive
};

template <typename Work>
Counted inAHundred(const Work& work)
{
    for (int i = 0; i < 20; ++i)
        work();
    const std::size_t before = mallinfo2().uordblks;
    ours = 0;
    counting = true;
    for (int i = 0; i < 100; ++i)
        work();
    counting = false;
    return {ours, static_cast<long>(mallinfo2().uordblks) - static_cast<long>(before)};
}
} // namespace

class AllocationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#ifdef LAMINA_SANITIZED
        QSKIP("the sanitizer counts allocations of its own");
#endif
    }

    void whatWeAllocateIsCounted()
    {
        const Counted one = inAHundred([] { std::vector<float> made(3); });
        QCOMPARE(one.allocations, 100L);
        QVERIFY(one.growth < leastLeak);
        std::vector<std::unique_ptr<int>> kept;
        kept.reserve(120);
        QVERIFY(inAHundred([&] { kept.push_back(std::make_unique<int>(1)); }).growth >= leastLeak);
    }

    void aStepAllocatesNothing_data()
    {
        QTest::addColumn<bool>("pictures");
        QTest::newRow("perceptron") << false;
        QTest::newRow("convolutions") << true;
    }
    void aStepAllocatesNothing()
    {
        QFETCH(bool, pictures);
        Result<TrainingSetup> setup = TrainingSetup::make(pictures ? digits() : spirals(), {});
        QVERIFY2(setup, setup ? "" : sentence(setup.faults()).c_str());
        Workers workers(1); // several share one heap, where what is alive differs from moment to moment
        constexpr Index batch = 32;
        BatchBuffers buffers(*setup->feed, batch, BatchUse::Training);
        Plan plan(*setup->network,
                  {.batch = batch, .training = true, .objective = setup->objective.get(), .taps = {}});
        plan.setWeights(setup->weights.data());
        plan.setInputs(buffers.inputs());
        plan.setTargets(buffers.targets());
        plan.setSampleWeights(buffers.weights());
        Penalties penalties(*setup->network);
        std::vector<Index> order(static_cast<std::size_t>(setup->data.train->size()));
        orderOfEpoch(1, 0, true, order);
        std::uint64_t step = 0;
        const auto check = [](const char* what, const Counted& counted) {
            const QString said = QString("%1: %2 allocations, the last from %3; %4 bytes more")
                                     .arg(what)
                                     .arg(counted.allocations)
                                     .arg(reinterpret_cast<quintptr>(lastCaller.load()), 0, 16)
                                     .arg(counted.growth);
            QVERIFY2(counted.allocations == 0 && counted.growth < leastLeak, qPrintable(said));
        };
        check("batches", inAHundred([&] {
                  (void)buffers.fill(workers, *setup->data.train, std::span(order).first(batch));
              }));
        check("plan", inAHundred([&] { plan.run(workers, 1, step++); }));
        check("penalties", inAHundred([&] { penalties.value(workers, setup->weights.data()); }));
        check("updater", inAHundred([&] {
                  setup->updater->apply(workers, setup->weights.data(), plan.gradients(), batch);
              }));
    }
};

LAMINA_TEST(AllocationTest)
#include "allocation_test.moc"
