// Poolings over sequences, and those over everything, worked out by hand.
#include "tests/support/one_sample.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class SequencePoolingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void averagesCountRealStepsOnly()
    {
        const LayerStep step = worked({.layer = "AveragePooling1D",
                                       .config = R"({"pool_size": 2, "strides": 2, "padding": "same"})",
                                       .shape = {3, 1},
                                       .x = {2, 4, 10}});
        QCOMPARE(step.y[0], (Numbers{3, 10}));
        QCOMPARE(step.dx[0], (Numbers{0.5F, 0.5F, 1}));
    }

    void padStepsNeverWin()
    {
        const LayerStep step = worked({.layer = "MaxPooling1D",
                                       .config = R"({"padding": "same"})",
                                       .shape = {3, 1},
                                       .x = {-2, -4, -10},
                                       .dy = {5, 7}});
        QCOMPARE(step.y[0], (Numbers{-2, -10}));
        QCOMPARE(step.dx[0], (Numbers{5, 0, 7}));
    }

    void stridesAreThePoolSizeUnlessGiven()
    {
        QCOMPARE(outputShape("MaxPooling1D", R"({"pool_size": 3})", {10, 2}), (Shape{3, 2}));
        QCOMPARE(outputShape("AveragePooling1D", R"({"pool_size": 3, "strides": 1})", {10, 2}),
                 (Shape{8, 2}));
        QVERIFY(refusal("MaxPooling1D", R"({"pool_size": 5})", {4, 1}).find("4 steps") != std::string::npos);
        QVERIFY(refusal("AveragePooling1D", "{}", {4, 4, 1}).find("sequences") != std::string::npos);
    }

    void equalLargestCellsShareTheGradient()
    {
        const LayerStep step = worked({.layer = "GlobalMaxPooling2D",
                                       .config = "{}",
                                       .shape = {1, 3, 2},
                                       .x = {5, 1, 5, 2, 0, 3},
                                       .dy = {8, 6}});
        QCOMPARE(step.y[0], (Numbers{5, 3}));
        QCOMPARE(step.dx[0], (Numbers{4, 0, 4, 0, 0, 6}));
    }

    void keptAxesHaveTheSizeOne()
    {
        QCOMPARE(outputShape("GlobalAveragePooling1D", R"({"keepdims": true})", {7, 3}), (Shape{1, 3}));
        QCOMPARE(outputShape("GlobalMaxPooling1D", "{}", {7, 3}), Shape{3});
        QCOMPARE(outputShape("GlobalAveragePooling2D", R"({"keepdims": true})", {7, 5, 3}), (Shape{1, 1, 3}));
        QCOMPARE(outputShape("GlobalMaxPooling2D", "{}", {7, 5, 3}), Shape{3});
    }

    // Steps of zeros are masked, and the mean is that of the others.
    void aMaskedMeanIsOfWhatIsReal()
    {
        ModelSpec spec;
        spec.layers = {{"InputLayer", "input", {{"shape", {3, 2}}}, {}},
                       {"Masking", "masking", Json::object(), {{"input"}}},
                       {"GlobalAveragePooling1D", "mean", Json::object(), {{"masking"}}}};
        OneLayer layer(*Network::make(spec), 1);
        layer.x = {{4, 6, 0, 0, 2, 0}};
        layer.dy = {{8, 10}};
        const LayerStep step = layer.run();
        QCOMPARE(step.y[0], (Numbers{3, 3}));
        QCOMPARE(step.dx[0], (Numbers{4, 5, 0, 0, 4, 5}));
    }
};

LAMINA_TEST(SequencePoolingTest)
#include "sequence_pooling_test.moc"
