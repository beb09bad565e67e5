#include "tests/support/run.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/canvas/seen_strip.h"

#include <QTest>

using namespace lamina;

class TestProbabilityBars final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLikeliestClassIsTheBest();
    void withoutAnAnswerThereIsNoBest();
    void theAnswerCanBeReadAloud();
    void classesWithoutNamesGoByTheirNumber();
    void theBarsLengthsFollowTheProbabilities();
    void theStripShowsPixelsCrisp();
};

void TestProbabilityBars::theLikeliestClassIsTheBest()
{
    ProbabilityBars bars;
    bars.setNames({"cat", "dog", "owl"});
    bars.setProbabilities(std::vector<float>{0.2F, 0.7F, 0.1F});
    QCOMPARE(bars.best(), 1);
    QVERIFY(bars.inWords(1).startsWith("dog"));
}

void TestProbabilityBars::withoutAnAnswerThereIsNoBest()
{
    ProbabilityBars bars;
    bars.setProbabilities(std::vector<float>{0.2F, 0.8F});
    bars.setProbabilities({});
    QCOMPARE(bars.best(), -1);
    QCOMPARE(bars.accessibleDescription(), QString("No answer"));
}

void TestProbabilityBars::theAnswerCanBeReadAloud()
{
    ProbabilityBars bars;
    bars.setNames({"cat", "dog", "owl"});
    bars.setProbabilities(std::vector<float>{0.2F, 0.7F, 0.1F});
    const QString words = bars.accessibleDescription();
    QVERIFY2(words.indexOf("dog") < words.indexOf("cat") && words.indexOf("cat") < words.indexOf("owl"),
             qPrintable(words));
    QVERIFY2(words.contains("70"), qPrintable(words));
}

void TestProbabilityBars::classesWithoutNamesGoByTheirNumber()
{
    ProbabilityBars bars;
    bars.setProbabilities(std::vector<float>{0.2F, 0.7F, 0.1F});
    QVERIFY(bars.inWords(1).startsWith("1"));
}

void TestProbabilityBars::theBarsLengthsFollowTheProbabilities()
{
    ProbabilityBars bars;
    bars.resize(400, 60);
    bars.setNames({"a", "b"});
    const auto reach = [&bars](float first) {
        bars.setProbabilities(std::vector<float>{first, 1 - first});
        const QImage image = bars.grab().toImage();
        // Along the first bar: its colour ends where the track's begins.
        const QColor start = image.pixelColor(60, 14);
        int x = 60;
        while (x < image.width() && image.pixelColor(x, 14) == start)
            ++x;
        return x;
    };
    const int longer = reach(0.9F);
    const int shorter = reach(0.6F);
    QVERIFY2(longer > shorter + 40, qPrintable(QString("%1 %2").arg(longer).arg(shorter)));
}

void TestProbabilityBars::theStripShowsPixelsCrisp()
{
    QImage checks(4, 4, QImage::Format_Grayscale8);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 4; ++x)
            checks.scanLine(y)[x] = (x + y) % 2 == 0 ? 255 : 0;
    SeenStrip strip;
    strip.resize(400, 150);
    strip.setStages({{"seen", checks}});
    const QImage shown = strip.grab().toImage();
    int greys = 0;
    int whites = 0;
    for (int y = 4; y < 110; ++y)
        for (int x = 145; x < 255; ++x) {
            const int value = qGray(shown.pixel(x, y));
            greys += value > 8 && value < 247 ? 1 : 0;
            whites += value >= 247 ? 1 : 0;
        }
    QVERIFY(whites > 2000);
    QCOMPARE(greys, 0);
}

LAMINA_TEST(TestProbabilityBars)
#include "probability_bars_test.moc"
