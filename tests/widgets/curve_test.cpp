#include "tests/support/run.h"
#include "widgets/charts/curve.h"

#include <QTest>

#include <cmath>

using namespace lamina;

class TestCurve final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rawPointsKeepTheirExtremesWhenTheyAreThinnedOut();
    void rawPointsStayInTheOrderOfTime();
    void smoothPointsStartAtTheFirstValue();
    void smoothPointsFollowTheMean();
    void smoothPointsAreBoundedAndEndAtTheNewest();
    void notANumberLeavesAGapAndDoesNotSpoilTheMean();
    void nearestFindsTheCloserNeighbour();
};

void TestCurve::rawPointsKeepTheirExtremesWhenTheyAreThinnedOut()
{
    RawCurve curve(1024);
    for (int i = 0; i < 50'000; ++i)
        curve.add({i / 100.0, i == 20'000 ? 99.0 : (i == 30'001 ? -99.0 : std::sin(i))});
    QVERIFY(curve.points().size() < 1024);
    QVERIFY(curve.generation() > 0);
    double greatest = 0;
    double least = 0;
    for (const CurvePoint& point : curve.points()) {
        greatest = std::max(greatest, point.value);
        least = std::min(least, point.value);
    }
    QCOMPARE(greatest, 99.0);
    QCOMPARE(least, -99.0);
}

void TestCurve::rawPointsStayInTheOrderOfTime()
{
    RawCurve curve(256);
    for (int i = 0; i < 5'000; ++i)
        curve.add({static_cast<double>(i), std::cos(i * 7.0)});
    for (std::size_t i = 1; i < curve.points().size(); ++i)
        QVERIFY(curve.points()[i - 1].epoch < curve.points()[i].epoch);
}

void TestCurve::smoothPointsStartAtTheFirstValue()
{
    SmoothCurve curve;
    curve.setWindow(50);
    curve.add({0, 2.5});
    QCOMPARE(curve.points().front().value, 2.5);
}

void TestCurve::smoothPointsFollowTheMean()
{
    SmoothCurve curve;
    curve.setWindow(3); // weights one half, one quarter …
    curve.add({0, 1});
    curve.add({1, 4});
    QCOMPARE(curve.points().back().value, (0.5 * 4 + 0.25 * 1) / 0.75);
}

void TestCurve::smoothPointsAreBoundedAndEndAtTheNewest()
{
    SmoothCurve curve(64);
    for (int i = 0; i < 10'007; ++i) {
        curve.add({static_cast<double>(i), 1});
        QVERIFY(curve.points().size() <= 65);
        QCOMPARE(curve.points().back().epoch, static_cast<double>(i));
    }
    for (std::size_t i = 1; i < curve.points().size(); ++i)
        QVERIFY(curve.points()[i - 1].epoch < curve.points()[i].epoch);
}

void TestCurve::notANumberLeavesAGapAndDoesNotSpoilTheMean()
{
    SmoothCurve curve;
    curve.setWindow(10);
    curve.add({0, 1});
    curve.add({1, std::nan("")});
    curve.add({2, 1});
    QVERIFY(std::isnan(curve.points()[1].value));
    QCOMPARE(curve.points()[2].value, 1.0);
}

void TestCurve::nearestFindsTheCloserNeighbour()
{
    const std::vector<CurvePoint> points{{0, 10}, {1, 11}, {2, 12}};
    QCOMPARE(nearest(points, -5)->value, 10.0);
    QCOMPARE(nearest(points, 0.4)->value, 10.0);
    QCOMPARE(nearest(points, 0.6)->value, 11.0);
    QCOMPARE(nearest(points, 9)->value, 12.0);
    QVERIFY(nearest({}, 1) == nullptr);
}

LAMINA_TEST(TestCurve)
#include "curve_test.moc"
