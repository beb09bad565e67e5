// Every metric against numbers computed elsewhere in double precision (make_metrics*.py).
#include "engine/model/metric_type.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class GoldenMetricsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void metric_data()
    {
        addGoldenRows("metrics", [](const Json& golden) {
            return golden.at("metric").get<std::string>() + " " + golden.at("config").dump();
        });
    }

    void metric()
    {
        QFETCH(const Json, golden);
        const MetricType* type = metrics::find(golden.at("metric").get<std::string>());
        QVERIFY(type);
        const Json& config = golden.at("config");
        const Faults faults = check(type->fields, config, {});
        QVERIFY2(faults.empty(), sentence(faults).c_str());
        const Shape shape(golden.at("shape").get<std::vector<Index>>());
        const Index samples = golden.at("samples");
        const Numbers prediction = numbersOf(golden.at("prediction"));
        const Numbers target = numbersOf(golden.at("target"));
        const bool sparse = golden.at("sparse");
        QCOMPARE(static_cast<Index>(prediction.size()), samples * shape.elements());
        QCOMPARE(static_cast<Index>(target.size()),
                 sparse ? samples * shape.elements() / shape[-1] : samples * shape.elements());
        const bool weighted = golden.contains("weights");
        const Numbers weights = weighted ? numbersOf(golden.at("weights")) : Numbers();
        const Result<CompiledMetric> compiled =
            type->compile(Attributes(type->fields, config), {.output = shape, .sparseTarget = sparse});
        QVERIFY(compiled);
        // In one go, and in three lanes whose sums are added: a metric must not care.
        for (const Index lanes : {Index{1}, std::min<Index>(3, samples)}) {
            std::vector<double> sums(static_cast<std::size_t>(compiled->sums));
            std::vector<double> room(static_cast<std::size_t>(samples));
            for (Index lane = 0; lane < lanes; ++lane) {
                const Index first = samples * lane / lanes;
                const Index targets = sparse ? shape.elements() / shape[-1] : shape.elements();
                std::vector<double> own(sums.size());
                compiled->add({.prediction = prediction.data() + first * shape.elements(),
                               .target = target.data() + first * targets,
                               .samples = samples * (lane + 1) / lanes - first,
                               .positions = shape.elements() / shape[-1],
                               .classes = shape[-1],
                               .sparseTarget = sparse,
                               .perSample = room.data(),
                               .sums = own.data(),
                               .weights = weighted ? weights.data() + first : nullptr,
                               .batchTarget = target.data(),
                               .batchSamples = samples});
                for (std::size_t s = 0; s < sums.size(); ++s)
                    sums[s] += own[s];
            }
            Numbers values;
            for (int value = 0; value < compiled->values; ++value)
                values.push_back(static_cast<float>(compiled->result(sums, value)));
            const Json& expected = golden.at("value");
            QVERIFY(agrees(values, expected.is_array() ? expected : Json::array({expected}), "value"));
        }
    }
};

LAMINA_TEST(GoldenMetricsTest)
#include "golden_metrics_test.moc"
