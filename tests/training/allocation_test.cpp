// A training step allocates nothing by our own hand, and leaves the heap as it found it: its parts for
// themselves, and the whole loop with its batches made ready beside it.
#include "engine/model/penalties.h"
#include "runs.h"
#include "tests/data/photo_folders.h"
#include "tests/support/run.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

// Where the program's own code lies; oneDNN, oneTBB and the C++ library lie elsewhere.
extern "C" const char __executable_start; // NOLINT(bugprone-reserved-identifier): the linker's
extern "C" const char etext;

namespace {
std::atomic<bool> counting{false};
std::atomic<long> ours{0};
std::atomic<const char*> lastCaller{&__executable_start};

[[maybe_unused]] void count(void* caller)
{
    if (!counting.load(std::memory_order_relaxed))
        return;
    const auto* address = static_cast<const char*>(caller);
    if (address < &__executable_start || address >= &etext)
        return;
    ours.fetch_add(1, std::memory_order_relaxed);
    lastCaller.store(address, std::memory_order_relaxed);
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
Project digits(int train = 203)
{
    Project project = spirals();
    project.data.options = Json{{"generator", "digits"}, {"train", train}, {"test", 8}};
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

// All that may be called after a step: metrics that keep many sums, callbacks that watch batches, weights of
// classes, steps gathered into one.
Project watched()
{
    Project project = spirals();
    TrainingSpec& training = project.training;
    training.loss = {"categorical_crossentropy", Json{{"label_smoothing", 0.1}}};
    training.metrics = {};
    for (const char* name :
         {"categorical_accuracy", "AUC", "Precision", "Recall", "F1Score", "R2Score",
          "top_k_categorical_accuracy", "RootMeanSquaredError", "cosine_similarity", "kl_divergence"})
        training.metrics.push_back({name, Json::object()});
    training.weightedMetrics = {{"categorical_crossentropy", Json::object()}};
    training.callbacks = {{"TerminateOnNaN", Json::object()},
                          {"ModelCheckpoint", Json{{"filepath", "{batch}.h5"}, {"save_freq", 1'000'000}}}};
    training.classWeight = Json::parse(R"({"0": 1, "1": 2, "2": 0.5})");
    training.gradientAccumulationSteps = 3;
    return project;
}

Project photographs(const std::string& folder)
{
    Project project = spirals();
    project.data.source = "image_folder";
    project.data.options =
        Json{{"train", folder + "/train"}, {"target_size", {16, 16}}, {"interpolation", "bilinear"}};
    project.data.validationSplit = 0;
    project.data.preprocess = {
        partFrom(Json::parse(R"({"class_name": "Rescaling", "config": {"scale": 0.01}})"))};
    project.data.augment = {partFrom(Json::parse(R"({"class_name": "ImageDataGenerator", "config":
        {"rotation_range": 30, "width_shift_range": 0.2, "height_shift_range": [1, 2], "shear_range": 10,
         "zoom_range": 0.2, "horizontal_flip": true, "vertical_flip": true, "channel_shift_range": 3.5,
         "brightness_range": [0.5, 1.5], "samplewise_std_normalization": true}})"))};
    project.training.epochs = 2; // the first reads the files, the others what is kept of them
    project.model.layers = {layer("InputLayer", "input", R"({"shape": [16, 16, 3]})", {}),
                            layer("Conv2D", "conv", R"({"filters": 4, "kernel_size": 3})", {{"input"}}),
                            layer("GlobalAveragePooling2D", "mean", "{}", {{"conv"}}),
                            layer("Dense", "class", R"({"units": 2, "activation": "softmax"})", {{"mean"}})};
    return project;
}

constexpr long leastLeak = 100 * 32; // bytes: what the smallest allocation takes, once a step

struct Counted {
    long allocations = 0;
    long growth = 0; // bytes alive
};

class Counter {
public:
    void begin()
    {
        m_before = mallinfo2().uordblks;
        ours = 0;
        counting = true;
    }
    Counted end() const
    {
        counting = false;
        return {ours, static_cast<long>(mallinfo2().uordblks) - static_cast<long>(m_before)};
    }

private:
    std::size_t m_before = 0;
};

constexpr int stepsBefore = 20; // whose memory serves those after them
constexpr int steps = 100;

template <typename Work>
Counted inAHundred(const Work& work)
{
    for (int i = 0; i < stepsBefore; ++i)
        work();
    Counter counter;
    counter.begin();
    for (int i = 0; i < steps; ++i)
        work();
    return counter.end();
}

// Counts in the last epoch, from the end of a step to that of the hundredth after it.
struct CountingObserver final : TrainingObserver {
    Index lastEpoch = 0;
    Counter counter;
    std::optional<Counted> counted;
    void onBegin(const RunPlan& plan) override { lastEpoch = plan.epochs - 1; }
    void onStep(const StepReport& report) override
    {
        if (report.epoch != lastEpoch)
            return;
        if (report.step == stepsBefore)
            counter.begin();
        else if (report.step == stepsBefore + steps)
            counted = counter.end();
    }
};

void check(const char* what, const Counted& counted)
{
    const QString said =
        QString("%1: %2 allocations, the last from %3 (addr2line -e engine_tests); %4 bytes more")
            .arg(what)
            .arg(counted.allocations)
            .arg(lastCaller.load() - &__executable_start, 0, 16)
            .arg(counted.growth);
    QVERIFY2(counted.allocations == 0 && counted.growth < leastLeak, qPrintable(said));
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
        check("batches", inAHundred([&] {
                  (void)buffers.fill(workers, *setup->data.train, std::span(order).first(batch));
              }));
        check("plan", inAHundred([&] { plan.run(workers, 1, step++); }));
        check("penalties", inAHundred([&] { penalties.value(workers, setup->weights.data()); }));
        check("updater", inAHundred([&] {
                  setup->updater->apply(workers, setup->weights.data(), plan.gradients(), batch);
              }));
    }

    void aTrainingAllocatesNothingInItsSteps_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("threads");
        for (const char* what : {"perceptron", "watched", "convolutions", "photographs"})
            for (const int threads : {1, 2})
                QTest::addRow("%s, %d thread(s)", what, threads) << what << threads;
    }
    void aTrainingAllocatesNothingInItsSteps()
    {
        QFETCH(QString, what);
        QFETCH(int, threads);
        test::PhotoFolders folders;
        Project project = spirals();
        if (what == "watched")
            project = watched();
        if (what == "convolutions")
            project = digits(1600);
        else
            project.data.options["train"] = 6000;
        project.training.batchSize = what == "convolutions" ? 8 : 32;
        project.training.epochs = 1;
        if (what == "photographs") {
            QVERIFY(folders.catsAndDogs(130));
            project = photographs(folders.path());
            project.training.batchSize = 2;
        }
        Memory recorder;
        TrainingControl control;
        CountingObserver observer;
        const Result<TrainingOutcome> outcome = train(project, &recorder, observer, control, threads);
        QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
        QVERIFY2(observer.counted, "the epoch has too few steps");
        if (threads > 1) { // they share one heap, where what is alive differs from moment to moment
            observer.counted->growth = 0;
            // A thread that comes late makes its buffers then, once.
            constexpr long buffersOfAThread = 10;
            if (observer.counted->allocations <= buffersOfAThread)
                observer.counted->allocations = 0;
        }
        check(qPrintable(what), *observer.counted);
    }
};

LAMINA_TEST(AllocationTest)
#include "allocation_test.moc"
