// Convolutions on numbers worked out by hand, and the sizes and refusals that bite.
#include "tests/support/one_sample.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class ConvolutionLayersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void causalStepsSeeNoLaterOne()
    {
        // y[t] = 10 x[t - 2] + x[t]
        const LayerStep step = worked({.layer = "Conv1D",
                                       .config = R"({"filters": 1, "kernel_size": 2, "padding": "causal",)"
                                                 R"( "dilation_rate": 2})",
                                       .shape = {4, 1},
                                       .x = {1, 2, 3, 4},
                                       .parameters = {{10, 1}, {0}},
                                       .dy = {1, 0, 0, 0}});
        QCOMPARE(step.y[0], (Numbers{1, 2, 13, 24}));
        QCOMPARE(step.dx[0], (Numbers{1, 0, 0, 0}));
    }

    void groupsSeeOnlyThemselves()
    {
        // Two groups of one channel, each with two filters; the kernel lies as in, out = (1, 4).
        const LayerStep step = worked({.layer = "Conv2D",
                                       .config = R"({"filters": 4, "kernel_size": 1, "groups": 2})",
                                       .shape = {1, 1, 2},
                                       .x = {3, 5},
                                       .parameters = {{1, 2, 10, 20}, {0, 0, 0, 1}}});
        QCOMPARE(step.y[0], (Numbers{3, 6, 50, 101}));
        QCOMPARE(step.dx[0], (Numbers{3, 30}));
    }

    void depthMultiplierPutsAChannelsWindowsSideBySide()
    {
        const LayerStep step = worked({.layer = "DepthwiseConv2D",
                                       .config = R"({"kernel_size": 1, "depth_multiplier": 2})",
                                       .shape = {1, 1, 2},
                                       .x = {3, 5},
                                       .parameters = {{1, 2, 10, 20}, {0, 0, 0, 1}}});
        QCOMPARE(step.y[0], (Numbers{3, 6, 50, 101}));
        QCOMPARE(step.dx[0], (Numbers{3, 30}));
        QCOMPARE(step.gradients[0], (Numbers{3, 3, 5, 5}));
    }

    void depthwiseSameWithAnEvenPictureStartsWithoutPadding()
    {
        // 6 cells, 3 wide, stride 2: 0 before and 1 after, not 1 before.
        const LayerStep step = worked({.layer = "DepthwiseConv2D",
                                       .config = R"({"kernel_size": [1, 3], "strides": 2, "padding": "same",)"
                                                 R"( "use_bias": false})",
                                       .shape = {1, 6, 1},
                                       .x = {1, 2, 3, 4, 5, 6},
                                       .parameters = {{100, 10, 1}}});
        QCOMPARE(step.y[0], (Numbers{123, 345, 560}));
        QCOMPARE(step.dx[0], (Numbers{100, 10, 101, 10, 101, 10}));
        QCOMPARE(step.gradients[0], (Numbers{9, 12, 8}));
    }

    void aSeparableConvolutionIsItsTwoHalves()
    {
        const LayerStep step =
            worked({.layer = "SeparableConv2D",
                    .config = R"({"filters": 1, "kernel_size": [1, 2], "activation": "relu"})",
                    .shape = {1, 2, 2},
                    .x = {1, 2, 3, 4},
                    .parameters = {{1, 10, 1, 10}, {1, -0.5F}, {30}}});
        // Channel 0: 1 + 3, channel 1: 20 + 40; 4 - 30 + 30.
        QCOMPARE(step.y[0], Numbers{4});
        QCOMPARE(step.gradients[1], (Numbers{4, 60}));
        QCOMPARE(step.dx[0], (Numbers{1, -5, 1, -5}));
    }

    void transposedWindowsAddUpWhereTheyOverlap()
    {
        const LayerStep step =
            worked({.layer = "Conv2DTranspose",
                    .config = R"({"filters": 1, "kernel_size": [1, 3], "strides": [1, 2]})",
                    .shape = {1, 2, 1},
                    .x = {1, 2},
                    .parameters = {{100, 10, 1}, {0.5F}}});
        QCOMPARE(step.y[0], (Numbers{100.5F, 10.5F, 201.5F, 20.5F, 2.5F}));
        QCOMPARE(step.dx[0], (Numbers{111, 111}));
        QCOMPARE(step.gradients[1], Numbers{5});
    }

    void transposedSizesAreKeras_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("size");
        QTest::newRow("valid") << QByteArray(R"("kernel_size": 3)") << 7;
        QTest::newRow("same, stride 2")
            << QByteArray(R"("kernel_size": 3, "strides": 2, "padding": "same")") << 10;
        QTest::newRow("valid, window below the stride")
            << QByteArray(R"("kernel_size": 2, "strides": 3)") << 15;
        QTest::newRow("output padding")
            << QByteArray(R"("kernel_size": 3, "strides": 2, "padding": "same", "output_padding": 0)") << 9;
        QTest::newRow("dilated") << QByteArray(R"("kernel_size": 3, "dilation_rate": 2)") << 9;
    }
    void transposedSizesAreKeras()
    {
        QFETCH(QByteArray, config);
        QFETCH(int, size);
        const QByteArray whole = "{\"filters\": 2, " + config + "}";
        QCOMPARE(outputShape("Conv2DTranspose", whole.constData(), {5, 5, 1}), (Shape{size, size, 2}));
    }

    void whatCannotBeIsExplained_data()
    {
        QTest::addColumn<QByteArray>("layer");
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const char* layer, const char* config, const Shape& shape,
                            const char* words) {
            QTest::newRow(name) << QByteArray(layer) << QByteArray(config) << shape << QByteArray(words);
        };
        row("groups", "Conv2D", R"({"filters": 4, "kernel_size": 1, "groups": 3})", {4, 4, 6}, "3 groups");
        row("channels first", "Conv1D",
            R"({"filters": 1, "kernel_size": 1, "data_format": "channels_first"})", {4, 4}, "channels_last");
        row("a picture", "Conv1D", R"({"filters": 1, "kernel_size": 1})", {4, 4, 1}, "sequences");
        row("a sequence", "DepthwiseConv2D", R"({"kernel_size": 1})", {4, 4}, "pictures");
        row("too long", "Conv1D", R"({"filters": 1, "kernel_size": 5})", {4, 1}, "sequence of 4 steps");
        row("too large", "SeparableConv2D", R"({"filters": 1, "kernel_size": 5})", {4, 9, 1}, "5 × 5");
        row("strides and dilation", "DepthwiseConv2D",
            R"({"kernel_size": 2, "strides": 2, "dilation_rate": 2})", {9, 9, 1}, "set one of them to 1");
        row("output padding", "Conv2DTranspose",
            R"({"filters": 1, "kernel_size": 3, "strides": 2, "output_padding": 2})", {4, 4, 1}, "strides");
        row("no way back", "Conv2DTranspose",
            R"({"filters": 1, "kernel_size": 4, "strides": 2, "padding": "same", "output_padding": 0})",
            {4, 4, 1}, "1 larger");
    }
    void whatCannotBeIsExplained()
    {
        QFETCH(QByteArray, layer);
        QFETCH(QByteArray, config);
        QFETCH(Shape, shape);
        QFETCH(QByteArray, words);
        const std::string said = refusal(layer.constData(), config.constData(), shape);
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
    }
};

LAMINA_TEST(ConvolutionLayersTest)
#include "convolution_layers_test.moc"
