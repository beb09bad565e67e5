#include "tests/support/run.h"
#include "widgets/charts/chart_export.h"
#include "widgets/charts/training_chart.h"
#include "widgets/common/theme.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
std::vector<CurvePoint> falling(int first, int count, int stepsPerEpoch)
{
    std::vector<CurvePoint> points;
    for (int i = first; i < first + count; ++i)
        points.push_back({(i + 1.0) / stepsPerEpoch, 2.0 / (1 + i * 0.001) + 0.1 * std::sin(i)});
    return points;
}
} // namespace

class TestTrainingChart final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAHundredThousandStepsAndStaysResponsive();
    void repaintsFarLessOftenThanItIsFed();
    void paintsWhatItWasGiven();
    void aNewRunKeepsTheEarlierCurve();
    void theReadoutNamesTrainingAndValidation();
    void logarithmicScaleTogglesByKey();
    void anEmptyChartSaysWhatToDo();
    void writesPictures();
};

void TestTrainingChart::takesAHundredThousandStepsAndStaysResponsive()
{
    TrainingChart chart;
    chart.resize(600, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.begin(10, 10'000);
    for (int batch = 0; batch < 100; ++batch)
        chart.addTraining(falling(batch * 1000, 1000, 10'000));
    QTRY_VERIFY(chart.repaints() > 1);
    QVERIFY(chart.trainingPoints().size() <= 1U << 16);
    QVERIFY(chart.smoothPoints().size() <= 2049);
    QCOMPARE(chart.smoothPoints().back().epoch, 10.0);
}

void TestTrainingChart::repaintsFarLessOftenThanItIsFed()
{
    TrainingChart chart;
    chart.resize(600, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.begin(1, 100'000);
    QElapsedTimer time;
    time.start();
    const int before = chart.repaints();
    int fed = 0;
    while (time.elapsed() < 400) {
        chart.addTraining(falling(fed++, 1, 100'000));
        QCoreApplication::processEvents();
    }
    const double seconds = static_cast<double>(time.elapsed()) / 1000;
    QVERIFY(chart.repaints() > before);
    QVERIFY2(chart.repaints() - before <= 60 * seconds + 1,
             qPrintable(QString::number(chart.repaints() - before)));
}

void TestTrainingChart::paintsWhatItWasGiven()
{
    const auto coloured = [](const QImage& image, const QColor& colour) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour ? 1 : 0;
        return count;
    };
    TrainingChart chart;
    chart.resize(600, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.begin(2, 100);
    chart.addTraining(falling(0, 200, 100));
    const int first = chart.repaints();
    QTRY_VERIFY(chart.repaints() > first);
    const int without = coloured(chart.grab().toImage(), Theme::instance().colours().validation);
    chart.addValidation({1, 1.8});
    chart.addValidation({2, 1.7});
    const int second = chart.repaints();
    QTRY_VERIFY(chart.repaints() > second);
    QVERIFY(coloured(chart.grab().toImage(), Theme::instance().colours().training) > 100);
    QVERIFY(coloured(chart.grab().toImage(), Theme::instance().colours().validation) > without + 50);
}

void TestTrainingChart::aNewRunKeepsTheEarlierCurve()
{
    TrainingChart chart;
    chart.begin(1, 100);
    chart.addTraining(falling(0, 100, 100));
    const std::size_t points = chart.smoothPoints().size();
    chart.begin(1, 100);
    QVERIFY(chart.isEmpty());
    QCOMPARE(chart.earlierPoints().size(), points);
    chart.clear();
    QVERIFY(chart.earlierPoints().empty());
}

void TestTrainingChart::theReadoutNamesTrainingAndValidation()
{
    TrainingChart chart;
    QVERIFY(chart.readout(1).isEmpty());
    chart.begin(2, 1);
    chart.addTraining(std::vector<CurvePoint>{{1, 0.5}, {2, 0.25}});
    chart.addValidation({2, 0.125});
    const QString text = chart.readout(1.1);
    QVERIFY2(text.contains("1.00") && text.contains("0.5000") && text.contains("0.1250"), qPrintable(text));
}

void TestTrainingChart::logarithmicScaleTogglesByKey()
{
    TrainingChart chart;
    QSignalSpy toggled(&chart, &TrainingChart::logarithmicChanged);
    QTest::keyClick(&chart, Qt::Key_L);
    QVERIFY(chart.isLogarithmic());
    QTest::keyClick(&chart, Qt::Key_L);
    QVERIFY(!chart.isLogarithmic());
    QCOMPARE(toggled.count(), 2);
    chart.setFraction(true); // an accuracy has none
    QTest::keyClick(&chart, Qt::Key_L);
    QVERIFY(!chart.isLogarithmic());
}

void TestTrainingChart::anEmptyChartSaysWhatToDo()
{
    TrainingChart chart;
    chart.resize(600, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QTRY_VERIFY(chart.repaints() > 0);
    const QImage silent = chart.grab().toImage();
    const int before = chart.repaints();
    chart.setEmptyText("Press Train");
    QTRY_VERIFY(chart.repaints() > before);
    QVERIFY(chart.grab().toImage() != silent);
}

void TestTrainingChart::writesPictures()
{
    QTemporaryDir folder;
    TrainingChart chart;
    chart.resize(400, 300);
    chart.begin(1, 10);
    chart.addTraining(falling(0, 10, 10));
    for (const char* name : {"loss.png", "loss.pdf", "loss.svg"}) {
        const QString path = folder.filePath(name);
        QVERIFY2(writeChart(chart.plot(), path), name);
        QVERIFY2(QFileInfo(path).size() > 500, name);
    }
    QVERIFY(!writeChart(chart.plot(), folder.filePath("missing/loss.png")));
    QVERIFY(!writeChart(chart.plot(), folder.filePath("missing/loss.svg")));
}

LAMINA_TEST(TestTrainingChart)
#include "training_chart_test.moc"
