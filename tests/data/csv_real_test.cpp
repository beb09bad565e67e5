// The tables of the course's first two lessons, where they are at hand.
#include "engine/data/open.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTest>

using namespace lamina;

namespace {
QString tabularFolder()
{
    return qEnvironmentVariable("LAMINA_TEST_DATA", QString(LAMINA_SOURCE_DIR) + "/../shared/data")
        + "/tabular";
}

Result<DataParts> open(const char* file, Json options)
{
    options["path"] = file;
    DataSpec spec;
    spec.source = "csv";
    spec.options = options;
    return openData(spec, tabularFolder().toStdString(), 7);
}

bool isHere(const char* file)
{
    return QFile::exists(tabularFolder() + "/" + file);
}
} // namespace

class CsvRealTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 395 rows with ';' between, numbers partly in quotes.
    void studentsAreRead()
    {
        if (!isHere("student-mat.csv"))
            QSKIP("student-mat.csv is not here (LAMINA_TEST_DATA or ../shared/data)");
        const Result<DataParts> parts =
            open("student-mat.csv", {{"features", {"studytime"}}, {"target", "G3"}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QCOMPARE(parts->train->size(), 316);
        QCOMPARE(parts->test->size(), 79);
        QCOMPARE(parts->inputFields, std::vector<std::string>{"studytime"});
        QCOMPARE(parts->train->fields()[1].kind, DataKind::Numbers); // marks, not classes
        const Result<DataParts> all = open("student-mat.csv", {{"target", "G3"}, {"test_fraction", 0}});
        QVERIFY2(all, all ? "" : sentence(all.faults()).c_str());
        QCOMPARE(all->train->size(), 395);
        // 15 columns of numbers and 17 of words, these with 43 different ones.
        QCOMPARE(all->train->fields()[0].shape, Shape{58});
        QCOMPARE(all->train->fields()[0].elementNames[0], std::string("school=GP"));
    }

    // scikit-learn's: counts and class names in the first line, no names of columns.
    void tumoursAreRead()
    {
        if (!isHere("breast_cancer.csv"))
            QSKIP("breast_cancer.csv is not here (LAMINA_TEST_DATA or ../shared/data)");
        const Result<DataParts> parts = open("breast_cancer.csv", {{"test_fraction", 0}, {"shuffle", false}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QCOMPARE(parts->train->size(), 569);
        QCOMPARE(parts->train->fields()[0].shape, Shape{30});
        QCOMPARE(parts->targetFields, std::vector<std::string>{"31"});
        QCOMPARE(parts->train->fields()[1].classNames, (std::vector<std::string>{"malignant", "benign"}));
        int benign = 0;
        float value = 0;
        for (Index i = 0; i < parts->train->size(); ++i) {
            QVERIFY(parts->train->readNumbers(i, 1, {&value, 1}));
            benign += value == 1;
        }
        QCOMPARE(benign, 357);
    }
};

LAMINA_TEST(CsvRealTest)
#include "csv_real_test.moc"
