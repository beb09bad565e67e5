// Every metric against numbers computed elsewhere in double precision (make_metrics*.py).
#include "engine/model/metric_type.h"
#include "tests/golden/golden_cases.h"

using namespace lamina;
using namespace lamina::test;

class GoldenMetricsTest final : public QObject {
    Q_OBJECT
private slots:
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
        std::vector<double> sums(static_cast<std::size_t>(type->sums));
        type->compile(Attributes(type->fields, config))({.prediction = prediction.data(),
                                                         .target = target.data(),
                                                         .samples = samples,
                                                         .positions = shape.elements() / shape[-1],
                                                         .classes = shape[-1],
                                                         .sparseTarget = sparse,
                                                         .sums = sums.data()});
        QVERIFY(agrees(Numbers{static_cast<float>(type->result(sums))}, Json::array({golden.at("value")}),
                       "value"));
    }
};

QTEST_GUILESS_MAIN(GoldenMetricsTest)
#include "golden_metrics_test.moc"
