// JSON read with complaints by line and column, and written for people.
#include "engine/formats/json_printer.h"
#include "engine/formats/json_reader.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

class JsonTextTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongTextIsToldByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing comma") << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << "line 3, column 5";
        QTest::newRow("cut off") << QByteArray("{\n  \"a\": [1, 2") << "line 2, column 13";
        QTest::newRow("characters, not bytes") << QByteArray("{ \"손글씨\": ! }") << "line 1, column 10";
        QTest::newRow("nothing") << QByteArray() << "line 1, column 1";
        QTest::newRow("more after the end") << QByteArray("{}\n{}") << "line 2, column 1";
        QTest::newRow("no UTF-8") << QByteArray("{ \"a\": \"\xff\" }") << "line 1, column";
        QTest::newRow("too large a number") << QByteArray("[\n 1e999 ]") << "line 2";
        QTest::newRow("zero byte") << QByteArray("{}\0", 3) << "line 1, column 3";
    }
    void wrongTextIsToldByLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const Result<Json> json = readJson(text.toStdString(), "file.lamina");
        QVERIFY(!json);
        const QString told = QString::fromStdString(sentence(json.faults()));
        QVERIFY2(told.contains(words), qPrintable(told));
        QVERIFY2(told.contains("file.lamina"), qPrintable(told));
    }

    void aKeyThatStandsTwiceIsTold()
    {
        const Result<Json> json = readJson(R"({"a": [0, {"b": {"c": 1, "d": 2, "c": 3}}], "a": 2})", "f");
        QVERIFY(!json);
        QCOMPARE(json.faults().size(), std::size_t{2});
        QCOMPARE(json.faults()[0].where.path, std::string("a[1].b.c"));
        QCOMPARE(json.faults()[1].where.path, std::string("a"));
    }

    void endlessNestingIsRefused()
    {
        QVERIFY(readJson(std::string(100, '[') + std::string(100, ']'), "f"));
        QVERIFY(!readJson(std::string(101, '[') + std::string(101, ']'), "f"));
        QVERIFY(!readJson(std::string(1'000'000, '['), "f"));
    }

    void valuesReadAsTheLibraryReadsThem()
    {
        const std::string text =
            R"({"a": [1, -2, 2.5, 18446744073709551615, true, null, "x\n", {}, []], "b": {"c": {"d": [[1], [2]]}}})";
        QVERIFY(*readJson(text, "f") == Json::parse(text));
        QVERIFY(*readJson("\xEF\xBB\xBF 7", "f") == Json(7)); // a mark that some editors put before
    }

    void printedTextReadsBackAsTheSameValue()
    {
        const OrderedJson value = {
            {"z", 1},          {"a", {1.0, 0.1, 1e-7, 1e300}},   {"text", "é\"\\\n"},
            {"none", nullptr}, {"empty", OrderedJson::object()}, {"list", OrderedJson::array()}};
        for (const int levels : {0, 1, 5})
            QVERIFY(OrderedJson::parse(printJson(value, levels)) == value);
        QCOMPARE(printJson(OrderedJson{{"b", {1, 2}}, {"a", 1.0}}, 0),
                 std::string("{ \"b\": [1, 2], \"a\": 1.0 }\n"));
        QCOMPARE(printJson(OrderedJson{{"b", {1, 2}}}, 1), std::string("{\n  \"b\": [1, 2]\n}\n"));
        OrderedJson objects = OrderedJson::array();
        objects.push_back(OrderedJson{{"a", 1}});
        QCOMPARE(printJson(objects, 0), std::string("[\n  { \"a\": 1 }\n]\n"));
    }

    void whatDoesNotFitOnALineIsBroken()
    {
        OrderedJson list = OrderedJson::array();
        for (int i = 0; i < 100; ++i)
            list.push_back("word");
        const std::string text = printJson(OrderedJson{{"list", list}}, 0);
        for (const QString& line : QString::fromStdString(text).split('\n'))
            QVERIFY(line.size() <= 150);
        QVERIFY(OrderedJson::parse(text)["list"] == list);
    }
};

LAMINA_TEST(JsonTextTest)
#include "json_text_test.moc"
