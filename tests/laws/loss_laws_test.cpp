// What every loss must obey, without being asked: each law is tried on every loss in every setting, over
// several shapes, from probabilities and from logits.
#include "engine/model/loss_type.h"
#include "tests/laws/differences.h"
#include "tests/laws/variants.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
struct Case {
    const LossType* type;
    LossFunction function;
    Index samples;
    Index positions;
    Index classes;
    Numbers prediction;
    Numbers target;

    Index targets() const { return positions * (type->sparseTarget ? 1 : classes); }
};

struct LossOutcome {
    std::vector<double> values;
    Numbers gradient;
};

// Of samples [first, first + count).
LossOutcome run(const Case& of, Index first, Index count, float scale, bool wantsGradient = true)
{
    LossOutcome outcome{std::vector<double>(static_cast<std::size_t>(count), -1e9),
                        Numbers(static_cast<std::size_t>(count * of.positions * of.classes), NAN)};
    of.function({.prediction = of.prediction.data() + first * of.positions * of.classes,
                 .target = of.target.data() + first * of.targets(),
                 .samples = count,
                 .positions = of.positions,
                 .classes = of.classes,
                 .sampleLoss = outcome.values.data(),
                 .gradient = wantsGradient ? outcome.gradient.data() : nullptr,
                 .scale = scale});
    return outcome;
}

// 0 and 1, one 1 in each row; a single column has both.
Numbers oneHot(Index rows, Index classes)
{
    Numbers target(static_cast<std::size_t>(rows * classes));
    const Numbers winners = wholeNumbers(rows, std::max<Index>(classes, 2), 5);
    for (Index row = 0; row < rows; ++row) {
        const auto winner = static_cast<Index>(winners[static_cast<std::size_t>(row)]);
        if (winner < classes)
            target[static_cast<std::size_t>(row * classes + winner)] = 1;
    }
    return target;
}
} // namespace

class LossLawsTest final : public QObject {
    Q_OBJECT

    static void addCases()
    {
        QTest::addColumn<Case>("loss");
        for (const LossType* type : losses::all())
            for (const Json& config : variants(type->fields))
                for (const bool logits : {false, true})
                    if (!logits || type->compileFromLogits)
                        addShapes(*type, config, logits);
    }

    static void addShapes(const LossType& type, const Json& config, bool logits)
    {
        const Attributes attributes(type.fields, config);
        int cases = 0;
        const bool anyNumbers = logits || config.value("from_logits", false);
        for (const auto& [samples, output] : std::vector<std::pair<Index, Shape>>{
                 {5, {3}}, {4, {2, 3}}, {1, {2}}, {3, {3, 1}}, {7, {1}}, {2, {4, 17}}, {2, {3, 4, 2}}}) {
            const Index classes = output[-1];
            const Index positions = output.elements() / classes;
            if (classes == 1 ? type.sparseTarget || type.logitsOf == ActivationKind::Softmax
                             : type.classesExactly > 1 && type.classesExactly != classes)
                continue;
            const Result<LossFunction> plain = type.compile(attributes, {output});
            if (!plain)
                continue; // it says itself which outputs it cannot judge
            ++cases;
            const Index rows = samples * positions;
            const Index count = rows * classes;
            const Numbers prediction = anyNumbers ? uniform(count, -3, 3, 1) : uniform(count, 0.1, 0.9, 2);
            std::vector<Numbers> targets;
            if (type.sparseTarget)
                targets = {wholeNumbers(rows, classes, 3)};
            else
                targets = {oneHot(rows, classes), uniform(count, 0.05, 0.95, 4)};
            for (std::size_t t = 0; t < targets.size(); ++t)
                QTest::addRow("%s %s%s %d × %s, target %zu", type.className, config.dump().c_str(),
                              logits ? " logits" : "", static_cast<int>(samples), output.text().c_str(), t)
                    << Case{&type,     logits ? type.compileFromLogits(attributes) : *plain,
                            samples,   positions,
                            classes,   prediction,
                            targets[t]};
        }
        // The axis of the samples fits none.
        QVERIFY2(cases > 0 || config.contains("axis"), type.className);
    }

private Q_SLOTS:
    void gradientsMatchCentralDifferences_data() { addCases(); }
    void gradientsMatchCentralDifferences()
    {
        QFETCH(Case, loss);
        const float scale = 0.5F;
        const LossOutcome outcome = run(loss, 0, loss.samples, scale);
        const auto sum = [&] {
            double total = 0;
            for (const double value : run(loss, 0, loss.samples, scale).values)
                total += value;
            return total * static_cast<double>(scale);
        };
        QVERIFY(matchesDifferences(outcome.gradient, loss.prediction, sum));
    }

    void theGradientGrowsWithTheScale_data() { addCases(); }
    void theGradientGrowsWithTheScale()
    {
        QFETCH(Case, loss);
        const LossOutcome once = run(loss, 0, loss.samples, 0.25F);
        LossOutcome twice = run(loss, 0, loss.samples, 0.5F);
        QCOMPARE(twice.values, once.values);
        for (float& each : twice.gradient)
            each *= 0.5F;
        QVERIFY(largestDifference(twice.gradient, once.gradient) <= 1e-6 * largest(once.gradient));
    }

    void withoutAGradientTheLossIsTheSame_data() { addCases(); }
    void withoutAGradientTheLossIsTheSame()
    {
        QFETCH(Case, loss);
        const LossOutcome with = run(loss, 0, loss.samples, 1);
        const LossOutcome without = run(loss, 0, loss.samples, 1, false);
        QVERIFY(largest(without.gradient) > 1e9); // untouched
        for (std::size_t n = 0; n < with.values.size(); ++n)
            QVERIFY(std::abs(with.values[n] - without.values[n])
                    <= 1e-6 * std::max(1.0, std::abs(with.values[n])));
    }

    // Lanes hold parts of a batch.
    void samplesDoNotKnowEachOther_data() { addCases(); }
    void samplesDoNotKnowEachOther()
    {
        QFETCH(Case, loss);
        const LossOutcome whole = run(loss, 0, loss.samples, 1);
        const auto each = static_cast<std::size_t>(loss.positions * loss.classes);
        for (Index n = 0; n < loss.samples; ++n) {
            const LossOutcome alone = run(loss, n, 1, 1);
            QCOMPARE(alone.values[0], whole.values[static_cast<std::size_t>(n)]);
            QVERIFY(sameBits(alone.gradient,
                             std::span(whole.gradient).subspan(static_cast<std::size_t>(n) * each, each)));
        }
    }
};

LAMINA_TEST(LossLawsTest)
#include "loss_laws_test.moc"
