// The stream of batches: the right samples in the right order, whoever makes them ready and whenever.
#include "engine/training/batch_stream.h"
#include "tests/support/run.h"
#include "tests/training/runs.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace lamina;

namespace {

// Sample s is (s, 2 s, 3 s …) of class s mod 3. Some cannot be read.
class Counting final : public Dataset {
public:
    Counting(Index size, Index width, std::vector<Index> damaged = {})
        : m_size(size), m_damaged(std::move(damaged)), m_fields{{"x", DataKind::Numbers, Shape{width}, {}},
                                                                {"y", DataKind::Class, {}, {"a", "b", "c"}}}
    {
    }
    Index size() const override { return m_size; }
    const std::vector<DataField>& fields() const override { return m_fields; }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        ++reads;
        if (std::ranges::find(m_damaged, sample) != m_damaged.end())
            return Fault{FaultKind::Input, Text(LAMINA_TEXT("test", "Sample %1 is damaged"), sample), {}, {}};
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = field == 1 ? static_cast<float>(sample % 3)
                                 : static_cast<float>(sample * (static_cast<Index>(i) + 1));
        return {};
    }
    mutable std::atomic<int> reads = 0;

private:
    Index m_size;
    std::vector<Index> m_damaged;
    std::vector<DataField> m_fields;
};

struct Setting {
    DataParts parts;
    std::optional<Network> network;
    std::optional<Objective> objective;
    std::optional<Feed> feed;

    Setting(std::shared_ptr<Counting> data, Index width)
    {
        parts.train = std::move(data);
        parts.inputFields = {"x"};
        parts.targetFields = {"y"};
        Project project = spirals();
        project.model.layers = {
            layer("InputLayer", "input", Json{{"shape", {width}}}.dump().c_str(), {}),
            layer("Dense", "class", R"({"units": 3, "activation": "softmax"})", {{"input"}})};
        network.emplace(*Network::make(project.model));
        objective.emplace(*compileObjective(*network, project.training));
        feed.emplace(*Feed::make(parts, *network, *objective, {}));
    }
};

BatchStream::Order backwards(Index size, Index batch)
{
    return [size, batch](Index number, std::vector<Index>& samples) {
        samples.clear();
        for (Index i = number * batch; i < std::min(size, (number + 1) * batch); ++i)
            samples.push_back(size - 1 - i);
        return Index{0};
    };
}

} // namespace

class BatchStreamTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void batchesComeInOrderHoweverManyThreads_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("width");
        for (const int threads : {1, 2, 5})
            for (const int width : {3, 40000}) // many batches in a group, and one
                QTest::addRow("%d threads, %d wide", threads, width) << threads << width;
    }
    void batchesComeInOrderHoweverManyThreads()
    {
        QFETCH(int, threads);
        QFETCH(int, width);
        constexpr Index size = 1003;
        constexpr Index batch = 7;
        Workers workers(threads);
        const auto data = std::make_shared<Counting>(width > 1000 ? 60 : size, width);
        const Setting setting(data, width);
        BatchStream stream(*setting.feed, batch, BatchUse::Training);
        const Index steps = (data->size() + batch - 1) / batch;
        for (const Index first : {Index{0}, Index{3}}) { // begun anew, and in the middle
            stream.begin(workers, *data, first, steps, backwards(data->size(), batch));
            Index expected = data->size() - 1 - first * batch;
            for (Index step = first; step < steps; ++step) {
                const Result<BatchStream::Ready> ready = stream.next();
                QVERIFY(ready);
                QCOMPARE(ready->samples, std::min(batch, expected + 1));
                for (Index i = 0; i < ready->samples; ++i, --expected) {
                    const float* x = ready->buffers->inputs()[0] + i * width;
                    QCOMPARE(x[0], static_cast<float>(expected));
                    QCOMPARE(x[width - 1], static_cast<float>(expected * width));
                    QCOMPARE(ready->buffers->targets()[0][i], static_cast<float>(expected % 3));
                }
            }
            QCOMPARE(expected, Index{-1});
        }
        QVERIFY(stream.waitedSeconds() > 0);
    }

    void aFaultComesWithItsBatchAlone()
    {
        for (const int threads : {1, 3}) {
            Workers workers(threads);
            const auto data =
                std::make_shared<Counting>(100, 40000, std::vector<Index>{61, 64, 38}); // batches 6 and 3
            const Setting setting(data, 40000);
            BatchStream stream(*setting.feed, 10, BatchUse::Training);
            stream.begin(workers, *data, 0, 10, [](Index number, std::vector<Index>& samples) {
                samples.resize(10);
                std::iota(samples.begin(), samples.end(), number * 10);
                return Index{0};
            });
            for (int batch = 0; batch < 10; ++batch) {
                const Result<BatchStream::Ready> ready = stream.next();
                QCOMPARE(!ready, batch == 3 || batch == 6);
                if (!ready)
                    QVERIFY(QString::fromStdString(sentence(ready.faults()))
                                .contains(batch == 3 ? "Sample 38" : "Sample 61")); // the first of the batch
            }
        }
    }

    // Two batches lie ready at most, and a stopped stream reads no further.
    void memoryIsBoundedAndStopStops()
    {
        Workers workers(4);
        const auto data = std::make_shared<Counting>(10000, 40000);
        const Setting setting(data, 40000);
        const int before = data->reads;
        BatchStream stream(*setting.feed, 10, BatchUse::Training);
        stream.begin(workers, *data, 0, 1000, backwards(10000, 10));
        QVERIFY(stream.next());
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        QVERIFY2(data->reads - before <= 2 * 10 * 2, qPrintable(QString::number(data->reads - before)));
        QVERIFY(stream.next());
        stream.stop();
        const int stopped = data->reads;
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        QCOMPARE(data->reads.load(), stopped);
        QVERIFY(stopped - before <= 3 * 10 * 2);
    }
};

LAMINA_TEST(BatchStreamTest)
#include "batch_stream_test.moc"
