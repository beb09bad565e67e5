// What the settings of ImageDataGenerator draw, and what is said of wrong ones.
#include "engine/data/augment.h"
#include "tests/support/numbers.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace lamina;
using lamina::test::Numbers;

namespace {

std::vector<PartSpec> steps(const Json& config)
{
    return {{"ImageDataGenerator", config}};
}

constexpr Index side = 12;

// Value 10 x + y at column x and row y, one channel.
Numbers ramp()
{
    Numbers values;
    for (Index y = 0; y < side; ++y)
        for (Index x = 0; x < side; ++x)
            values.push_back(static_cast<float>(10 * x + y));
    return values;
}

Numbers augmented(const Json& config, std::uint64_t sample, std::uint64_t epoch = 0, std::uint64_t seed = 1,
                  Numbers values = ramp())
{
    const SampleAugment augment = compileAugment(steps(config), Shape{side, side, 1}, seed);
    augment(values, epoch, sample);
    return values;
}

// How far the middle of the ramp moved: columns and rows that its pixel comes from further on.
struct Moved {
    double x;
    double y;
};
Moved moved(const Json& config, std::uint64_t sample)
{
    const auto at = [&](const Numbers& values) { return static_cast<double>(values[5 * side + 5]); };
    Numbers columns;
    Numbers rows;
    for (Index i = 0; i < side * side; ++i) {
        const Index row = i / side;
        columns.push_back(static_cast<float>(i % side));
        rows.push_back(static_cast<float>(row));
    }
    return {at(augmented(config, sample, 0, 1, columns)) - 5, at(augmented(config, sample, 0, 1, rows)) - 5};
}

} // namespace

class AugmentTest final : public QObject {
    Q_OBJECT

    static void expectFault(const Json& config, const char* place)
    {
        const Faults faults = checkAugment(steps(config));
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].where.path, std::string("data.augment[0].config.") + place);
        QCOMPARE(exitStatus(faults), 3);
    }

private Q_SLOTS:
    void withoutSettingsAPictureStaysAsItIs() { QCOMPARE(augmented(Json::object(), 3), ramp()); }

    void aPictureFollowsSeedEpochAndSampleAlone()
    {
        const Json config{{"rotation_range", 40}, {"width_shift_range", 0.2}, {"horizontal_flip", true}};
        const Numbers one = augmented(config, 5, 2, 7);
        augmented(config, 9, 1, 7); // in between
        QCOMPARE(augmented(config, 5, 2, 7), one);
        QVERIFY(augmented(config, 6, 2, 7) != one);
        QVERIFY(augmented(config, 5, 3, 7) != one);
        QVERIFY(augmented(config, 5, 2, 8) != one);
    }

    void aShiftBelowOneIsAShareOfThePicture()
    {
        double widest = 0;
        double highest = 0;
        for (std::uint64_t sample = 0; sample < 300; ++sample) {
            const Moved by = moved({{"width_shift_range", 0.25}, {"height_shift_range", 0.1}}, sample);
            QVERIFY(std::abs(by.x) <= 3 && std::abs(by.y) <= 1.2001);
            widest = std::max(widest, std::abs(by.x));
            highest = std::max(highest, std::abs(by.y));
        }
        QVERIFY(widest > 2.9 && highest > 1.15);
    }

    void aShiftFromOneOnIsPixels()
    {
        std::set<double> whole;
        std::set<double> chosen;
        double widest = 0;
        for (std::uint64_t sample = 0; sample < 200; ++sample) {
            whole.insert(moved({{"width_shift_range", 4}}, sample).x);
            chosen.insert(moved({{"height_shift_range", {1.0, 3.0}}}, sample).y);
            widest = std::max(widest, std::abs(moved({{"width_shift_range", 2.0}}, sample).x));
        }
        QVERIFY((whole == std::set<double>{-3, -2, -1, 0, 1, 2, 3}));
        QVERIFY((chosen == std::set<double>{-3, -1, 1, 3}));
        QVERIFY(widest > 1.9 && widest <= 2);
    }

    void aListOfSharesIsOneOfThem()
    {
        std::set<long> places;
        for (std::uint64_t sample = 0; sample < 200; ++sample)
            places.insert(std::lround(moved({{"width_shift_range", {0.25, 0.125}}}, sample).x * 10));
        QVERIFY((places == std::set<long>{-30, -15, 15, 30}));
    }

    void halfOfThePicturesAreFlipped()
    {
        int across = 0;
        int over = 0;
        for (std::uint64_t sample = 0; sample < 1000; ++sample) {
            const Numbers found = augmented({{"horizontal_flip", true}, {"vertical_flip", true}}, sample);
            const float corner = found[0];
            across += corner >= 110 ? 1 : 0;
            over += corner == 11 || corner == 121 ? 1 : 0;
        }
        QVERIFY2(std::abs(across - 500) < 80, qPrintable(QString::number(across)));
        QVERIFY2(std::abs(over - 500) < 80, qPrintable(QString::number(over)));
    }

    void zoomIsAFactorForEachSide()
    {
        bool apart = false;
        for (std::uint64_t sample = 0; sample < 200; ++sample) {
            const Json config{{"zoom_range", 0.2}};
            const Numbers found = augmented(config, sample);
            const double x = static_cast<double>(found[5 * side + 6] - found[5 * side + 5]) / 10;
            const double y = static_cast<double>(found[6 * side + 5] - found[5 * side + 5]);
            QVERIFY(x > 0.799 && x < 1.201 && y > 0.799 && y < 1.201);
            apart = apart || std::abs(x - y) > 0.1;
        }
        QVERIFY(apart);
        const Numbers twice = augmented({{"zoom_range", {0.5, 0.5}}}, 0);
        QVERIFY(std::abs(twice[5 * side + 6] - twice[5 * side + 5] - 5) < 1e-4);
    }

    void brightnessAndChannelsChangeValues()
    {
        const Numbers grey(side * side, 100);
        std::set<float> lit;
        for (std::uint64_t sample = 0; sample < 100; ++sample)
            lit.insert(augmented({{"brightness_range", {0.5, 1.5}}}, sample, 0, 1, grey)[0]);
        QVERIFY(*lit.begin() >= 50 && *lit.rbegin() <= 150 && lit.size() > 30);
        for (const float value : lit)
            QCOMPARE(value, std::floor(value));
        const Numbers shifted = augmented({{"channel_shift_range", 20.0}}, 3);
        const double by = static_cast<double>(shifted[70] - ramp()[70]);
        QVERIFY(by != 0 && std::abs(by) <= 20);
        QVERIFY(shifted.front() >= 0 && shifted.back() <= 121); // within what the picture had
    }

    void picturesAreStandardizedLast()
    {
        const Numbers found = augmented({{"rescale", 0.5}, {"samplewise_std_normalization", true}}, 0);
        const double mean =
            std::accumulate(found.begin(), found.end(), 0.0) / static_cast<double>(found.size());
        double squares = 0;
        for (const float value : found)
            squares += static_cast<double>(value) * value;
        QVERIFY(std::abs(mean) < 1e-5);
        QVERIFY(std::abs(squares / static_cast<double>(found.size()) - 1) < 1e-4);
        QCOMPARE(augmented({{"rescale", 0.5}}, 0)[7], ramp()[7] / 2);
    }

    void wrongSettingsAreToldWithTheirPlace()
    {
        QVERIFY(checkAugment(steps(Json::parse(R"({"rotation_range": 40, "width_shift_range": 0.2,
            "height_shift_range": [1, 2], "shear_range": 0.2, "zoom_range": [0.8, 1.2], "horizontal_flip": true,
            "brightness_range": null, "rescale": null, "featurewise_center": false, "fill_mode": "wrap"})")))
                    .empty());
        expectFault({{"rotation", 40}}, "rotation");
        expectFault({{"rotation_range", -1}}, "rotation_range");
        expectFault({{"fill_mode", "mirror"}}, "fill_mode");
        expectFault({{"zoom_range", 1.5}}, "zoom_range");
        expectFault({{"zoom_range", {1, 2, 3}}}, "zoom_range");
        expectFault({{"brightness_range", 0.5}}, "brightness_range");
        expectFault({{"width_shift_range", Json::array()}}, "width_shift_range");
        expectFault({{"featurewise_center", true}}, "featurewise_center");
        expectFault({{"interpolation_order", 3}}, "interpolation_order");
        const Faults faults = checkAugment({{"RandomErasing", Json::object()}});
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].where.path, std::string("data.augment[0]"));
        QVERIFY(sentence(faults[0]).find("ImageDataGenerator") != std::string::npos);
    }
};

LAMINA_TEST(AugmentTest)
#include "augment_test.moc"
