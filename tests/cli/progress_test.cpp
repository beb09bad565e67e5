// The line that lamina-cli shows while it trains.
#include "app/cli/progress.h"
#include "app/cli/terminal.h"
#include "tests/support/run.h"

#include <QString>
#include <QTest>

#include <cmath>

using namespace lamina;
using namespace lamina::cli;

namespace {

ProgressState halfway()
{
    ProgressState state;
    state.epoch = 2;
    state.epochs = 20;
    state.step = 750;
    state.steps = 1500;
    state.running = {{"loss", 0.25}, {"accuracy", 0.9}};
    state.samplesPerSecond = 48000;
    state.secondsLeft = 75;
    return state;
}

} // namespace

class ProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWideLineTellsAll();
    void noLineIsWiderThanItsTerminal();
    void whatIsNotKnownIsNotShown();
    void durationsReadAsClocks();
    void numbersKeepFourDigitsThatMeanSomething();
    void valuesComeInTheProjectsOrder();
};

void ProgressTest::aWideLineTellsAll()
{
    const QString line = QString::fromStdString(progressLine(halfway(), 120, true));
    QVERIFY2(line.startsWith("Epoch 3/20  ━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄  750/1500  loss 0.2500"),
             qPrintable(line));
    for (const char* part : {"1:15 left", "accuracy 0.9000", "48000 samples/s"})
        QVERIFY2(line.contains(part), qPrintable(line));
}

void ProgressTest::noLineIsWiderThanItsTerminal()
{
    for (int width = 40; width < 160; ++width) {
        for (const bool utf8 : {false, true}) {
            const QString line = QString::fromStdString(progressLine(halfway(), width, utf8));
            QVERIFY2(line.size() < width, qPrintable(line));
            QVERIFY2(line.contains("loss 0.2500"), qPrintable(line));
        }
    }
}

void ProgressTest::whatIsNotKnownIsNotShown()
{
    ProgressState state = halfway();
    state.samplesPerSecond = 0;
    state.secondsLeft = -1;
    const QString line = QString::fromStdString(progressLine(state, 120, false));
    QVERIFY2(!line.contains("left") && !line.contains("samples/s"), qPrintable(line));
}

void ProgressTest::durationsReadAsClocks()
{
    QCOMPARE(duration(0.4), "0:00");
    QCOMPARE(duration(59.6), "1:00");
    QCOMPARE(duration(754), "12:34");
    QCOMPARE(duration(3723), "1:02:03");
}

void ProgressTest::numbersKeepFourDigitsThatMeanSomething()
{
    QCOMPARE(brief(0.12344), "0.1234");
    QCOMPARE(brief(0), "0.0000");
    QCOMPARE(brief(1.5e-5), "1.50e-05");
    QCOMPARE(brief(24.0615), "24.06");
    QCOMPARE(brief(std::nan("")), "nan");
}

void ProgressTest::valuesComeInTheProjectsOrder()
{
    const Logs logs{{"accuracy", 1},     {"loss", 2},     {"lr", 3},     {"mae", 4},
                    {"val_accuracy", 5}, {"val_loss", 6}, {"val_mae", 7}};
    QStringList names;
    for (const auto& [name, value] : ordered(logs, {"mae", "accuracy"}))
        names << QString::fromStdString(name);
    QCOMPARE(names, (QStringList{"loss", "mae", "accuracy", "val_loss", "val_mae", "val_accuracy", "lr"}));
}

LAMINA_TEST(ProgressTest)
#include "progress_test.moc"
