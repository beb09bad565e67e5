// mixed_bfloat16: what is multiplied is rounded to 16 bits and nothing else is. On processors without such
// arithmetic the kernels do the same in float32, so the rules hold everywhere.
#include "engine/kernels/bfloat16.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

using namespace lamina;
using namespace lamina::test;

namespace {
// By way of a double with eight bits of a fraction.
float rounded(float value)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    int exponent = 0;
    const double fraction = std::frexp(static_cast<double>(value), &exponent);
    return static_cast<float>(std::ldexp(std::nearbyint(std::ldexp(fraction, 8)), exponent - 8));
}

Numbers byTheKernel(const Numbers& given)
{
    Numbers got(given.size());
    toBfloat16(given.data(), static_cast<Index>(given.size()), got.data());
    if (!hasBfloat16())
        return got;
    std::vector<std::uint16_t> halves(given.size());
    std::memcpy(halves.data(), got.data(), halves.size() * sizeof halves[0]);
    std::ranges::transform(halves, got.begin(), [](std::uint16_t half) {
        return std::bit_cast<float>(static_cast<std::uint32_t>(half) << 16U);
    });
    return got;
}

void round(Numbers& numbers)
{
    for (float& number : numbers)
        number = rounded(number);
}

OneLayer filled(const char* type, const Json& config, const Shape& input, Precision precision)
{
    const Index batch = 3;
    const OneLayer plain = *OneLayer::make(type, config, {input}, batch);
    Network network = plain.network();
    network.setPrecision(precision);
    OneLayer layer(std::move(network), batch);
    layer.fill();
    return layer;
}

// Of the largest number.
double difference(const Numbers& got, const Numbers& wanted)
{
    return largestDifference(got, wanted) / largest(wanted);
}
} // namespace

class Bfloat16Test final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundsToTheNearestEven()
    {
        const float step = std::ldexp(1.0F, -7);
        Numbers given{1, 1 + step / 2, 1 + 1.5F * step, 1 + 0.51F * step, -3.3F, 1e-40F, 0};
        const Numbers random = uniform(1000, -0.5, 0.5, 9);
        for (std::size_t i = 0; i < random.size(); ++i)
            given.push_back(random[i] * std::ldexp(1.0F, static_cast<int>(i % 60) - 30));
        const Numbers got = byTheKernel(given);
        QCOMPARE(got[1], 1.0F);
        QCOMPARE(got[2], 1 + 2 * step);
        QCOMPARE(got[3], 1 + step);
        for (std::size_t i = 0; i < given.size(); ++i)
            if (std::isnormal(given[i]))
                QCOMPARE(got[i], rounded(given[i]));
    }

    void whatIsNotFiniteStaysSo()
    {
        const float infinity = std::numeric_limits<float>::infinity();
        const float lastBits = std::bit_cast<float>(0x7fffffffU); // a NaN whose rounding would carry
        Numbers given{infinity, -infinity, std::numeric_limits<float>::quiet_NaN(), lastBits,
                      std::numeric_limits<float>::max()};
        given.resize(19); // more than a register holds
        const Numbers got = byTheKernel(given);
        QCOMPARE(got[0], infinity);
        QCOMPARE(got[1], -infinity);
        QVERIFY(std::isnan(got[2]) && std::isnan(got[3]));
        QCOMPARE(got[4], infinity);
    }

    void multipliesWhatIsRounded_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QList<int>>("input");
        QTest::addRow("Conv2D") << "Conv2D"
                                << R"({"filters": 5, "kernel_size": 3})" << QList<int>{9, 8, 3};
        QTest::addRow("Conv2D, relu, same, stride")
            << "Conv2D"
            << R"({"filters": 16, "kernel_size": 3, "strides": 2, "padding": "same", "activation": "relu"})"
            << QList<int>{7, 10, 16};
        QTest::addRow("Conv2D, no bias")
            << "Conv2D"
            << R"({"filters": 4, "kernel_size": 2, "use_bias": false})" << QList<int>{5, 5, 2};
        QTest::addRow("Conv1D") << "Conv1D"
                                << R"({"filters": 6, "kernel_size": 3})" << QList<int>{11, 4};
        QTest::addRow("Dense") << "Dense"
                               << R"({"units": 7})" << QList<int>{19};
        QTest::addRow("Dense of rows") << "Dense"
                                       << R"({"units": 3, "use_bias": false})" << QList<int>{4, 5};
    }

    // The same as float32 makes of numbers that were rounded before: y, and the gradients of x and of all
    // parameters. The bias is added, never multiplied, so it keeps its bits.
    void multipliesWhatIsRounded()
    {
        QFETCH(QString, type);
        QFETCH(QString, config);
        QFETCH(QList<int>, input);
        const Json given = Json::parse(config.toStdString());
        const Shape shape{std::vector<Index>(input.begin(), input.end())};
        OneLayer mixed = filled(qPrintable(type), given, shape, Precision::MixedBfloat16);
        OneLayer wide = filled(qPrintable(type), given, shape, Precision::Float32);
        round(wide.x[0]);
        round(wide.parameters[0]);
        const LayerStep got = mixed.run();
        const LayerStep unrounded = wide.run();
        QVERIFY(difference(got.y[0], unrounded.y[0]) < 2e-6);
        // dy counts for the bias unrounded in float32 alone.
        round(wide.dy[0]);
        const LayerStep wanted = wide.run();
        QVERIFY(difference(got.dx[0], wanted.dx[0]) < 2e-6);
        for (std::size_t p = 0; p < wanted.gradients.size(); ++p)
            QVERIFY2(difference(got.gradients[p], wanted.gradients[p]) < 2e-6,
                     qPrintable(QString::number(p)));
        // … and it is not float32's own result.
        OneLayer plain = filled(qPrintable(type), given, shape, Precision::Float32);
        QVERIFY(difference(got.y[0], plain.run().y[0]) > 1e-4);
    }

    // Float32 where that is faster: pictures of few channels, and the weights' gradient of large odd ones.
    void leavesInFloat32WhatIsFasterThere()
    {
        const Json config{{"filters", 16}, {"kernel_size", 3}};
        OneLayer few = filled("Conv2D", config, {9, 9, 3}, Precision::MixedBfloat16);
        OneLayer fewPlain = filled("Conv2D", config, {9, 9, 3}, Precision::Float32);
        QCOMPARE(few.run().y[0], fewPlain.run().y[0]);

        if (!hasBfloat16())
            QSKIP("the library's gradient in bfloat16 is slow where there is one");
        const Shape odd{9, 39, 16};
        OneLayer mixed = filled("Conv2D", config, odd, Precision::MixedBfloat16);
        OneLayer plain = filled("Conv2D", config, odd, Precision::Float32);
        const LayerStep got = mixed.run();
        const LayerStep wanted = plain.run();
        QVERIFY(difference(got.y[0], wanted.y[0]) > 1e-4);
        for (std::size_t p = 0; p < wanted.gradients.size(); ++p)
            QCOMPARE(got.gradients[p], wanted.gradients[p]);
    }

    void threadsChangeNothing()
    {
        OneLayer layer =
            filled("Conv2D", {{"filters", 8}, {"kernel_size", 3}}, {9, 9, 4}, Precision::MixedBfloat16);
        const LayerStep one = layer.run({.lanes = 2, .threads = 1});
        for (const int threads : {2, 5}) {
            const LayerStep many = layer.run({.lanes = 2, .threads = threads});
            QCOMPARE(many.y, one.y);
            QCOMPARE(many.dx, one.dx);
            QCOMPARE(many.gradients, one.gradients);
        }
    }
};

LAMINA_TEST(Bfloat16Test)
#include "bfloat16_test.moc"
