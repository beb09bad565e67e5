#include "engine/data/table/table_input.h"
#include "tests/data/csv_tables.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace lamina;
using namespace lamina::test;

namespace {
std::vector<float> numbers(const Dataset& set, Index sample, const std::string& field)
{
    const int index = set.fieldIndex(field);
    const DataField& declared = set.fields()[static_cast<std::size_t>(index)];
    std::vector<float> values(
        declared.kind == DataKind::Class ? 1 : static_cast<std::size_t>(declared.shape.elements()));
    if (!set.readNumbers(sample, index, values))
        values.clear();
    return values;
}
} // namespace

class CsvSourceTest final : public QObject, private CsvTables {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndCategoriesBecomeFeatures()
    {
        save(pets);
        const Result<DataParts> parts = open({{"features", {"kind", "weight"}}, {"target", "age"}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QVERIFY(!parts->test && !parts->validation && parts->notes.empty());
        QCOMPARE(parts->inputFields, std::vector<std::string>{"features"});
        QCOMPARE(parts->targetFields, std::vector<std::string>{"age"});
        const Dataset& set = *parts->train;
        QCOMPARE(set.size(), 4);
        QCOMPARE(set.fields()[0].shape, Shape{4});
        QCOMPARE(set.fields()[0].elementNames,
                 (std::vector<std::string>{"kind=cat", "kind=dog", "kind=fish", "weight"}));
        QCOMPARE(numbers(set, 0, "features"), (std::vector<float>{0, 1, 0, 30.5F}));
        QCOMPARE(numbers(set, 3, "features"), (std::vector<float>{0, 0, 1, 0.1F}));
        QCOMPARE(set.fields()[1].kind, DataKind::Numbers); // 1 to 4 are no class numbers
        QCOMPARE(numbers(set, 1, "age"), std::vector<float>{3});
        QCOMPARE(set.sampleName(0), std::string("row 2"));
    }

    void withoutNamesAllButTheLastColumnAreFeatures()
    {
        save("1,2.5,0\n3,4.5,1\n5,6.5,1\n");
        const Result<DataParts> parts = open(Json::object());
        QVERIFY(parts);
        QCOMPARE(parts->targetFields, std::vector<std::string>{"3"});
        QCOMPARE(numbers(*parts->train, 2, "features"), (std::vector<float>{5, 6.5F}));
        const DataField& target = parts->train->fields()[1];
        QCOMPARE(target.kind, DataKind::Class);
        QCOMPARE(target.classNames, (std::vector<std::string>{"0", "1"}));
    }

    void theTargetsKindFollowsFromTheColumn_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QString>("kind"); // the option
        QTest::addColumn<QString>("classes"); // empty: a number
        QTest::addColumn<float>("second"); // its value in the second row
        QTest::newRow("texts") << QByteArray("b a c a") << "auto"
                               << "a,b,c" << 0.0F;
        QTest::newRow("0 and 1") << QByteArray("1 0 0 1") << "auto"
                                 << "0,1" << 0.0F;
        QTest::newRow("class numbers") << QByteArray("2 1 0 1") << "auto"
                                       << "0,1,2" << 1.0F;
        QTest::newRow("class numbers as decimals") << QByteArray("2.0 1.0 0 1") << "auto"
                                                   << "0,1,2" << 1.0F;
        QTest::newRow("a gap") << QByteArray("3 1 0 1") << "auto"
                               << "" << 1.0F;
        QTest::newRow("from 1") << QByteArray("3 1 2 1") << "auto"
                                << "" << 1.0F;
        QTest::newRow("fractions") << QByteArray("0.5 1 0 1") << "auto"
                                   << "" << 1.0F;
        QTest::newRow("from 1, as a class") << QByteArray("10 9 9 1") << "class"
                                            << "1,9,10" << 1.0F;
        QTest::newRow("class numbers, as numbers") << QByteArray("2 1 0 1") << "number"
                                                   << "" << 1.0F;
    }
    void theTargetsKindFollowsFromTheColumn()
    {
        QFETCH(QByteArray, values);
        QFETCH(QString, kind);
        QFETCH(QString, classes);
        QFETCH(float, second);
        QByteArray text = "x,y\n";
        for (const QByteArray& value : values.split(' '))
            text += "1," + value + "\n";
        save(text);
        const Result<DataParts> parts = open({{"target_kind", kind.toStdString()}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        const DataField& target = parts->train->fields()[1];
        QStringList names;
        for (const std::string& name : target.classNames)
            names << QString::fromStdString(name);
        QCOMPARE(names.join(','), classes);
        QCOMPARE(target.kind, classes.isEmpty() ? DataKind::Numbers : DataKind::Class);
        QCOMPARE(numbers(*parts->train, 1, "y"), std::vector<float>{second});
    }

    void namesAboveTheTableBecomeTheClasses()
    {
        save("3,2,malignant,benign\n1,2,0\n3,4,1\n5,6,1\n");
        const Result<DataParts> parts = open(Json::object());
        QVERIFY(parts);
        QCOMPARE(parts->train->fields()[1].classNames, (std::vector<std::string>{"malignant", "benign"}));
        QCOMPARE(numbers(*parts->train, 0, "3"), std::vector<float>{0});
        QVERIFY(parts->notes.empty());
    }

    void decimalCommasAreReadWhereSomethingElseSeparates()
    {
        save("x;y\n1,5;2,25\n-3;4\n");
        const Result<DataParts> parts = open(Json::object());
        QVERIFY(parts);
        QCOMPARE(numbers(*parts->train, 0, "x"), std::vector<float>{1.5F});
        QCOMPARE(numbers(*parts->train, 0, "y"), std::vector<float>{2.25F});
        QCOMPARE(numbers(*parts->train, 1, "x"), std::vector<float>{-3});
    }

    void numbersAreKeptExactlyHoweverSmall()
    {
        save("a,b,c,d,y\n0,0,-1,70000,0.5\n255,65535,3,1,1e-30\n7,256,2,0,-2.5\n");
        const Result<DataParts> parts = open(Json::object());
        QVERIFY(parts);
        QCOMPARE(numbers(*parts->train, 0, "features"), (std::vector<float>{0, 0, -1, 70000}));
        QCOMPARE(numbers(*parts->train, 1, "features"), (std::vector<float>{255, 65535, 3, 1}));
        QCOMPARE(numbers(*parts->train, 2, "features"), (std::vector<float>{7, 256, 2, 0}));
        QCOMPARE(numbers(*parts->train, 1, "y"), std::vector<float>{1e-30F});
    }

    void theTestPartIsTakenByTheSeed()
    {
        QByteArray text = "x,y\n";
        for (int i = 0; i < 101; ++i)
            text += QByteArray::number(i) + "," + QByteArray::number(i % 2 + 0.5) + "\n";
        save(text);
        const auto column = [](const DatasetPtr& set) {
            std::vector<float> all;
            for (Index i = 0; i < set->size(); ++i)
                all.push_back(numbers(*set, i, "x")[0]);
            return all;
        };
        const Json options{{"shuffle", true}, {"test_fraction", 0.2}};
        const Result<DataParts> parts = open(options, 5);
        QVERIFY(parts && parts->test);
        QCOMPARE(parts->test->size(), 21); // rounded up, as scikit-learn does
        QCOMPARE(parts->train->size(), 80);
        std::vector<float> all = column(parts->train);
        QVERIFY(!std::is_sorted(all.begin(), all.end()));
        const std::vector<float> test = column(parts->test);
        all.insert(all.end(), test.begin(), test.end());
        std::sort(all.begin(), all.end());
        std::vector<float> wanted(101);
        std::iota(wanted.begin(), wanted.end(), 0.0F);
        QCOMPARE(all, wanted);
        QCOMPARE(column(open(options, 5)->test), test);
        QVERIFY(column(open(options, 6)->test) != test);

        const Result<DataParts> tail = open({{"test_fraction", 0.2}});
        QVERIFY(tail);
        QCOMPARE(column(tail->test).front(), 80.0F);
        QCOMPARE(column(tail->train).front(), 0.0F);
    }

    void missingValuesAreToldLeftOutOrFilled()
    {
        save("x,kind,y\n1,a,1\n,b,2\n3,?,3\n5,b,NA\n8,a,4.5\n");
        const Faults faults = faultsOf(Json::object());
        QCOMPARE(faults.size(), std::size_t{3});
        QVERIFY2(sentence(faults[0]).starts_with("The column 'x' has no value in 1 row(s): 3, "),
                 sentence(faults[0]).c_str());
        QCOMPARE(faults[1].where.path, std::string("row 4"));

        const Result<DataParts> dropped = open({{"missing", "drop"}});
        QVERIFY(dropped);
        QCOMPARE(dropped->train->size(), 2);
        QCOMPARE(dropped->train->sampleName(1), std::string("row 6"));
        QCOMPARE(dropped->notes, std::vector<std::string>{"3 of 5 rows lack a value and are left out"});

        const Result<DataParts> filled = open({{"missing", "mean"}});
        QVERIFY(filled);
        QCOMPARE(filled->train->size(), 4); // a row without its target teaches nothing
        QCOMPARE(numbers(*filled->train, 1, "features"), (std::vector<float>{4, 0, 1})); // mean of 1, 3, 8
        QCOMPARE(numbers(*filled->train, 2, "features"), (std::vector<float>{3, 0, 0})); // no category
        QVERIFY(filled->learned["features"][0]["mean"] == Json(4.0));
    }

    void theMeanIsThatOfTheTrainingPart()
    {
        save("x,y\n1,1\n3,2\n,3\n100,4.5\n,5\n");
        const Result<DataParts> parts = open({{"missing", "mean"}, {"test_fraction", 0.4}});
        QVERIFY(parts);
        QCOMPARE(numbers(*parts->train, 2, "x"), std::vector<float>{2});
        QCOMPARE(numbers(*parts->test, 1, "x"), std::vector<float>{2});
    }

    void aWeightColumnIsNoFeature()
    {
        save("x,w,y\n1,0.5,1.5\n2,2,2.5\n");
        const Result<DataParts> parts = open({{"weight", "w"}});
        QVERIFY(parts);
        QCOMPARE(parts->weightField, std::string("w"));
        QCOMPARE(parts->inputFields, std::vector<std::string>{"x"});
        QCOMPARE(numbers(*parts->train, 0, "w"), std::vector<float>{0.5F});
    }

    void severalTargetsAreOneOrSeveral()
    {
        save("x,a,b\n1,0,2.5\n2,1,3.5\n");
        const Result<DataParts> together = open({{"target", {"a", "b"}}});
        QVERIFY(together);
        QCOMPARE(together->targetFields, std::vector<std::string>{"targets"});
        QCOMPARE(numbers(*together->train, 1, "targets"), (std::vector<float>{1, 3.5F}));
        const Result<DataParts> apart = open({{"target", {"a", "b"}}, {"separate", true}});
        QVERIFY(apart);
        QCOMPARE(apart->targetFields, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(apart->train->fields()[1].kind, DataKind::Class);
    }

    void featuresCanBeASequence()
    {
        save("a,b,c,d,y\n1,2,3,4,5.5\n2,3,4,5,6.5\n");
        const Result<DataParts> parts = open({{"shape", {2, 2}}});
        QVERIFY(parts);
        QCOMPARE(parts->train->fields()[0].shape, (Shape{2, 2}));
        const Faults faults = faultsOf({{"shape", {3, 2}}});
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].where.path, std::string("data.options.shape"));
        QVERIFY(!faultsOf({{"shape", {1000000, 1000000, 1000000, 1000000}}}).empty());
    }

    void textsCanBeSequencesOfLettersAndWords()
    {
        save("text,next\nhell,o\nappl,e\nab,c\n");
        const Result<DataParts> letters = open({{"text", "letters"}});
        QVERIFY(letters);
        QCOMPARE(letters->inputFields, std::vector<std::string>{"text"});
        const DataField& field = letters->train->fields()[0];
        QCOMPARE(field.shape, Shape{4});
        QVERIFY(field.ids);
        // By frequency, then as met: l 3, a 2, p 2, h, e, b.
        QCOMPARE(numbers(*letters->train, 0, "text"), (std::vector<float>{5, 6, 2, 2}));
        QCOMPARE(numbers(*letters->train, 2, "text"), (std::vector<float>{0, 0, 3, 7}));
        const Result<DataParts> rows = open({{"text", "letters"}, {"one_hot", true}, {"padding", "post"}});
        QVERIFY(rows);
        QCOMPARE(rows->train->fields()[0].shape, (Shape{4, 8}));
        const std::vector<float> values = numbers(*rows->train, 2, "text");
        QCOMPARE(values[3], 1.0F); // a
        QCOMPARE(values[8 + 7], 1.0F); // b
        QCOMPARE(values[16], 1.0F); // padding
        QCOMPARE(std::accumulate(values.begin(), values.end(), 0.0F), 4.0F);

        save(QString::fromUtf8("text,y\n\"The horse, the HORSE runs!\",1.5\n말이 뛰고 있다,2.5\n").toUtf8());
        const Result<DataParts> words = open({{"text", "words"}, {"sequence_length", 4}, {"vocabulary", 3}});
        QVERIFY(words);
        // the 2, horse 2, runs 1; the rest is unknown. The last four of five.
        QCOMPARE(numbers(*words->train, 0, "text"), (std::vector<float>{3, 2, 3, 4}));
        QCOMPARE(numbers(*words->train, 1, "text"), (std::vector<float>{0, 1, 1, 1}));
    }

    void anotherTableIsReadWithWhatWasLearned()
    {
        save("kind,x,y\na,1,no\nb,,yes\nc,3,no\n");
        const Result<DataParts> parts = open({{"missing", "mean"}});
        QVERIFY(parts);
        const auto ask = [&](const QByteArray& text) {
            save(text, "other.csv");
            return openTable(m_folder.filePath("other.csv").toStdString(), parts->learned, {4});
        };
        // Columns in another order, others between, another separator, no target.
        const Result<DatasetPtr> asked = ask("x;remark;kind\n7,5;good;c\n;none;a\n");
        QVERIFY2(asked, asked ? "" : sentence(asked.faults()).c_str());
        QCOMPARE((*asked)->size(), 2);
        QCOMPARE(numbers(**asked, 0, "features"), (std::vector<float>{0, 0, 1, 7.5F}));
        QCOMPARE(numbers(**asked, 1, "features"), (std::vector<float>{1, 0, 0, 2}));
        QCOMPARE((*asked)->sampleName(0), std::string("row 2"));
        const Result<DatasetPtr> unknown = ask("kind,x\nd,1\n");
        QVERIFY(!unknown);
        QVERIFY2(sentence(unknown.faults()).find("use one of: a, b, c") != std::string::npos,
                 sentence(unknown.faults()).c_str());
        QVERIFY(!ask("kind,z\na,1\n"));
        QVERIFY(!ask("kind,x\na,many\n"));
        QVERIFY(!openTable(m_folder.filePath("other.csv").toStdString(), Json{{"features", 1}}, {4}));

        // The same when a model is evaluated on it: classes keep their numbers.
        save("kind,x,y\na,1,yes\na,1,yes\n");
        const Json options{{"missing", "mean"}};
        const Result<DataParts> again = open(options, 1, &parts->learned);
        QVERIFY(again);
        QCOMPARE(again->train->fields()[1].classNames, (std::vector<std::string>{"no", "yes"}));
        QCOMPARE(numbers(*again->train, 0, "y"), std::vector<float>{1});
        // Asked differently, it is learned anew.
        QCOMPARE(open(Json::object(), 1, &parts->learned)->train->fields()[1].classNames,
                 std::vector<std::string>{"yes"});
    }

    void aTableWithoutLearningIsNumbersAlone()
    {
        save("a,b\n1,2\n3,4\n");
        const std::string path = m_folder.filePath("table.csv").toStdString();
        const Result<DatasetPtr> rows = openTable(path, Json(), {2});
        QVERIFY(rows);
        QCOMPARE(numbers(**rows, 1, "features"), (std::vector<float>{3, 4}));
        QVERIFY(!openTable(path, Json(), {3}));
    }
};

LAMINA_TEST(CsvSourceTest)
#include "csv_source_test.moc"
