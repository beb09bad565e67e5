// What is typed in cell by cell is the sample that the same row of the table gives.
#include "engine/data/table/row_input.h"

#include <QTest>

#include "csv_tables.h"
#include "tests/support/run.h"

#include <algorithm>

using namespace lamina;

namespace {
std::vector<float> sampleOf(const DataParts& parts, const DatasetPtr& set, Index at)
{
    const int field = set->fieldIndex(parts.inputFields[0]);
    std::vector<float> numbers(
        static_cast<std::size_t>(set->fields()[static_cast<std::size_t>(field)].shape.elements()));
    return set->readNumbers(at, field, numbers) ? numbers : std::vector<float>();
}

// As a person reads the table and fills the form.
CellValue typed(const RowCell& cell, const QString& text)
{
    CellValue value;
    const bool none = text.isEmpty() || text == "NA";
    switch (cell.kind) {
    case RowCell::Kind::Number:
        value.number = none ? cell.missing.value_or(-1) : text.toDouble();
        break;
    case RowCell::Kind::Choice: {
        const auto found = std::ranges::find(cell.choices, text.toStdString());
        value.number = none ? cell.missing.value_or(-1) : static_cast<double>(found - cell.choices.begin());
        break;
    }
    case RowCell::Kind::Letters:
    case RowCell::Kind::Words:
        value.text = text.toStdString();
        break;
    }
    return value;
}
} // namespace

class RowInputTest final : public QObject, private lamina::test::CsvTables {
    Q_OBJECT
private Q_SLOTS:
    void aTypedRowIsTheTablesRow_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("options");
        const QString pets = lamina::test::pets;
        QTest::newRow("numbers") << pets << R"({"features": ["age", "weight"], "target": "kind"})";
        QTest::newRow("numbers and categories")
            << pets << R"({"features": ["age", "kind", "weight"], "target": "indoor"})";
        QTest::newRow("missing values")
            << "kind,age,home,y\ndog,3,yard,1\n,4.2,flat,0\ncat,NA,flat,1\ndog,0.1,,0\n"
            << R"({"features": ["kind", "age", "home"], "target": "y", "missing": "mean"})";
        const QString words = "text,y\nDas Haus ist rot.,1\nein rotes Haus!,0\nDas Auto (alt),1\nrot,0\n";
        QTest::newRow("words") << words << R"({"features": ["text"], "text": "words", "target": "y"})";
        QTest::newRow("letters") << words << R"({"features": ["text"], "text": "letters", "target": "y"})";
        QTest::newRow("rows with a single 1")
            << words << R"({"features": ["text"], "text": "letters", "target": "y", "one_hot": true})";
    }
    void aTypedRowIsTheTablesRow()
    {
        QFETCH(QString, table);
        QFETCH(QString, options);
        save(table.toUtf8());
        const Result<DataParts> parts = open(Json::parse(options.toStdString()));
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        const std::optional<RowInput> input = RowInput::make(*parts);
        QVERIFY(input);
        const QStringList lines = table.split('\n', Qt::SkipEmptyParts);
        const QStringList columns = lines[0].split(',');
        QCOMPARE(parts->train->size(), static_cast<Index>(lines.size()) - 1);
        for (Index row = 0; row < parts->train->size(); ++row) {
            const QStringList texts = lines[static_cast<int>(row) + 1].split(',');
            std::vector<CellValue> values;
            for (const RowCell& cell : input->cells())
                values.push_back(typed(cell, texts[columns.indexOf(QString::fromStdString(cell.name))]));
            const std::vector<float> sample = sampleOf(*parts, parts->train, row);
            QVERIFY(!sample.empty());
            QVERIFY2(input->numbers(values) == sample, qPrintable(lines[static_cast<int>(row) + 1]));
            // And back: the form that a sample fills means that sample.
            QVERIFY2(input->numbers(input->valuesOf(sample)) == sample,
                     qPrintable(lines[static_cast<int>(row) + 1]));
        }
    }

    // Words that are none of the vocabulary must not get lost between the words that it has.
    void unknownWordsKeepTheirPlaces()
    {
        save("text,y\nrot und blau,1\nblau und rot,0\nrot,1\nblau grau rot grell,0\n");
        const Result<DataParts> parts = open({{"features", {"text"}},
                                              {"text", "words"},
                                              {"vocabulary", 2},
                                              {"target", "y"},
                                              {"test_fraction", 0.25}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QCOMPARE(parts->test->size(), Index{1});
        const std::optional<RowInput> input = RowInput::make(*parts);
        QVERIFY(input);
        const std::vector<float> sample = sampleOf(*parts, parts->test, 0);
        const std::vector<CellValue> values = input->valuesOf(sample);
        QVERIFY(QString::fromStdString(values[0].text).contains(QChar(0x25A1)));
        QVERIFY(input->numbers(values) == sample);
    }

    // 4.2 is what a person reads, not 4.19999980926.
    void numbersReadAsTheyStandInTheTable()
    {
        save("a,b,y\n4.2,0.1,1\n1e-7,3,0\n");
        const Result<DataParts> parts = open({{"features", {"a", "b"}}, {"target", "y"}});
        const std::optional<RowInput> input = RowInput::make(*parts);
        QVERIFY(input);
        const std::vector<CellValue> first = input->valuesOf(sampleOf(*parts, parts->train, 0));
        QCOMPARE(first[0].number, 4.2);
        QCOMPARE(first[1].number, 0.1);
        QCOMPARE(input->valuesOf(sampleOf(*parts, parts->train, 1))[0].number, 1e-7);
    }

    void aValueMayBeMissingOnlyWhereTheTableFillsIt()
    {
        save("kind,age,y\ndog,3,1\ncat,NA,0\ndog,5,1\n");
        for (const char* missing : {"drop", "mean"}) {
            const Result<DataParts> parts =
                open({{"features", {"kind", "age"}}, {"target", "y"}, {"missing", missing}});
            QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
            const std::optional<RowInput> input = RowInput::make(*parts);
            QVERIFY(input);
            const bool filled = QString(missing) == "mean";
            QCOMPARE(input->cells()[0].missing, filled ? std::optional(2.0) : std::nullopt);
            QCOMPARE(input->cells()[1].missing, filled ? std::optional(4.0) : std::nullopt);
        }
    }

    void whatIsNoRowIsNotTyped()
    {
        DataSpec digits;
        digits.source = "synthetic";
        digits.options = {{"generator", "digits"}, {"train", 2}, {"test", 1}};
        const Result<DataParts> pictures = openData(digits, {}, 1);
        QVERIFY(pictures && !RowInput::make(*pictures));
        save(lamina::test::pets);
        const Result<DataParts> two =
            open({{"features", {"age", "weight"}}, {"target", "kind"}, {"separate", true}});
        if (two) // an input for each column
            QVERIFY(!RowInput::make(*two));
    }
};

LAMINA_TEST(RowInputTest)
#include "row_input_test.moc"
