// What a part's fields let through, and the sentences for what they do not.
#include "engine/core/fields.h"
#include "tests/support/run.h"

#include <QFloat16> // QTest compares with it, and Json must know it whole
#include <QTest>

#include <array>

using namespace lamina;

namespace {
constexpr std::array paddings{"valid", "same"};
const std::array someFields{
    Field{.name = "units",
          .kind = FieldKind::Whole,
          .defaultJson = nullptr,
          .label = {},
          .help = {},
          .minimum = 1,
          .maximum = 10},
    Field{.name = "rate",
          .kind = FieldKind::Real,
          .defaultJson = "0.5",
          .label = {},
          .help = {},
          .minimum = 0,
          .maximum = 1,
          .minimumExcluded = true},
    Field{.name = "padding",
          .kind = FieldKind::Choice,
          .defaultJson = "\"valid\"",
          .label = {},
          .help = {},
          .choices = paddings},
    Field{.name = "strides",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = {},
          .help = {},
          .minimum = 1,
          .maximum = 9,
          .listLength = 2,
          .orNull = true},
    Field{.name = "around",
          .kind = FieldKind::WholeList,
          .defaultJson = "[[1, 1], [1, 1]]",
          .label = {},
          .help = {},
          .minimum = 0,
          .maximum = 9,
          .listLength = 2,
          .inPairs = true},
    Field{.name = "every",
          .kind = FieldKind::Whole,
          .defaultJson = "\"epoch\"",
          .label = {},
          .help = {},
          .minimum = 1,
          .maximum = 1e9,
          .orWord = "epoch"},
    Field{.name = "seed", .kind = FieldKind::Whole, .defaultJson = "null", .label = {}, .help = {}},
};

std::string faultsOf(const char* config)
{
    return sentence(check(someFields, Json::parse(config), {"p.lamina", "model.layers[1].config", {}}));
}
} // namespace

class FieldsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsGoodIsLetThrough()
    {
        for (const char* config :
             {R"({"units": 1})", R"({"units": 10.0, "rate": 1})", R"({"units": 3, "strides": null})",
              R"({"units": 3, "strides": 2, "padding": "same"})", R"({"units": 3, "strides": [1, 9]})",
              R"({"units": 3, "every": "epoch"})", R"({"units": 3, "every": 7, "seed": null})",
              R"({"units": 3, "seed": -9007199254740992})"})
            QCOMPARE(faultsOf(config), std::string());
    }

    void whatIsBadIsTold_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("told");
        const QString place = ", p.lamina, model.layers[1].config.";
        QTest::newRow("missing") << "{}"
                                 << "'units' is missing" + place + "units, give a whole number";
        QTest::newRow("unknown") << R"({"units": 1, "unitz": 2})"
                                 << "There is no setting 'unitz' here" + place
                + "unitz, use one of: units, rate, padding, strides, around, every, seed";
        QTest::newRow("not whole") << R"({"units": 1.5})"
                                   << "'units' cannot be 1.5" + place + "units, give a whole number";
        QTest::newRow("out of limits")
            << R"({"units": 11})"
            << "'units' cannot be 11" + place + "units, give a number from 1 to 10";
        QTest::newRow("excluded") << R"({"units": 1, "rate": 0})"
                                  << "'rate' cannot be 0" + place + "rate, give a number above 0 and up to 1";
        QTest::newRow("another word")
            << R"({"units": 1, "padding": "Same"})"
            << "'padding' cannot be \"Same\"" + place + "padding, give one of: valid, same";
        QTest::newRow("too long") << R"({"units": 1, "strides": [1, 2, 3]})"
                                  << "'strides' cannot be [1,2,3]" + place
                + "strides, give a whole number or a list of 2 of them";
        QTest::newRow("one of a list")
            << R"({"units": 1, "strides": [0, 1]})"
            << "'strides' cannot be [0,1]" + place + "strides, give a number from 1 to 9";
        QTest::newRow("neither word nor number")
            << R"({"units": 1, "every": "batch"})"
            << "'every' cannot be \"batch\"" + place + "every, give a whole number, or 'epoch'";
        QTest::newRow("null where there is none")
            << R"({"units": null})"
            << "'units' cannot be null" + place + "units, give a whole number";
        QTest::newRow("more than a computer holds")
            << R"({"units": 1, "seed": 1e300})"
            << "'seed' cannot be 1e+300" + place + "seed, give a whole number";
        QTest::newRow("no object") << "[]"
                                   << "The settings are not an object, p.lamina, model.layers[1].config, "
                                      "write them as { \"name\": value }";
    }
    void whatIsBadIsTold()
    {
        QFETCH(QString, config);
        QFETCH(QString, told);
        QCOMPARE(QString::fromStdString(faultsOf(qPrintable(config))), told);
    }

    void allFaultsAreFound()
    {
        QCOMPARE(check(someFields, Json::parse(R"({"rate": 7, "x": 1})"), {}).size(), std::size_t(3));
    }

    void pairsAreWrittenAsOneNumberOneForEachAxisOrTwo()
    {
        const auto numbers = [](const char* config) {
            return Attributes(someFields, Json::parse(config)).wholes("around");
        };
        QCOMPARE(numbers("{}"), (std::vector<Index>{1, 1, 1, 1}));
        QCOMPARE(numbers(R"({"around": 3})"), (std::vector<Index>{3, 3, 3, 3}));
        QCOMPARE(numbers(R"({"around": [0, 3]})"), (std::vector<Index>{0, 0, 3, 3}));
        QCOMPARE(numbers(R"({"around": [[1, 2], 3]})"), (std::vector<Index>{1, 2, 3, 3}));
        QVERIFY(faultsOf(R"({"units": 1, "around": [[1, 2], [3, 4]]})").empty());
        for (const char* bad : {"[1, 2, 3]", "[[1, 2, 3], 4]", "[[1], 2]", "[[1, 2.5], 2]", "[[1, [2]], 3]"})
            QVERIFY2(faultsOf((R"({"units": 1, "around": )" + std::string(bad) + "}").c_str()).find("2 pairs")
                         != std::string::npos,
                     bad);
        QVERIFY(faultsOf(R"({"units": 1, "around": [[1, -1], 3]})").find("from 0 to 9") != std::string::npos);
        QVERIFY(faultsOf(R"({"units": 1, "strides": [[1, 1], [2, 2]]})").find("strides")
                != std::string::npos);
    }

    void listsAreSpelledOutAsKerasWritesThem()
    {
        const auto spelled = [](const char* name, const char* value) {
            return spelledOut(*findField(someFields, name), Json::parse(value));
        };
        QCOMPARE(spelled("strides", "3"), (Json{3, 3}));
        QCOMPARE(spelled("strides", "[3, 4]"), (Json{3, 4}));
        QCOMPARE(spelled("strides", "null"), Json());
        QCOMPARE(spelled("around", "2"), Json::parse("[[2, 2], [2, 2]]"));
        QCOMPARE(spelled("around", "[1, 2]"), Json::parse("[[1, 1], [2, 2]]"));
        QCOMPARE(spelled("around", "[[1, 2], [3, 4]]"), Json::parse("[[1, 2], [3, 4]]"));
        QCOMPARE(spelled("units", "5"), Json(5));
    }

    void aMissingValueIsTheDefaultAndOneNumberStandsForAll()
    {
        const Attributes attributes(someFields, Json::parse(R"({"units": 4, "strides": 3})"));
        QCOMPARE(attributes.whole("units"), Index(4));
        QCOMPARE(attributes.real("rate"), 0.5);
        QCOMPARE(attributes.text("padding"), std::string("valid"));
        QCOMPARE(attributes.wholes("strides"), (std::vector<Index>{3, 3}));
        QVERIFY(Attributes(someFields, Json::object()).isNull("strides"));
        QVERIFY(attributes.has("every") && !attributes.has("other"));
    }
};

LAMINA_TEST(FieldsTest)
#include "fields_test.moc"
