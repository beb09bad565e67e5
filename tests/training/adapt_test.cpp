// Normalization takes mean and variance from the training data before the first step, and keeps them.
#include "engine/data/dataset.h"
#include "engine/training/adapt.h"
#include "tests/support/run.h"

#include <QTest>

#include <atomic>

using namespace lamina;

namespace {
// Four samples of two numbers, and a target.
class Table final : public Dataset {
public:
    Index size() const override { return 4; }
    const std::vector<DataField>& fields() const override { return m_fields; }
    Result<void> readNumbers(Index sample, int field, std::span<float> into) const override
    {
        static constexpr float rows[4][2] = {{1, 10}, {3, 10}, {1, 30}, {7, 30}};
        if (field == 1)
            into[0] = 1;
        else
            std::copy_n(rows[sample], 2, into.data());
        ++reads;
        return {};
    }
    mutable std::atomic<int> reads = 0;

private:
    std::vector<DataField> m_fields{{"x", DataKind::Numbers, {2}, {}}, {"y", DataKind::Numbers, {1}, {}}};
};

struct Bench {
    explicit Bench(std::vector<LayerSpec> layers)
    {
        ModelSpec spec;
        spec.layers = {{"InputLayer", "in", {{"shape", {2}}}, {}}};
        spec.layers.insert(spec.layers.end(), layers.begin(), layers.end());
        spec.layers.push_back({"Dense", "out", {{"units", 1}}, {{spec.layers.back().name}}});
        network = *Network::make(spec);
        TrainingSpec training;
        training.loss.className = "mean_squared_error";
        objective = *compileObjective(*network, training);
        weights = network->initialWeights(1);
        data = std::make_shared<Table>();
        DataParts parts;
        parts.train = data;
        parts.inputFields = {"x"};
        parts.targetFields = {"y"};
        feed = *Feed::make(parts, *network, *objective, nullptr);
    }

    bool adapt(Index batch = 3, int threads = 1, int stopAfter = -1)
    {
        Workers workers(threads);
        return bool(adaptLayers(*network, *feed, *data, batch, workers, weights,
                                [&] { return stopAfter < 0 || stopAfter-- > 0; }));
    }

    std::vector<float> variable(const char* layer, const char* name) const
    {
        for (const Variable& each : network->variables())
            if (each.name == name
                && network->layers()[static_cast<std::size_t>(each.layer)].spec.name == layer)
                return {weights.data() + each.offset, weights.data() + each.offset + each.count};
        return {};
    }

    std::optional<Network> network;
    std::optional<Objective> objective;
    std::optional<Feed> feed;
    std::shared_ptr<Table> data;
    Buffer weights;
};

LayerSpec normalization(const char* name, const char* from, const char* config = "{}")
{
    return {"Normalization", name, Json::parse(config), {{from}}};
}
} // namespace

class AdaptTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meanAndVarianceAreThoseOfTheData_data()
    {
        QTest::addColumn<int>("batch");
        for (const int batch : {1, 2, 3, 4, 9})
            QTest::newRow(qPrintable(QString::number(batch))) << batch;
    }
    void meanAndVarianceAreThoseOfTheData()
    {
        QFETCH(int, batch);
        Bench bench({normalization("norm", "in")});
        QVERIFY(bench.adapt(batch));
        QCOMPARE(bench.variable("norm", "mean"), (std::vector<float>{3, 20}));
        QCOMPARE(bench.variable("norm", "variance"), (std::vector<float>{6, 100}));
        QCOMPARE(bench.variable("norm", "count"), std::vector<float>{4});
    }

    void oneMeanForAllNumbers()
    {
        Bench bench({normalization("norm", "in", R"({"axis": null})")});
        QVERIFY(bench.adapt());
        QCOMPARE(bench.variable("norm", "mean"), std::vector<float>{11.5F});
        QCOMPARE(bench.variable("norm", "count"), std::vector<float>{8});
    }

    void layersSeeWhatThoseBeforeThemMake()
    {
        Bench bench({{"Rescaling", "half", {{"scale", 0.5}}, {{"in"}}},
                     normalization("first", "half"),
                     {"Rescaling", "shifted", {{"scale", 1}, {"offset", 5}}, {{"first"}}},
                     normalization("second", "shifted")});
        QVERIFY(bench.adapt());
        QCOMPARE(bench.variable("first", "mean"), (std::vector<float>{1.5, 10}));
        QCOMPARE(bench.variable("first", "variance"), (std::vector<float>{1.5, 25}));
        QCOMPARE(bench.variable("second", "mean"), (std::vector<float>{5, 5}));
        for (const float variance : bench.variable("second", "variance"))
            QVERIFY(std::abs(variance - 1) < 1e-6F);
    }

    void whatIsFilledStays()
    {
        Bench bench({normalization("norm", "in")});
        QVERIFY(bench.adapt());
        const int reads = bench.data->reads;
        QVERIFY(bench.adapt());
        QCOMPARE(int(bench.data->reads), reads); // a resumed run does not read the data again
    }

    void givenNumbersNeedNoData()
    {
        Bench bench({normalization("norm", "in", R"({"mean": 1, "variance": 4})")});
        QVERIFY(bench.adapt());
        QCOMPARE(int(bench.data->reads), 0);
    }

    void stoppedItLeavesTheLayerAsItWas()
    {
        Bench bench({normalization("norm", "in")});
        QVERIFY(bench.adapt(1, 1, 2));
        QCOMPARE(bench.variable("norm", "mean"), (std::vector<float>{0, 0}));
        QCOMPARE(bench.variable("norm", "count"), std::vector<float>{0});
    }

    void threadsChangeNothing()
    {
        Bench one({normalization("norm", "in")});
        Bench many({normalization("norm", "in")});
        QVERIFY(one.adapt(2, 1));
        QVERIFY(many.adapt(2, 4));
        QCOMPARE(one.variable("norm", "variance"), many.variable("norm", "variance"));
    }
};

LAMINA_TEST(AdaptTest)
#include "adapt_test.moc"
