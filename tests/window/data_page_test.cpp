#include "app/commands/set_data.h"
#include "app/pages/data_page.h"
#include "app/pages/data_settings.h"
#include "app/studio.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "tests/support/run.h"
#include "widgets/browser/class_chart.h"
#include "widgets/browser/sample_model.h"
#include "widgets/common/message_bar.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <numeric>

using namespace lamina;

class TestDataPage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theDigitsAppearWithLabelsAndCounts();
    void anotherPartAndOneClassCanBeShown();
    void aValidationFolderEndsTheSplit();
    void aSourceThatCannotBeOpenedSaysSoAndShowsNothingElse();
    void anotherSourceHasItsOwnFieldsAndSaysWhatItNeeds();
    void aTableIsShownWithTheNamesOfItsColumns();

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

// Both at once are a fault: whoever names a folder means it.
void TestDataPage::aValidationFolderEndsTheSplit()
{
    DataSettings settings;
    settings.setData({.source = "image_folder",
                      .options = Json::object(),
                      .input = {},
                      .target = {},
                      .validationSplit = 0.2,
                      .preprocess = {},
                      .augment = {}});
    DataSpec edited;
    connect(&settings, &DataSettings::dataEdited, this, [&](const DataSpec& data) { edited = data; });
    emit settings.findChild<FieldForm*>()->edited(QStringLiteral("validation"), Json("photographs"));
    QCOMPARE(edited.options.at("validation").get<std::string>(), std::string("photographs"));
    QCOMPARE(edited.validationSplit, 0.0);
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
    Q_EMIT page.chart()->classClicked(7);
    QCOMPARE(page.samples()->rowCount(), static_cast<int>(page.chart()->counts()[7]));
    QVERIFY(page.samples()->rowCount() > 100);
    for (int row = 0; row < page.samples()->rowCount(); ++row)
        QCOMPARE(page.samples()->index(row).data(SampleModel::ClassRole).toInt(), 7);
    Q_EMIT page.chart()->classClicked(-1);
    QCOMPARE(page.samples()->rowCount(), 2000);
    Project missing = lesson();
    missing.data.source = "image_folder";
    missing.data.options = {{"train", "no such folder"}};
    studio.document().setProject(missing, {});
    QCOMPARE(page.samples()->rowCount(), 0); // nothing of the other project's
}

void TestDataPage::aSourceThatCannotBeOpenedSaysSoAndShowsNothingElse()
{
    Studio studio;
    studio.document().setProject(lesson(), {});
    DataPage page(studio);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    DataSpec broken = studio.document().project().data;
    broken.options = {{"generator", "no such kind"}};
    studio.document().execute(new SetData(broken, QStringLiteral("break")));
    auto* message = page.findChild<MessageBar*>();
    QVERIFY(message);
    QTRY_VERIFY_WITH_TIMEOUT(!message->isHidden(), 30000);
    QVERIFY2(message->details().contains(QLatin1String("generator")), qPrintable(message->details()));
    QCOMPARE(page.samples()->rowCount(), 0); // what stands under a fault looks as if it were of that source
    // The same fault in another project is said anew, and does not stay from here.
    Project other = lesson();
    other.data = broken;
    studio.document().setProject(other, {});
    QVERIFY(message->isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(!message->isHidden(), 30000);
    studio.document().setProject(lesson(), {});
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    QVERIFY(message->isHidden());
}

void TestDataPage::anotherSourceHasItsOwnFieldsAndSaysWhatItNeeds()
{
    Studio studio;
    studio.document().setProject(lesson(), {});
    DataPage page(studio);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 9600, 30000);
    QComboBox* source = nullptr;
    for (QComboBox* box : page.findChildren<QComboBox*>())
        if (box->accessibleName() == QLatin1String("Data source"))
            source = box;
    QVERIFY(source);
    source->setCurrentIndex(source->findData(QStringLiteral("image_folder")));
    Q_EMIT source->activated(source->currentIndex());
    QCOMPARE(studio.document().project().data.source, std::string("image_folder"));
    QVERIFY(page.findChild<FieldForm*>()->names().contains("target_size"));
    QTRY_COMPARE_WITH_TIMEOUT(page.samples()->rowCount(), 0, 30000); // the digits are of another source
    QVERIFY(page.findChild<MessageBar*>()->isHidden()); // nothing was named yet: no mistake
    QPushButton* choose = nullptr;
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->isVisible() && button->property("accent").toBool())
            choose = button;
    QVERIFY(choose);
    QCOMPARE(choose->text(), QString::fromUtf8("Choose folder…"));
}

void TestDataPage::aTableIsShownWithTheNamesOfItsColumns()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("pets.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kind,age,weight,home\ndog,3,30.5,yard\ncat,4,4.25,flat\ncat,7,3.75,flat\n");
    file.close();
    Studio studio;
    Project project = lesson();
    project.data = {.source = "csv",
                    .options = {{"path", file.fileName().toStdString()},
                                {"features", {"kind", "weight"}},
                                {"target", "home"},
                                {"test_fraction", 0},
                                {"shuffle", false}},
                    .input = {},
                    .target = {},
                    .preprocess = {},
                    .augment = {}};
    studio.document().setProject(project, {});
    DataPage page(studio);
    page.resize(1200, 700);
    page.show();
    auto* table = page.findChild<QTableView*>();
    QVERIFY(table);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 30000);
    QStringList names;
    for (int i = 0; i < table->model()->columnCount(); ++i)
        names << table->model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("kind=cat kind=dog weight home"));
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("30.5"));
    QCOMPARE(table->model()->index(1, 3).data().toString(), QStringLiteral("flat"));
    QTRY_COMPARE_WITH_TIMEOUT(total(page), 3, 30000);
    QCOMPARE(page.chart()->counts(), (std::vector<qint64>{2, 1}));
    // The form at the left shows the options, and can put one back.
    auto* form = page.findChild<FieldForm*>();
    QVERIFY(form);
    auto* features = form->editor(QStringLiteral("features"))->findChild<QLineEdit*>();
    QCOMPARE(features->text(), QStringLiteral("kind, weight"));
    Q_EMIT form->resetRequested(QStringLiteral("features"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->columnCount(), 5, 30000);
    QVERIFY(!studio.document().project().data.options.contains("features"));
}

LAMINA_TEST(TestDataPage)
#include "data_page_test.moc"
