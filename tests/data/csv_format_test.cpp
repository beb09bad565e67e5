#include "engine/data/table/cell.h"
#include "engine/data/table/csv_format.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::table;

class CsvFormatTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void separatorAndNamesAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<bool>("hasNames");
        QTest::addColumn<int>("firstRow");
        QTest::addColumn<QString>("columns");
        const auto row = [](const char* name, const char* text, char delimiter, bool names, int first,
                            const char* columns) {
            QTest::newRow(name) << QByteArray(text) << delimiter << names << first << QString(columns);
        };
        row("comma", "x,y\n1,2\n3,4\n", ',', true, 2, "x|y");
        row("semicolon", "x;y\n1;2\n3;4\n", ';', true, 2, "x|y");
        row("decimal comma", "x;y\n1,5;2,5\n3,25;4\n", ';', true, 2, "x|y");
        row("decimal comma everywhere", "1,5;2,5\n3,5;4,5\n", ';', false, 1, "1|2");
        row("tab", "x\ty\n1\t2,5\n", '\t', true, 2, "x|y");
        row("sentences behind tabs", "id\ttext\tlabel\n1\tGood, very good\t1\n2\tBad, and, long\t0\n", '\t',
            true, 2, "id|text|label");
        row("bar", "x|y\n1|2\n", '|', true, 2, "x|y");
        row("blanks", " 1.0  2.0 3\n 4.0 5.0  6\n", ' ', false, 1, "1|2|3");
        row("one column", "x\n1\n2\n", ',', true, 2, "x");
        row("sentences alone", "text\nthe one\nand the other one\n", ',', true, 2, "text");
        row("no names", "1,2,a\n3,4,b\n", ',', false, 1, "1|2|3");
        row("texts alone, names", "first,last\nAda,Lovelace\nAlan,Turing\n", ',', true, 2, "first|last");
        row("texts alone, no names", "yes,no\nno,no\nyes,yes\n", ',', false, 1, "1|2");
        row("row names", ",x,y\na,1,2\nb,3,4\n", ',', true, 2, "1|x|y");
        row("row names as R writes them", "x,y\na,1,2\nb,3,4\n", ',', true, 2, "1|x|y");
        row("a separator at the end of rows", "x,y\n1,2,\n3,4,\n", ',', true, 2, "x|y|3");
        row("a title above", "Measurements of May\n\nx,y\n1,2\n3,4\n5,6\n", ',', true, 4, "x|y");
        row("scikit-learn's counts", "3,2,bad,good\n1,2,0\n3,4,1\n5,6,1\n", ',', false, 2, "1|2|3");
        row("only names", "x,y\n", ',', true, 2, "x|y");
    }
    void separatorAndNamesAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(char, delimiter);
        QFETCH(bool, hasNames);
        QFETCH(int, firstRow);
        QFETCH(QString, columns);
        const CsvFormat format = recogniseFormat(text.toStdString(), true, {});
        QStringList names;
        for (const std::string& name : format.columns)
            names << QString::fromStdString(name);
        QCOMPARE(format.delimiter, delimiter);
        QCOMPARE(names.join('|'), columns);
        QCOMPARE(format.hasNames, hasNames);
        QCOMPARE(static_cast<int>(format.firstRow), firstRow);
    }

    void classNamesAboveTheTableAreKept()
    {
        const CsvFormat format = recogniseFormat("3,2,bad,good\n1,2,0\n3,4,1\n5,6,1\n", true, {});
        QCOMPARE(format.classNames, (std::vector<std::string>{"bad", "good"}));
        QVERIFY(format.notes.empty());
    }

    void whatIsPassedOverIsTold()
    {
        const CsvFormat format = recogniseFormat("made in May\nx,y\n1,2\n3,4\n", true, {});
        QCOMPARE(format.notes.size(), std::size_t{1});
        QVERIFY(render(format.notes[0]).find("row 2") != std::string::npos);
    }

    void whatIsSaidHolds()
    {
        CsvFormat format = recogniseFormat("x;y\n1;2\n", true, {','});
        QCOMPARE(format.columns, (std::vector<std::string>{"x;y"}));
        format = recogniseFormat("x,y\n1,2\n", true, {{}, Header::No});
        QCOMPARE(static_cast<int>(format.firstRow), 1);
        format = recogniseFormat("2019,2020\n1,2\n", true, {{}, Header::Yes});
        QCOMPARE(format.columns, (std::vector<std::string>{"2019", "2020"}));
        format = recogniseFormat("7,7\n7,7\nx,y\n1,2\n", true, {{}, Header::Auto, 2});
        QCOMPARE(format.columns, (std::vector<std::string>{"x", "y"}));
    }

    void separatorsHaveNames()
    {
        QVERIFY(delimiterNamed("auto") && !delimiterNamed("auto")->character);
        QCOMPARE(*delimiterNamed("tab")->character, '\t');
        QCOMPARE(*delimiterNamed(";")->character, ';');
        for (const char* wrong : {"", ";;", "\"", "\n", "…"})
            QVERIFY2(!delimiterNamed(wrong), wrong);
    }

    void cellsAreNumbersOrNot()
    {
        QCOMPARE(numberIn("1.5", false), std::optional(1.5));
        QCOMPARE(numberIn("+1e3", false), std::optional(1000.0));
        QCOMPARE(numberIn("-1,5", true), std::optional(-1.5));
        QCOMPARE(numberIn("1.5", true), std::optional(1.5));
        for (const char* text : {"", "1,5", "1.5x", "0x10", "inf", "nan", "1e39", "+-1", "1 2", "-"})
            QVERIFY2(!numberIn(text, false), text);
        for (const char* text : {"1,2,3", "1.234,5", ",", "1,5.0"})
            QVERIFY2(!numberIn(text, true), text);
        for (const char* text : {"", "NA", "NaN", "null", "?"})
            QVERIFY2(isMissing(text), text);
        QVERIFY(!isMissing("0") && !isMissing("none at all") && !isMissing("-"));
        QCOMPARE(shownCell("two\nlines"), std::string("two lines"));
        QCOMPARE(shownCell(QString(50, QChar(0xAC00)).toStdString()),
                 (QString(13, QChar(0xAC00)) + "…").toStdString());
    }
};

LAMINA_TEST(CsvFormatTest)
#include "csv_format_test.moc"
