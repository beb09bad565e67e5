// Steps repeated, worked out by hand.
#include "tests/support/one_sample.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class UpSampling1dTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepIsRepeatedBeforeTheNext()
    {
        const LayerStep step = worked({.layer = "UpSampling1D",
                                       .config = R"({"size": 3})",
                                       .shape = {2, 2},
                                       .x = {1, 2, 3, 4},
                                       .dy = {1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60}});
        QCOMPARE(step.y[0], (Numbers{1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4}));
        QCOMPARE(step.dx[0], (Numbers{6, 60, 15, 150}));
    }

    void theSizeIsTwoUnlessGiven()
    {
        QCOMPARE(outputShape("UpSampling1D", "{}", {5, 3}), (Shape{10, 3}));
        QCOMPARE(outputShape("UpSampling1D", R"({"size": 4})", {1, 1}), (Shape{4, 1}));
    }

    void whatIsNoSequenceIsRefused()
    {
        QVERIFY(refusal("UpSampling1D", "{}", {4, 4, 1}).find("UpSampling2D") != std::string::npos);
        QVERIFY(refusal("UpSampling1D", "{}", {4}).find("RepeatVector") != std::string::npos);
        QVERIFY(refusal("UpSampling1D", R"({"size": 0})", {4, 1}).find("from 1") != std::string::npos);
    }
};

LAMINA_TEST(UpSampling1dTest)
#include "up_sampling1d_test.moc"
