#include "tests/support/run.h"
#include "widgets/canvas/handwriting_canvas.h"

#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace lamina;

namespace {
// A line between two places of the paper, in its sides, drawn by mouse.
void drawLine(HandwritingCanvas& canvas, QPointF from, QPointF to)
{
    const double length = std::min(canvas.width(), canvas.height()) - 4;
    const QPointF corner((canvas.width() - length) / 2, (canvas.height() - length) / 2);
    const auto at = [&](double t) { return (corner + (from + t * (to - from)) * length).toPoint(); };
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(0));
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(&canvas, at(i / 10.0));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(1));
}

double inkShare(const QImage& ink)
{
    double sum = 0;
    for (int y = 0; y < ink.height(); ++y)
        for (int x = 0; x < ink.width(); ++x)
            sum += ink.constScanLine(y)[x];
    return sum / 255 / (ink.width() * ink.height());
}
} // namespace

class TestHandwritingCanvas final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barePaperIsEmpty();
    void aStrokeLeavesInkWhereItWasDrawn();
    void everyMoveSaysThatInkChanged();
    void aClickLeavesADot();
    void undoTakesBackOneStrokeAndRedoBringsTheSamePixels();
    void clearEmptiesAndCanBeUndone();
    void keysUndoAndClear();
    void theDrawingDoesNotDependOnTheSizeOfTheWidget();
    void aPenPressedLightlyDrawsThinner();
    void theInkHasSoftEdges();
    void aPictureStandsInUntilAStrokeBegins();
};

void TestHandwritingCanvas::barePaperIsEmpty()
{
    const HandwritingCanvas canvas;
    QVERIFY(canvas.isEmpty());
    QCOMPARE(canvas.ink().size(), QSize(560, 560));
    QCOMPARE(inkShare(canvas.ink()), 0.0);
    QVERIFY(!canvas.accessibleName().isEmpty());
    QVERIFY(canvas.focusPolicy() & Qt::TabFocus);
}

void TestHandwritingCanvas::aStrokeLeavesInkWhereItWasDrawn()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    drawLine(canvas, {0.2, 0.5}, {0.8, 0.5});
    QVERIFY(!canvas.isEmpty());
    QCOMPARE(int(canvas.ink().constScanLine(280)[280]), 255);
    QCOMPARE(int(canvas.ink().constScanLine(280)[450]), 255); // up to where the pen was lifted
    QCOMPARE(int(canvas.ink().constScanLine(100)[280]), 0);
    QCOMPARE(int(canvas.ink().constScanLine(280)[540]), 0);
}

void TestHandwritingCanvas::everyMoveSaysThatInkChanged()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    QSignalSpy changed(&canvas, &HandwritingCanvas::changed);
    drawLine(canvas, {0.1, 0.1}, {0.9, 0.9});
    QVERIFY(changed.count() >= 10);
}

void TestHandwritingCanvas::aClickLeavesADot()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, QPoint(152, 152));
    QCOMPARE(int(canvas.ink().constScanLine(280)[280]), 255);
    QTest::mouseClick(&canvas, Qt::RightButton, {}, QPoint(60, 60));
    QCOMPARE(canvas.strokes(), std::size_t(1));
}

void TestHandwritingCanvas::undoTakesBackOneStrokeAndRedoBringsTheSamePixels()
{
    HandwritingCanvas canvas;
    canvas.resize(404, 404);
    drawLine(canvas, {0.2, 0.2}, {0.8, 0.3});
    const QImage one = canvas.ink().copy();
    drawLine(canvas, {0.3, 0.9}, {0.7, 0.1});
    const QImage two = canvas.ink().copy();
    QVERIFY(one != two);
    canvas.undo();
    QVERIFY(canvas.ink() == one);
    canvas.redo();
    QVERIFY(canvas.ink() == two);
    canvas.undo();
    canvas.undo();
    QVERIFY(canvas.isEmpty());
    QVERIFY(!canvas.canUndo());
    QCOMPARE(inkShare(canvas.ink()), 0.0);
    canvas.undo(); // nothing left: nothing happens
    canvas.redo();
    QVERIFY(canvas.ink() == one);
    drawLine(canvas, {0.1, 0.1}, {0.1, 0.9});
    QVERIFY(!canvas.canRedo());
}

void TestHandwritingCanvas::clearEmptiesAndCanBeUndone()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    canvas.clear();
    QVERIFY(!canvas.canUndo()); // there was nothing to clear
    drawLine(canvas, {0.2, 0.2}, {0.8, 0.3});
    const QImage drawn = canvas.ink().copy();
    QSignalSpy changed(&canvas, &HandwritingCanvas::changed);
    canvas.clear();
    QVERIFY(canvas.isEmpty());
    QCOMPARE(inkShare(canvas.ink()), 0.0);
    QCOMPARE(changed.count(), 1);
    canvas.undo();
    QVERIFY(canvas.ink() == drawn);
}

void TestHandwritingCanvas::keysUndoAndClear()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    drawLine(canvas, {0.2, 0.2}, {0.8, 0.3});
    drawLine(canvas, {0.2, 0.8}, {0.8, 0.7});
    QTest::keySequence(&canvas, QKeySequence::Undo);
    QCOMPARE(canvas.strokes(), std::size_t(1));
    QTest::keySequence(&canvas, QKeySequence::Redo);
    QCOMPARE(canvas.strokes(), std::size_t(2));
    QTest::keyClick(&canvas, Qt::Key_Delete);
    QVERIFY(canvas.isEmpty());
}

void TestHandwritingCanvas::theDrawingDoesNotDependOnTheSizeOfTheWidget()
{
    QImage drawings[2];
    const QSize sizes[2] = {{204, 204}, {904, 704}};
    for (int i = 0; i < 2; ++i) {
        HandwritingCanvas canvas;
        canvas.resize(sizes[i]);
        drawLine(canvas, {0.25, 0.25}, {0.75, 0.5});
        QCOMPARE(canvas.ink().size(), QSize(560, 560));
        drawings[i] = canvas.ink().copy();
    }
    double difference = 0;
    for (int y = 0; y < 560; ++y)
        for (int x = 0; x < 560; ++x)
            difference += std::abs(drawings[0].constScanLine(y)[x] - drawings[1].constScanLine(y)[x]) / 255.0;
    // Mouse positions are whole pixels of the widget: the same line but for its rim.
    QVERIFY2(difference < 0.12 * inkShare(drawings[0]) * 560 * 560, qPrintable(QString::number(difference)));
}

void TestHandwritingCanvas::aPenPressedLightlyDrawsThinner()
{
    const auto drawn = [](double pressure) {
        HandwritingCanvas canvas;
        canvas.resize(304, 304);
        static const QPointingDevice pen(QStringLiteral("pen"), 1, QInputDevice::DeviceType::Stylus,
                                         QPointingDevice::PointerType::Pen,
                                         QInputDevice::Capability::Pressure, 1, 1);
        for (const auto& [type, x] : std::initializer_list<std::pair<QEvent::Type, double>>{
                 {QEvent::TabletPress, 60}, {QEvent::TabletMove, 150}, {QEvent::TabletRelease, 240}}) {
            QTabletEvent event(type, &pen, {x, 150}, canvas.mapToGlobal(QPointF(x, 150)), pressure, 0, 0, 0,
                               0, 0, {}, Qt::LeftButton, Qt::LeftButton);
            QCoreApplication::sendEvent(&canvas, &event);
        }
        return inkShare(canvas.ink());
    };
    const double light = drawn(0.1);
    QVERIFY(light > 0);
    QVERIFY(drawn(1.0) > 1.5 * light);
}

void TestHandwritingCanvas::theInkHasSoftEdges()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    drawLine(canvas, {0.2, 0.2}, {0.8, 0.55});
    int greys = 0;
    for (int y = 0; y < 560; ++y)
        for (int x = 0; x < 560; ++x) {
            const int value = canvas.ink().constScanLine(y)[x];
            greys += value > 0 && value < 255 ? 1 : 0;
        }
    QVERIFY(greys > 300);
}

void TestHandwritingCanvas::aPictureStandsInUntilAStrokeBegins()
{
    HandwritingCanvas canvas;
    canvas.resize(304, 304);
    QImage picture(20, 30, QImage::Format_Grayscale8);
    picture.fill(90);
    canvas.showPicture(picture);
    QVERIFY(!canvas.isEmpty());
    QCOMPARE(canvas.picture().size(), QSize(20, 30));
    QCOMPARE(inkShare(canvas.ink()), 0.0);
    drawLine(canvas, {0.2, 0.2}, {0.8, 0.55});
    QVERIFY(canvas.picture().isNull());
    canvas.undo();
    QCOMPARE(canvas.picture().size(), QSize(20, 30));
}

LAMINA_TEST(TestHandwritingCanvas)
#include "handwriting_canvas_test.moc"
