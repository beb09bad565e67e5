// Dense and Conv2D by hand.
#include "tests/support/hand_worked.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace lamina;
using namespace lamina::test;

class LinearTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void denseMultipliesRowsByItsKernel()
    {
        OneLayer dense = handWorked("Dense", R"({"units": 2})", {3}, {1, 2, 3, 0, 0, 1},
                                    {{1, 10, 2, 20, 3, 30}, {100, 200}}); // kernel in × out
        const LayerStep step = dense.run();
        QCOMPARE(step.y[0], (Numbers{114, 340, 103, 230}));
        QCOMPARE(step.dx[0], (Numbers{11, 22, 33, 11, 22, 33}));
        QCOMPARE(step.gradients[0], (Numbers{1, 1, 2, 2, 4, 4}));
        QCOMPARE(step.gradients[1], (Numbers{2, 2}));
    }

    void denseWorksAlongTheLastAxisOfAnyShape()
    {
        OneLayer dense =
            handWorked("Dense", R"({"units": 1, "use_bias": false})", {2, 1, 2}, {1, 2, 3, 4}, {{1, 10}});
        QCOMPARE(dense.layer().signature.outputs[0], (Shape{2, 1, 1}));
        QCOMPARE(dense.run().y[0], (Numbers{21, 43}));
    }

    // So that TerminateOnNaN sees what is wrong with the data.
    void aNotANumberStaysVisibleThroughARelu()
    {
        for (const char* bias : {"true", "false"}) {
            const std::string config =
                R"({"units": 2, "activation": "relu", "use_bias": )" + std::string(bias) + "}";
            OneLayer dense =
                handWorked("Dense", config.c_str(), {2}, {1, std::numeric_limits<float>::quiet_NaN(), 1, -2});
            dense.parameters[0] = {1, 1, 1, 1};
            const LayerStep step = dense.run();
            QVERIFY(std::isnan(step.y[0][0]) && std::isnan(step.y[0][1]));
            QCOMPARE(step.y[0][2], 0.0F);
        }
    }

    void convolutionDoesNotFlipItsKernel()
    {
        OneLayer conv = handWorked("Conv2D", R"({"filters": 1, "kernel_size": [1, 2]})", {1, 3, 1}, {1, 2, 3},
                                   {{1, 10}, {0.5F}});
        const LayerStep step = conv.run();
        QCOMPARE(step.y[0], (Numbers{21.5F, 32.5F}));
        QCOMPARE(step.dx[0], (Numbers{1, 11, 10}));
        QCOMPARE(step.gradients[0], (Numbers{3, 5}));
        QCOMPARE(step.gradients[1], (Numbers{2}));
    }

    void theOddCellOfPaddingComesAfter_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("dilation");
        QTest::addColumn<int>("output");
        QTest::addColumn<int>("before");
        for (const auto& [n, k, s, d, out, before] : {std::array{28, 3, 1, 1, 28, 1},
                                                      {28, 2, 1, 1, 28, 0},
                                                      {28, 4, 1, 1, 28, 1},
                                                      {5, 3, 2, 1, 3, 1},
                                                      {6, 3, 2, 1, 3, 0},
                                                      {28, 5, 2, 1, 14, 1},
                                                      {224, 7, 2, 1, 112, 2},
                                                      {7, 1, 2, 1, 4, 0},
                                                      {7, 2, 2, 1, 4, 0},
                                                      {10, 2, 3, 1, 4, 0},
                                                      {10, 3, 1, 2, 10, 2}})
            QTest::addRow("%d cells, kernel %d, stride %d, dilation %d", n, k, s, d)
                << n << k << s << d << out << before;
    }
    // A kernel whose first number alone is 1 shows where the windows begin.
    void theOddCellOfPaddingComesAfter()
    {
        QFETCH(int, size);
        QFETCH(int, kernel);
        QFETCH(int, stride);
        QFETCH(int, dilation);
        QFETCH(int, output);
        QFETCH(int, before);
        const Json config{{"filters", 1},      {"kernel_size", {1, kernel}},     {"strides", {1, stride}},
                          {"padding", "same"}, {"dilation_rate", {1, dilation}}, {"use_bias", false}};
        Numbers x(static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<float>(i + 1);
        Numbers first(static_cast<std::size_t>(kernel));
        first[0] = 1;
        const Numbers y = handWorked("Conv2D", config.dump().c_str(), {1, size, 1}, x, {first}).run().y[0];
        QCOMPARE(static_cast<int>(y.size()), output);
        for (int i = 0; i < output; ++i)
            QCOMPARE(y[static_cast<std::size_t>(i)],
                     static_cast<float>(std::max(i * stride - before + 1, 0)));
    }
};

LAMINA_TEST(LinearTest)
#include "linear_test.moc"
