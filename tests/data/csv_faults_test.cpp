// What is wrong with a table or with what is asked of it: what, where, what to do.
#include "tests/data/csv_tables.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class CsvFaultsTest final : public QObject, private CsvTables {
    Q_OBJECT

private Q_SLOTS:
    void faultsSayWhatWhereAndWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* text, const char* options, const char* says,
                            const char* place) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(options) << QString(says) << QString(place);
        };
        row("unknown feature", pets, R"({"features": ["wieght"]})", "do you mean 'weight'?",
            "data.options.features");
        row("unknown target", pets, R"({"target": "price"})",
            "the columns are: name, kind, weight, age, indoor", "data.options.target");
        row("named twice", pets, R"({"features": ["age"], "target": "age"})", "'age' is named twice",
            "data.options.features");
        row("ragged", "x,y\n1,2\n3\n", "{}",
            "The row has 1 cell(s), and the table 2 column(s) separated by ','", "row 3");
        row("too long", "x,y\n1,2\n3,4\n5,6,7\n", "{}",
            "put cells that hold the separator in quotation marks", "row 4");
        row("only names", "x,y\n", "{}", "column names and no rows", "data.options.path");
        row("only empty rows", "\n\n\n", "{}", "holds no rows", "data.options.path");
        row("open quote", "x,y\n1,\"2\n3,4\n", "{}", "opens a cell that never ends", "row 2");
        row("same names", "x,x,y\n1,2,3\n", "{}", "Two columns are named 'x'", "row 1");
        row("one column", "x\n1\n2\n", "{}", "No column is left for the features", "data.options.features");
        row("separator", pets, R"({"delimiter": "::"})", "The separator cannot be '::'",
            "data.options.delimiter");
        row("text as number", pets, R"({"target": "kind", "target_kind": "number"})",
            "is to be a number, and holds 'dog'", "row 2");
        row("weight", pets, R"({"weight": "name"})", "The weight 'name' holds 'Rex'", "row 2");
        row("negative weight", "x,w,y\n1,-1,2\n", R"({"weight": "w"})", "The weight 'w' falls to -1",
            "data.options.path");
        row("all for the test", pets, R"({"test_fraction": 0.9})", "leaves none of the 4 rows",
            "data.options.test_fraction");
        row("a file that is not there", pets, R"({"path": "none.csv"})", "There is no such file",
            "data.options.path");
        row("no file", pets, R"({"path": ""})", "No file is named", "data.options.path");
    }
    void faultsSayWhatWhereAndWhatToDo()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, options);
        QFETCH(QString, says);
        QFETCH(QString, place);
        save(text);
        const Faults faults = faultsOf(Json::parse(options.toStdString()));
        QCOMPARE(faults.size(), std::size_t{1});
        QVERIFY2(sentence(faults).find(says.toStdString()) != std::string::npos, sentence(faults).c_str());
        QCOMPARE(QString::fromStdString(faults[0].where.path), place);
        QVERIFY(!faults[0].remedy.empty());
    }

    void aSlipAmongNumbersIsTold()
    {
        QByteArray text = "x,y\n";
        for (int i = 0; i < 50; ++i)
            text += (i == 20 ? QByteArray("12o") : QByteArray::number(i)) + ",0.5\n";
        save(text);
        const Faults faults = faultsOf(Json::object());
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].where.path, std::string("row 22"));
        QVERIFY2(
            sentence(faults).starts_with("The column 'x' holds '12o', and 49 other rows hold numbers there"),
            sentence(faults).c_str());
    }

    void textsOfTooManyKindsAreLeftOutOrTold()
    {
        QByteArray text = "name,x,y\n";
        for (int i = 0; i < 1100; ++i)
            text += "n" + QByteArray::number(i) + ",1,0.5\n";
        save(text);
        const Result<DataParts> parts = open(Json::object());
        QVERIFY(parts);
        QCOMPARE(parts->notes,
                 std::vector<std::string>{"The column 'name' holds 1100 different texts and is left out"});
        QCOMPARE(parts->inputFields, std::vector<std::string>{"x"});
        QCOMPARE(faultsOf({{"features", {"name"}}}).size(), std::size_t{1});
    }
};

LAMINA_TEST(CsvFaultsTest)
#include "csv_faults_test.moc"
