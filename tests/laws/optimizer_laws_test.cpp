// What every optimizer must obey, without being asked, in every setting.
#include "engine/training/updater.h"
#include "tests/laws/variants.h"
#include "tests/support/numbers.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
constexpr Index count = 203;

// Weights and what the optimizer keeps of them.
struct Trained {
    Trained(const OptimizerType& type, const Json& config, Numbers start)
        : attributes(type.fields, config), update(type.compile(attributes)), weights(std::move(start)),
          rate(config.value("learning_rate", 0.05))
    {
        const std::size_t slotCount = type.slots(attributes).size();
        for (std::size_t s = 0; s < slotCount; ++s)
            kept.emplace_back(weights.size(),
                              type.slotStart ? type.slotStart(attributes, static_cast<int>(s)) : 0.0F);
    }

    // Of the numbers [first, first + many) alone.
    void move(const Numbers& gradient, Index step, Index first, Index many)
    {
        std::vector<float*> places;
        for (Numbers& slot : kept)
            places.push_back(slot.data() + first);
        update({.weights = weights.data() + first,
                .gradient = gradient.data() + first,
                .slots = places,
                .count = many,
                .step = step,
                .learningRate = rate});
    }

    Attributes attributes;
    UpdateFunction update;
    Numbers weights;
    std::vector<Numbers> kept;
    double rate;
};

Network twoLayers()
{
    ModelSpec spec;
    spec.layers = {{"InputLayer", "input", {{"shape", {7}}}, {}},
                   {"Dense", "frozen", {{"units", 5}, {"trainable", false}}, {{"input"}}},
                   {"Dense", "output", {{"units", 3}}, {{"frozen"}}}};
    return *Network::make(spec);
}

bool sameBuffers(const Buffer& a, const Buffer& b)
{
    return sameBits(a.values(), b.values());
}
} // namespace

class OptimizerLawsTest final : public QObject {
    Q_OBJECT

    static void addOptimizers()
    {
        QTest::addColumn<const OptimizerType*>("type");
        QTest::addColumn<Json>("config");
        for (const OptimizerType* type : optimizers::all())
            for (const Json& config : variants(type->fields))
                QTest::addRow("%s %s", type->className, config.dump().c_str()) << type << config;
    }

private Q_SLOTS:
    void howTheRangeIsCutChangesNothing_data() { addOptimizers(); }
    void howTheRangeIsCutChangesNothing()
    {
        QFETCH(const OptimizerType*, type);
        QFETCH(const Json, config);
        Trained whole(*type, config, uniform(count, -1, 1, 1));
        Trained cut(*type, config, whole.weights);
        for (Index step = 1; step <= 4; ++step) {
            const Numbers gradient = uniform(count, -1, 1, static_cast<std::uint64_t>(step) + 1);
            whole.move(gradient, step, 0, count);
            for (const auto& [first, many] : {std::pair<Index, Index>{0, 1}, {1, 16}, {17, 100}, {117, 86}})
                cut.move(gradient, step, first, many);
            QVERIFY(sameBits(whole.weights, cut.weights));
            for (std::size_t s = 0; s < whole.kept.size(); ++s)
                QVERIFY(sameBits(whole.kept[s], cut.kept[s]));
        }
        QVERIFY(largestDifference(whole.weights, uniform(count, -1, 1, 1)) > 0);
    }

    // f(w) = Σ w² / 2, whose gradient is w.
    void stepsGoDownhill_data() { addOptimizers(); }
    void stepsGoDownhill()
    {
        QFETCH(const OptimizerType*, type);
        QFETCH(const Json, config);
        Trained trained(*type, config, uniform(count, -2, 2, 1));
        const auto height = [&] {
            double sum = 0;
            for (const float w : trained.weights)
                sum += 0.5 * static_cast<double>(w) * static_cast<double>(w);
            return sum;
        };
        const double start = height();
        for (Index step = 1; step <= 20; ++step)
            trained.move(Numbers(trained.weights), step, 0, count);
        QVERIFY2(height() < start, qPrintable(QString::number(height() / start)));
    }

    void nothingToLearnLeavesFiniteNumbers_data() { addOptimizers(); }
    void nothingToLearnLeavesFiniteNumbers()
    {
        QFETCH(const OptimizerType*, type);
        QFETCH(const Json, config);
        Trained trained(*type, config, uniform(count, -1, 1, 1));
        for (Index step = 1; step <= 3; ++step)
            trained.move(Numbers(static_cast<std::size_t>(count)), step, 0, count);
        QVERIFY(std::isfinite(largest(trained.weights)));
    }

    void savedAndRestoredGoesOnBitForBit_data() { addOptimizers(); }
    void savedAndRestoredGoesOnBitForBit()
    {
        QFETCH(const OptimizerType*, type);
        QFETCH(const Json, config);
        const Network network = twoLayers();
        Workers one(1);
        Workers many(3);
        const auto step = [&](Updater& updater, Workers& workers, Buffer& weights, std::uint64_t number) {
            std::vector<Buffer> lanes;
            std::vector<float*> places;
            for (std::uint64_t l = 0; l < 3; ++l) {
                Buffer& lane = lanes.emplace_back(network.weightCount());
                std::ranges::copy(uniform(lane.size(), -1, 1, 10 * number + l), lane.data());
            }
            for (Buffer& lane : lanes)
                places.push_back(lane.data());
            updater.apply(workers, weights.data(), places);
        };
        Result<Updater> through = Updater::make(network, {type->className, config});
        Result<Updater> resumed = Updater::make(network, {type->className, config});
        QVERIFY2(through && resumed, through ? "" : sentence(through.faults()).c_str());
        const Buffer start = network.initialWeights(1);
        Buffer weights = start;
        for (std::uint64_t n = 1; n <= 3; ++n)
            step(*through, one, weights, n);
        Buffer later = weights;
        resumed->resume(through->step(), through->learningRate());
        resumed->slots() = through->slots();
        for (std::uint64_t n = 4; n <= 6; ++n) {
            step(*through, one, weights, n);
            step(*resumed, many, later, n);
        }
        QVERIFY(sameBuffers(weights, later));
        QVERIFY(!sameBuffers(weights, start));
        for (std::size_t s = 0; s < through->slots().size(); ++s)
            QVERIFY(sameBuffers(through->slots()[s], resumed->slots()[s]));
        for (const Variable& variable : network.variables())
            QCOMPARE(std::equal(start.data() + variable.offset,
                                start.data() + variable.offset + variable.count,
                                weights.data() + variable.offset),
                     !variable.trainable);
    }
};

LAMINA_TEST(OptimizerLawsTest)
#include "optimizer_laws_test.moc"
