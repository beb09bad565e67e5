// Rims, enlargements and other shapes of the same numbers, worked out by hand.
#include "tests/support/one_sample.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class PictureShapeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paddingIsOneNumberTwoOrTwoPairs()
    {
        QCOMPARE(outputShape("ZeroPadding2D", "{}", {3, 4, 2}), (Shape{5, 6, 2}));
        QCOMPARE(outputShape("ZeroPadding2D", R"({"padding": 2})", {3, 4, 2}), (Shape{7, 8, 2}));
        QCOMPARE(outputShape("ZeroPadding2D", R"({"padding": [0, 3]})", {3, 4, 2}), (Shape{3, 10, 2}));
        QCOMPARE(outputShape("ZeroPadding2D", R"({"padding": [[1, 0], [2, 3]]})", {3, 4, 2}),
                 (Shape{4, 9, 2}));
        QVERIFY(refusal("ZeroPadding2D", R"({"padding": [1, 2, 3]})", {3, 4, 2}).find("2 pairs")
                != std::string::npos);
        QVERIFY(refusal("ZeroPadding2D", R"({"padding": [[1, 2, 3], 1]})", {3, 4, 2}).find("2 pairs")
                != std::string::npos);
        QVERIFY(refusal("ZeroPadding2D", R"({"padding": [[1, -1], 1]})", {3, 4, 2}).find("from 0")
                != std::string::npos);
    }

    void topComesBeforeBottomAndLeftBeforeRight()
    {
        const LayerStep padded = worked({.layer = "ZeroPadding2D",
                                         .config = R"({"padding": [[1, 0], [0, 2]]})",
                                         .shape = {1, 2, 1},
                                         .x = {5, 6},
                                         .dy = {1, 2, 3, 4, 5, 6, 7, 8}});
        QCOMPARE(padded.y[0], (Numbers{0, 0, 0, 0, 5, 6, 0, 0}));
        QCOMPARE(padded.dx[0], (Numbers{5, 6}));
        const LayerStep cropped = worked({.layer = "Cropping2D",
                                          .config = R"({"cropping": [[1, 0], [0, 2]]})",
                                          .shape = {2, 4, 1},
                                          .x = {1, 2, 3, 4, 5, 6, 7, 8},
                                          .dy = {1, 2}});
        QCOMPARE(cropped.y[0], (Numbers{5, 6}));
        QCOMPARE(cropped.dx[0], (Numbers{0, 0, 0, 0, 1, 2, 0, 0}));
    }

    void croppingLeavesSomething()
    {
        QVERIFY(refusal("Cropping2D", R"({"cropping": 2})", {4, 9, 1}).find("leaves nothing")
                != std::string::npos);
        QCOMPARE(outputShape("Cropping2D", R"({"cropping": [0, 2]})", {4, 9, 1}), (Shape{4, 5, 1}));
    }

    void bilinearPlacesCentres()
    {
        // Two cells at twice the width: the outer quarters go on as they end.
        const LayerStep step = worked({.layer = "UpSampling2D",
                                       .config = R"({"size": [1, 2], "interpolation": "bilinear"})",
                                       .shape = {1, 2, 1},
                                       .x = {0, 4}});
        QCOMPARE(step.y[0], (Numbers{0, 1, 3, 4}));
        QCOMPARE(step.dx[0], (Numbers{2, 2}));
    }

    void nearestRepeats()
    {
        const LayerStep step = worked(
            {.layer = "UpSampling2D", .config = R"({"size": [2, 3]})", .shape = {1, 2, 1}, .x = {7, 8}});
        QCOMPARE(step.y[0], (Numbers{7, 7, 7, 8, 8, 8, 7, 7, 7, 8, 8, 8}));
        QCOMPARE(step.dx[0], (Numbers{6, 6}));
        QVERIFY(refusal("UpSampling2D", R"({"interpolation": "bicubic"})", {2, 2, 1}).find("bilinear")
                != std::string::npos);
    }

    void oneSizeMayBeLeftOpen()
    {
        QCOMPARE(outputShape("Reshape", R"({"target_shape": [-1, 4]})", {2, 6}), (Shape{3, 4}));
        QCOMPARE(outputShape("Reshape", R"({"target_shape": [12]})", {2, 6}), Shape{12});
        QVERIFY(refusal("Reshape", R"({"target_shape": [-1, 5]})", {2, 6}).find("12 numbers")
                != std::string::npos);
        QVERIFY(refusal("Reshape", R"({"target_shape": [2, 5]})", {2, 6}).find("product")
                != std::string::npos);
        QVERIFY(refusal("Reshape", R"({"target_shape": [-1, -1]})", {2, 6}).find("Only one")
                != std::string::npos);
        QVERIFY(refusal("Reshape", R"({"target_shape": [0, -1]})", {2, 6}).find("size 0")
                != std::string::npos);
    }

    void axesAreCountedFromOne()
    {
        const LayerStep step = worked({.layer = "Permute",
                                       .config = R"({"dims": [2, 1]})",
                                       .shape = {2, 3},
                                       .x = {1, 2, 3, 4, 5, 6},
                                       .dy = {1, 2, 3, 4, 5, 6}});
        QCOMPARE(step.y[0], (Numbers{1, 4, 2, 5, 3, 6}));
        QCOMPARE(step.dx[0], (Numbers{1, 3, 5, 2, 4, 6}));
        QVERIFY(refusal("Permute", R"({"dims": [1, 1]})", {2, 3}).find("(1, 2)") != std::string::npos);
        QVERIFY(refusal("Permute", R"({"dims": [1, 2, 3]})", {2, 3}).find("no order") != std::string::npos);
    }

    void aRepeatedRowHasTheSumOfTheGradients()
    {
        const LayerStep step = worked({.layer = "RepeatVector",
                                       .config = R"({"n": 2})",
                                       .shape = {2},
                                       .x = {1, 2},
                                       .dy = {1, 2, 3, 4}});
        QCOMPARE(step.y[0], (Numbers{1, 2, 1, 2}));
        QCOMPARE(step.dx[0], (Numbers{4, 6}));
        QVERIFY(refusal("RepeatVector", R"({"n": 2})", {2, 2}).find("Flatten") != std::string::npos);
    }
};

LAMINA_TEST(PictureShapeTest)
#include "picture_shape_test.moc"
