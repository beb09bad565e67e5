// Damaged tables are answered by sentences or read as what they now say; they never crash.
#include "engine/data/open.h"
#include "engine/data/table/table_input.h"

#include "mutations.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
const std::vector<std::string> tables{
    "x;kind;y\n1,5;a;0\n2;b;1\n3;\"c;\"\"d\";1\n-4e3;a;0\n",
    "4,2,malignant,benign\n1.5,2,0\n3,4,1\n5,6,1\n7,8,0\n",
    "text\tnext\nhell\to\nappl\te\n\"w\nrl\"\td\n",
    "\xEF\xBB\xBF\xEC\x9D\xB4\xEB\xA6\x84,\xEA\xB0\x92\n\xEA\xB0\x80,1\n\xEB\x82\x98,2\n,NA\n",
    "\xC0\xCC\xB8\xA7,\xB0\xAA\n\xB0\xA1\xB3\xAA\xB4\xD9,1\n\xB0\xA1,2.5\n",
    std::string("\xFF\xFEx\0,\0y\0\n\0001\0,\0002\0\n\0003\0,\0004\0\n\0", 26),
    " 1.0  2.0 3\n 4.0 5.0  6\n 7 8 9\n",
};

const std::vector<std::string> words{",",   ";",           "\t",   "\"",    "\n",  "\r\n",
                                     "\r",  "NA",          "nan",  "1e999", "-0",  std::string(1, '\0'),
                                     "x,y", "0x1",         "\xFF", "\xC3",  "1,5", "1.5.",
                                     " ",   "\xEF\xBB\xBF"};

// Reads every number of every sample.
bool readsAll(const Dataset& set)
{
    std::vector<float> values;
    for (std::size_t field = 0; field < set.fields().size(); ++field) {
        const DataField& declared = set.fields()[field];
        values.resize(declared.kind == DataKind::Class ? 1
                                                       : static_cast<std::size_t>(declared.shape.elements()));
        for (Index sample = 0; sample < set.size(); ++sample) {
            if (!set.readNumbers(sample, static_cast<int>(field), values) || set.sampleName(sample).empty())
                return false;
            for (const float value : values)
                if (!std::isfinite(value))
                    return false;
        }
    }
    return true;
}
} // namespace

class CsvFuzzTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file;

    void save(const std::string& text) const
    {
        QFile file(QString::fromStdString(m_file.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    }

    // False: neither a sentence nor samples that can be read.
    bool survives(const Json& options) const
    {
        DataSpec spec;
        spec.source = "csv";
        spec.options = options;
        const Result<DataParts> parts = openData(spec, m_folder.path().toStdString(), 1);
        if (!parts)
            return !sentence(parts.faults()).empty();
        return readsAll(*parts->train) && (!parts->test || readsAll(*parts->test));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_file = m_folder.filePath("table.csv").toStdString();
    }

    void damagedTablesNeverCrash()
    {
        const std::vector<Json> options{
            {{"path", "table.csv"}},
            {{"path", "table.csv"}, {"missing", "mean"}, {"target_kind", "class"}},
            {{"path", "table.csv"}, {"missing", "drop"}, {"test_fraction", 0.5}, {"separate", true}},
            {{"path", "table.csv"}, {"text", "letters"}, {"one_hot", true}, {"header", "no"}},
            {{"path", "table.csv"}, {"text", "words"}, {"encoding", "CP949"}, {"delimiter", ","}},
        };
        FuzzRounds rounds(1500);
        Mutations mutations(rounds.seed(11));
        while (rounds.next()) {
            const std::string damaged = mutations.damage(tables[mutations.next(tables.size())], words);
            save(damaged);
            QVERIFY2(survives(options[mutations.next(options.size())]), damaged.c_str());
        }
        qInfo("%d damaged tables", rounds.done());
    }

    void whatAModelKeepsMayBeDamaged()
    {
        save("kind,x,text\na,1,hello\nb,2,world\n");
        DataSpec spec;
        spec.source = "csv";
        spec.options = {{"path", "table.csv"}, {"target", "x"}, {"test_fraction", 0}};
        const Result<DataParts> parts = openData(spec, m_folder.path().toStdString(), 1);
        QVERIFY(parts);
        const std::string learned = parts->learned.dump();
        const std::vector<std::string> tokens{"null", "-1",   "1e308",      "[]",
                                              "{}",   "\"\"", "\"number\"", "\"letters\""};
        Mutations mutations(12);
        int read = 0;
        for (int i = 0; i < 10000 && read < 150; ++i) {
            const Json json = Json::parse(mutations.damage(learned, tokens), nullptr, false);
            if (json.is_discarded())
                continue;
            const Result<DatasetPtr> rows = openTable(m_file, json, {4});
            QVERIFY(rows ? readsAll(**rows) : !sentence(rows.faults()).empty());
            ++read;
        }
        QCOMPARE(read, 150);
    }
};

LAMINA_TEST(CsvFuzzTest)
#include "csv_fuzz_test.moc"
