// Metrics by hand: ties, the half, and which accuracy "accuracy" is.
#include "engine/model/metric_type.h"
#include "tests/support/numbers.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
double valueOf(const char* name, const Numbers& prediction, const Numbers& target, Index classes,
               bool sparse = false)
{
    const MetricType* type = metrics::find(name);
    const Index samples = static_cast<Index>(prediction.size()) / classes;
    const Result<CompiledMetric> metric =
        type->compile(Attributes(type->fields, Json::object()), {Shape{classes}, sparse});
    std::vector<double> sums(static_cast<std::size_t>(metric->sums));
    std::vector<double> perSample(static_cast<std::size_t>(samples));
    metric->add({.prediction = prediction.data(),
                 .target = target.data(),
                 .samples = samples,
                 .positions = 1,
                 .classes = classes,
                 .sparseTarget = sparse,
                 .perSample = perSample.data(),
                 .sums = sums.data()});
    return metric->result(sums, 0);
}
} // namespace

class MetricsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofEqualOutputsTheFirstIsTheAnswer()
    {
        QCOMPARE(valueOf("accuracy", {0.5F, 0.5F}, {0}, 2, true), 1.0);
        QCOMPARE(valueOf("accuracy", {0.5F, 0.5F}, {1}, 2, true), 0.0);
        QCOMPARE(valueOf("accuracy", {0.2F, 0.4F, 0.4F}, {0, 0, 1}, 3), 0.0);
        QCOMPARE(valueOf("accuracy", {0.2F, 0.4F, 0.4F}, {0, 1, 1}, 3), 1.0); // among targets, too
    }

    void aHalfIsNotYetYes()
    {
        QCOMPARE(valueOf("accuracy", {0.5F, std::nextafter(0.5F, 1.0F)}, {0, 1}, 1), 1.0);
        QCOMPARE(valueOf("accuracy", {0.5F, std::nextafter(0.5F, 1.0F)}, {1, 0}, 1), 0.0);
    }

    void aListOfThresholdsIsNotEmptyAndOfChances()
    {
        for (const char* name : {"Precision", "Recall"}) {
            const MetricType* type = metrics::find(name);
            const auto compiled = [type](const Json& thresholds) {
                const Json config{{"thresholds", thresholds}};
                return type->compile(Attributes(type->fields, config), {Shape{2}, false});
            };
            QCOMPARE(compiled({0.25, 0.5, 0.5})->values, 3);
            QCOMPARE(compiled(0.25)->values, 1);
            QVERIFY(!compiled(Json::array()));
            QVERIFY(!check(type->fields, {{"thresholds", {0.5, 1.5}}}, {}).empty());
            QVERIFY(!check(type->fields, {{"thresholds", -0.5}}, {}).empty());
        }
    }

    void shareOfRightAnswers()
    {
        QCOMPARE(valueOf("acc", {0.9F, 0.1F, 0.2F, 0.8F, 0.3F, 0.7F, 0.6F, 0.4F}, {0, 1, 0, 1}, 2, true),
                 0.5);
        QCOMPARE(valueOf("accuracy", {0.9F, 0.2F, 0.8F, 0.1F}, {1, 0, 0, 1}, 1), 0.5);
    }

    void meanErrorsAreOverAllNumbers()
    {
        QCOMPARE(valueOf("mse", {1, 2, 5, 0}, {0, 4, 5, 0}, 2), 1.25);
        QCOMPARE(valueOf("mae", {1, 2, 5, 0}, {0, 4, 5, 0}, 2), 0.75);
        QCOMPARE(valueOf("mae", {1, 2}, {3}, 2, true), 1.5); // a class number stands for its whole row
    }

    void namesOfKeras()
    {
        QCOMPARE(metrics::find("acc"), metrics::find("accuracy"));
        QVERIFY(metrics::find("mse") != metrics::find("mae"));
        QVERIFY(!metrics::find("accurate"));
        QVERIFY(metrics::find("accuracy")->higherIsBetter && !metrics::find("mse")->higherIsBetter);
    }
};

LAMINA_TEST(MetricsTest)
#include "metrics_test.moc"
