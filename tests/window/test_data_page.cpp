#include "app/commands/set_data.h"
#include "app/pages/data_page.h"
#include "app/studio.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "widgets/browser/class_chart.h"
#include "widgets/browser/sample_model.h"
#include "widgets/common/message_bar.h"

#include <QComboBox>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <numeric>

using namespace lamina;

class TestDataPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theDigitsAppearWithLabelsAndCounts();
    void anotherPartAndOneClassCanBeShown();
    void aSourceThatCannotBeOpenedSaysSoAndKeepsWhatWasShown();

private:
    static Project lesson() { return *parseProject(lessons::find("digits-cnn")->projectText, "digits-cnn"); }
    static qint64 total(const DataPage& page)
    {
        const auto counts = page.chart()->counts();
        return std::accumulate(counts.begin(), counts.end(), qint64{0});
    }
};

void TestDataPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_data_page"));
    QStandardPaths::setTestModeEnabled(true);
}

void TestDataPage::theDigitsAppearWithLabelsAndCounts()
{
    Studio studio;
    studio.document().setProject(lesson(), {});
    DataPage page(studio);
    page.resize(1200, 700);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(total(page), 9600, 60000);
    QCOMPARE(page.chart()->counts().size(), std::size_t{10});
    QTRY_VERIFY_WITH_TIMEOUT(!page.samples()->index(0).data(SampleModel::PictureRole).isNull(), 30000);
    const int first = page.samples()->classOf(0);
    QVERIFY(first >= 0 && first <= 9);
    QCOMPARE(page.samples()->index(0).data().toString(), QString::number(first));
}

void TestDataPage::anotherPartAndOneClassCanBeShown()
{
    Studio studio;
    studio.document().setProject(lesson(), {});
    DataPage page(studio);
    page.resize(1200, 700);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    page.showPart(DataPage::Part::Test);
    QCOMPARE(page.samples()->rowCount(), 2000);
    QTRY_COMPARE_WITH_TIMEOUT(total(page), 2000, 60000);
    emit page.chart()->classClicked(7);
    QCOMPARE(page.samples()->rowCount(), static_cast<int>(page.chart()->counts()[7]));
    QVERIFY(page.samples()->rowCount() > 100);
    for (int row = 0; row < page.samples()->rowCount(); ++row)
        QCOMPARE(page.samples()->index(row).data(SampleModel::ClassRole).toInt(), 7);
    emit page.chart()->classClicked(-1);
    QCOMPARE(page.samples()->rowCount(), 2000);
}

void TestDataPage::aSourceThatCannotBeOpenedSaysSoAndKeepsWhatWasShown()
{
    Studio studio;
    studio.document().setProject(lesson(), {});
    DataPage page(studio);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    DataSpec broken = studio.document().project().data;
    broken.source = "idx";
    broken.options = {{"train_images", "no-such-images.gz"}, {"train_labels", "no-such-labels.gz"}};
    studio.document().execute(new SetData(broken, QStringLiteral("break")));
    auto* message = page.findChild<MessageBar*>();
    QVERIFY(message);
    QTRY_VERIFY_WITH_TIMEOUT(!message->isHidden(), 30000);
    QVERIFY2(message->details().contains(QLatin1String("no-such-images.gz")), qPrintable(message->details()));
    QCOMPARE(page.samples()->rowCount(), 9600);
    studio.document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(message->isHidden(), 30000);
}

QTEST_MAIN(TestDataPage)
#include "test_data_page.moc"
