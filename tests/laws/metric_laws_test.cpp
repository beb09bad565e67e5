// What every metric must obey, without being asked.
#include "engine/model/metric_type.h"
#include "tests/laws/variants.h"
#include "tests/support/numbers.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
struct Answers {
    Index samples;
    Index positions;
    Index classes;
    bool sparse;
    Numbers prediction;
    Numbers target;
};

// Rows of probabilities, and what is right: class numbers, or a 1 in each row (in a single column: 0 and 1).
Answers answers(Index samples, Index positions, Index classes, bool sparse)
{
    const Index rows = samples * positions;
    Answers made{samples, positions, classes, sparse, uniform(rows * classes, 0.01, 0.99, 1), {}};
    const Numbers winners = wholeNumbers(rows, std::max<Index>(classes, 2), 2);
    if (sparse) {
        made.target = winners;
        return made;
    }
    made.target.resize(made.prediction.size());
    for (Index row = 0; row < rows; ++row)
        if (const auto winner = static_cast<Index>(winners[static_cast<std::size_t>(row)]); winner < classes)
            made.target[static_cast<std::size_t>(row * classes + winner)] = 1;
    return made;
}

// What a metric keeps of samples first … first + count - 1, on top of what is in sums.
void add(const CompiledMetric& metric, const Answers& a, Index first, Index count, std::vector<double>& sums)
{
    std::vector<double> perSample(static_cast<std::size_t>(count));
    metric.add({.prediction = a.prediction.data() + first * a.positions * a.classes,
                .target = a.target.data() + first * a.positions * (a.sparse ? 1 : a.classes),
                .samples = count,
                .positions = a.positions,
                .classes = a.classes,
                .sparseTarget = a.sparse,
                .perSample = perSample.data(),
                .sums = sums.data(),
                .batchTarget = a.target.data(),
                .batchSamples = a.samples});
}

std::vector<double> noSums(const CompiledMetric& metric)
{
    return std::vector<double>(static_cast<std::size_t>(metric.sums));
}
} // namespace

class MetricLawsTest final : public QObject {
    Q_OBJECT

    static void addMetrics()
    {
        QTest::addColumn<const MetricType*>("type");
        QTest::addColumn<Json>("config");
        QTest::addColumn<bool>("sparse");
        QTest::addColumn<int>("positions");
        QTest::addColumn<int>("classes");
        for (const MetricType* type : metrics::all())
            for (const Json& config : variants(type->fields))
                for (const auto& [positions, classes] : {std::pair(1, 1), {1, 4}, {3, 1}, {2, 5}})
                    for (const bool sparse : {false, true})
                        // A metric says itself which targets and outputs it cannot judge.
                        if ((!sparse || classes > 1)
                            && type->target != (sparse ? MetricTarget::Rows : MetricTarget::Classes)
                            && type->compile(Attributes(type->fields, config),
                                             {Shape{positions, classes}, sparse}))
                            QTest::addRow("%s %s %s %d×%d", type->className, config.dump().c_str(),
                                          sparse ? "classes" : "rows", positions, classes)
                                << type << config << sparse << positions << classes;
    }

private Q_SLOTS:
    // An epoch is made of batches, and a batch of lanes.
    void cutBatchesEqualTheWhole_data() { addMetrics(); }
    void cutBatchesEqualTheWhole()
    {
        QFETCH(const MetricType*, type);
        QFETCH(const Json, config);
        QFETCH(bool, sparse);
        QFETCH(int, positions);
        QFETCH(int, classes);
        const CompiledMetric metric =
            *type->compile(Attributes(type->fields, config), {Shape{positions, classes}, sparse});
        const Answers given = answers(23, positions, classes, sparse);
        std::vector<double> whole = noSums(metric);
        std::vector<double> cut = whole;
        std::vector<double> joined = whole;
        add(metric, given, 0, 23, whole);
        for (const auto& [first, count] : {std::pair<Index, Index>{0, 1}, {1, 9}, {10, 13}}) {
            add(metric, given, first, count, cut); // on top of what is there
            std::vector<double> own(whole.size());
            add(metric, given, first, count, own);
            for (std::size_t s = 0; s < own.size(); ++s)
                joined[s] += own[s];
        }
        for (int v = 0; v < metric.values; ++v) {
            const double value = metric.result(whole, v);
            const double allowed = 1e-12 * std::max(1.0, std::abs(value));
            QVERIFY(std::isfinite(value));
            QVERIFY(std::abs(metric.result(cut, v) - value) <= allowed);
            QVERIFY(std::abs(metric.result(joined, v) - value) <= allowed);
        }
    }

    void rightAnswersAreTheBest_data() { addMetrics(); }
    void rightAnswersAreTheBest()
    {
        QFETCH(const MetricType*, type);
        QFETCH(const Json, config);
        QFETCH(bool, sparse);
        QFETCH(int, positions);
        QFETCH(int, classes);
        if (sparse)
            return; // numbers that stand for classes have no row that equals them
        if (config.contains("label_smoothing"))
            return; // a smoothed target is not the answer itself
        if (classes == 1 && std::string_view(type->className).starts_with("categorical_"))
            return; // a single class leaves nothing to tell apart
        const CompiledMetric metric =
            *type->compile(Attributes(type->fields, config), {Shape{positions, classes}, sparse});
        const auto valueOf = [&](const Answers& given) {
            std::vector<double> sums = noSums(metric);
            add(metric, given, 0, given.samples, sums);
            return metric.result(sums, 0);
        };
        Answers given = answers(23, positions, classes, false);
        const double guessed = valueOf(given);
        given.prediction = given.target;
        const double right = valueOf(given);
        // Where any of the first k will do, guesses may be as good.
        QVERIFY(type->higherIsBetter ? right >= guessed : right <= guessed);
    }

    void nothingSeenIsStillANumber_data() { addMetrics(); }
    void nothingSeenIsStillANumber()
    {
        QFETCH(const MetricType*, type);
        QFETCH(const Json, config);
        QFETCH(bool, sparse);
        QFETCH(int, positions);
        QFETCH(int, classes);
        const CompiledMetric metric =
            *type->compile(Attributes(type->fields, config), {Shape{positions, classes}, sparse});
        if (std::string_view(type->className) == "R2Score")
            return; // of no variance, 0 / 0: Keras gives not-a-number, too
        for (int v = 0; v < metric.values; ++v)
            QVERIFY(std::isfinite(metric.result(noSums(metric), v)));
    }
};

LAMINA_TEST(MetricLawsTest)
#include "metric_laws_test.moc"
