#include "engine/data/table/csv_parser.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::table;

namespace {
using Rows = std::vector<std::vector<std::string>>;

struct Parsed {
    Rows rows;
    std::vector<Index> numbers;
    CsvParser::Problem problem = CsvParser::Problem::None;
    Index problemRow = 0;
};

// In blocks of so many bytes: where a block ends must not matter.
Parsed parsed(std::string_view text, char delimiter, std::size_t block)
{
    Parsed result;
    CsvParser parser(delimiter);
    const auto sink = [&](const CsvRow& row) {
        result.rows.emplace_back(row.cells.begin(), row.cells.end());
        result.numbers.push_back(row.number);
        return true;
    };
    bool goOn = true;
    for (std::size_t at = 0; at < text.size() && goOn; at += block)
        goOn = parser.feed(text.substr(at, block), sink);
    if (goOn)
        parser.finish(sink);
    result.problem = parser.problem();
    result.problemRow = parser.problemRow();
    return result;
}
} // namespace

class CsvParserTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAreCutAsRfc4180Says_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<QList<QStringList>>("rows");
        const auto row = [](const char* name, const char* text, const QList<QStringList>& rows,
                            char delimiter = ',') {
            QTest::newRow(name) << QByteArray(text) << delimiter << rows;
        };
        row("plain", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}});
        row("no line break at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}});
        row("carriage returns", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}});
        row("old Macintosh", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}});
        row("quotes", "\"a,b\",\"say \"\"hi\"\"\"\n", {{"a,b", "say \"hi\""}});
        row("line breaks in a cell", "\"a\r\nb\",2\n3,4\n", {{"a\r\nb", "2"}, {"3", "4"}});
        row("empty cells", ",\n\"\",x\nx,\n", {{"", ""}, {"", "x"}, {"x", ""}});
        row("blanks around cells", " a ,\tb\t, \" c \" \n", {{"a", "b", " c "}});
        row("empty rows", "a\n\n\nb\n", {{"a"}, {"b"}});
        row("a quoted nothing is a row", "a\n\"\"\nb", {{"a"}, {""}, {"b"}});
        row("a mark inside", "5\" pipe,x\n", {{"5\" pipe", "x"}});
        row("text behind the quotes", "\"a\"b,c\n", {{"ab", "c"}});
        row("tabs", "a\t\tb\n", {{"a", "", "b"}}, '\t');
        row("blanks separate", "  1   2 \n3 4\n", {{"1", "2"}, {"3", "4"}}, ' ');
        row("the end in quotes", "a,\"b\"", {{"a", "b"}});
    }
    void rowsAreCutAsRfc4180Says()
    {
        QFETCH(QByteArray, text);
        QFETCH(char, delimiter);
        QFETCH(QList<QStringList>, rows);
        Rows wanted;
        for (const QStringList& row : rows) {
            wanted.emplace_back();
            for (const QString& cell : row)
                wanted.back().push_back(cell.toStdString());
        }
        for (const std::size_t block : {1, 2, 3, 1000}) {
            const Parsed result = parsed(text.toStdString(), delimiter, block);
            QCOMPARE(result.rows, wanted);
            QCOMPARE(result.problem, CsvParser::Problem::None);
        }
    }

    void rowsAreNumberedAsInASpreadsheet()
    {
        QCOMPARE(parsed("a\n\n\"b\nb\"\nc", ',', 2).numbers, (std::vector<Index>{1, 3, 4}));
    }

    void anOpenQuoteIsToldWithItsRow()
    {
        const Parsed result = parsed("a,b\n1,\"2\n3,4\n", ',', 4);
        QCOMPARE(result.problem, CsvParser::Problem::OpenQuote);
        QCOMPARE(result.problemRow, 2);
        QCOMPARE(result.rows.size(), std::size_t{1});
    }

    void aRowWithoutEndIsGivenUp()
    {
        CsvParser parser(',');
        const auto sink = [](const CsvRow&) { return true; };
        const std::string block(1U << 20U, '7');
        int blocks = 0;
        while (parser.feed(block, sink) && blocks < 100)
            ++blocks;
        QCOMPARE(parser.problem(), CsvParser::Problem::RowTooLong);
        QVERIFY(blocks <= 16);
    }

    void theSinkCanStop()
    {
        CsvParser parser(',');
        int rows = 0;
        QVERIFY(!parser.feed("1\n2\n3\n", [&](const CsvRow&) { return ++rows < 2; }));
        QCOMPARE(rows, 2);
    }
};

LAMINA_TEST(CsvParserTest)
#include "csv_parser_test.moc"
