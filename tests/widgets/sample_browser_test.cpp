#include "tests/support/run.h"
#include "widgets/browser/class_chart.h"
#include "widgets/browser/sample_grid.h"
#include "widgets/browser/sample_model.h"
#include "widgets/browser/sample_picture.h"
#include "widgets/browser/sample_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace lamina;

class TestSampleBrowser final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyPicturesThatAreSeenAreAskedForAndOnlyOnce();
    void aPictureThatCouldNotBeReadIsAskedForAgain();
    void aClassFilterShowsItsSamplesAlsoThoseThatArriveLater();
    void theKeyboardMovesFromSampleToSample();
    void aClickOnABarAsksForItsClass();
    void numbersBecomeGreyAndColouredPictures();
    void thePointedValueIsTheStoredOne();
};

void TestSampleBrowser::onlyPicturesThatAreSeenAreAskedForAndOnlyOnce()
{
    SampleModel model;
    model.setSamples(60'000, {});
    QSignalSpy wanted(&model, &SampleModel::pictureWanted);
    SampleGrid grid;
    grid.setSampleModel(&model);
    grid.resize(600, 400);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    QTRY_VERIFY(wanted.count() > 0);
    QVERIFY2(wanted.count() < 200, qPrintable(QString::number(wanted.count())));
    QSet<qint64> seen;
    for (const auto& call : wanted)
        seen.insert(call.at(0).toLongLong());
    QCOMPARE(seen.size(), wanted.count());
    QVERIFY(seen.contains(0));
    grid.scrollToBottom();
    grid.viewport()->repaint();
    bool last = false;
    for (const auto& call : wanted)
        last = last || call.at(0).toLongLong() == 59'999;
    QVERIFY(last);
}

void TestSampleBrowser::aPictureThatCouldNotBeReadIsAskedForAgain()
{
    SampleModel model;
    model.setSamples(10, {});
    QSignalSpy wanted(&model, &SampleModel::pictureWanted);
    const QModelIndex third = model.index(2);
    QVERIFY(model.data(third, SampleModel::PictureRole).isNull());
    QVERIFY(model.data(third, SampleModel::PictureRole).isNull());
    QCOMPARE(wanted.count(), 1);
    model.setPicture(2, {});
    QVERIFY(model.data(third, SampleModel::PictureRole).isNull());
    QCOMPARE(wanted.count(), 2);
    QImage picture(4, 4, QImage::Format_Grayscale8);
    picture.fill(9);
    model.setPicture(2, picture);
    QVERIFY(!model.data(third, SampleModel::PictureRole).isNull());
    QCOMPARE(wanted.count(), 2);
}

void TestSampleBrowser::aClassFilterShowsItsSamplesAlsoThoseThatArriveLater()
{
    SampleModel model;
    model.setSamples(6, {QStringLiteral("cat"), QStringLiteral("dog")});
    model.setClasses(0, {0, 1, 0});
    model.setClassFilter(1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.sampleAt(0), 1);
    model.setClasses(3, {1, 0, 1});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.sampleAt(2), 5);
    QCOMPARE(model.rowOf(5), 2);
    QCOMPARE(model.rowOf(4), -1);
    QCOMPARE(model.index(2).data().toString(), QStringLiteral("dog"));
    model.setClassFilter(SampleModel::everyClass);
    QCOMPARE(model.rowCount(), 6);
}

void TestSampleBrowser::theKeyboardMovesFromSampleToSample()
{
    SampleModel model;
    model.setSamples(100, {});
    SampleGrid grid;
    grid.setSampleModel(&model);
    grid.resize(500, 300);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    QSignalSpy chosen(&grid, &SampleGrid::sampleChosen);
    grid.setCurrentIndex(model.index(0));
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(chosen.last().at(0).toLongLong(), 1);
    QTest::keyClick(&grid, Qt::Key_Down);
    QVERIFY(chosen.last().at(0).toLongLong() > 2);
}

void TestSampleBrowser::aClickOnABarAsksForItsClass()
{
    ClassChart chart;
    chart.setCounts({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")},
                    {5, 10, 20, 1});
    chart.resize(200, 200);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QTest::qWait(50); // the queued replot
    QSignalSpy clicked(&chart, &ClassChart::classClicked);
    QWidget* plot = chart.findChild<QWidget*>();
    QVERIFY(plot);
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(100, 30));
    QCOMPARE(clicked.last().at(0).toInt(), 0);
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(100, 170));
    QCOMPARE(clicked.last().at(0).toInt(), 3);
    chart.setChosen(3);
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(100, 170));
    QCOMPARE(clicked.last().at(0).toInt(), -1);
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(clicked.last().at(0).toInt(), 2);
}

void TestSampleBrowser::numbersBecomeGreyAndColouredPictures()
{
    const std::vector<float> grey{0, 255, 127, 64};
    const QImage one = samplePicture(grey, Shape{2, 2, 1}, valueRange(grey));
    QCOMPARE(qGray(one.pixel(1, 0)), 255);
    QCOMPARE(qGray(one.pixel(0, 1)), 127);
    const std::vector<float> colour{1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1};
    QCOMPARE(valueRange(colour), (ValueRange{0, 1}));
    const QImage three = samplePicture(colour, Shape{2, 2, 3}, valueRange(colour));
    QCOMPARE(three.pixelColor(1, 0), QColor(0, 255, 0));
    QCOMPARE(three.pixelColor(1, 1), QColor(Qt::white));
    const std::vector<float> sides{-2, 3};
    QCOMPARE(valueRange(sides), (ValueRange{-2, 3}));
    QVERIFY(isPicture({"image", DataKind::Numbers, Shape{28, 28, 1}, {}}));
    QVERIFY(!isPicture({"columns", DataKind::Numbers, Shape{30}, {}}));
    QVERIFY(!isPicture({"label", DataKind::Class, {}, {}}));
}

void TestSampleBrowser::thePointedValueIsTheStoredOne()
{
    SampleView view;
    SampleView::Sample sample;
    sample.index = 3;
    sample.values = {0, 10, 20, 30, 40, 50};
    sample.picture = samplePicture(sample.values, Shape{2, 3, 1}, {0, 255});
    view.setSample(sample);
    view.resize(300, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto* picture = view.findChild<PictureView*>();
    QVERIFY(picture);
    Q_EMIT picture->pixelPointed(2, 1);
    QVERIFY(view.pointedText().contains(QLatin1String("50")));
    QVERIFY(view.pointedText().contains(QLatin1String("1")));
    QTest::mouseMove(picture, QPoint(picture->width() / 2, picture->height() / 2));
    QTRY_VERIFY(view.pointedText().contains(QLatin1String("10"))
                || view.pointedText().contains(QLatin1String("40")));
}

LAMINA_TEST(TestSampleBrowser)
#include "sample_browser_test.moc"
