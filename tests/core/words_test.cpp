// Texts, faults, shapes and numbers as people read them.
#include "engine/core/fault.h"
#include "engine/core/numbers.h"
#include "engine/core/shape.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

class WordsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void argumentsStandWhereTheyBelong()
    {
        const Text text(LAMINA_TEXT("test", "%2 of %1, 100% and %3"), 7, "two");
        QCOMPARE(render(text), std::string("two of 7, 100% and %3"));
        QCOMPARE(render(Text(LAMINA_TEXT("test", "%1%2"), "%2", 0.1)), std::string("%20.1")); // never twice
        const Translate korean = [](TextId) { return std::string("%1의 %2"); };
        QCOMPARE(render(text, korean), std::string("7의 two"));
    }

    void aFaultIsOneSentenceOnOneLine()
    {
        const Fault fault{FaultKind::Input,
                          LAMINA_TEXT("test", "It\nbroke"),
                          {"a.lamina", "model", "conv"},
                          LAMINA_TEXT("test", "mend it")};
        QCOMPARE(sentence(fault), std::string("It broke, a.lamina, model, layer 'conv', mend it"));
        const Fault bare{FaultKind::Usage, LAMINA_TEXT("test", "No"), {}, {}};
        QCOMPARE(sentence(Faults{bare, bare}), std::string("No; No"));
    }

    void theFirstFaultDecidesTheExitStatus()
    {
        const auto of = [](FaultKind kind) { return Fault{kind, LAMINA_TEXT("test", "No"), {}, {}}; };
        QCOMPARE(exitStatus({}), 0);
        QCOMPARE(exitStatus({of(FaultKind::Usage)}), 2);
        QCOMPARE(exitStatus({of(FaultKind::Input), of(FaultKind::Runtime)}), 3);
        QCOMPARE(exitStatus({of(FaultKind::Runtime), of(FaultKind::Usage)}), 1);
    }

    void shapesAreWrittenAsInPython()
    {
        QCOMPARE(Shape({28, 28, 1}).text(), std::string("(28, 28, 1)"));
        QCOMPARE(Shape({10}).text(), std::string("(10,)"));
        QCOMPARE(Shape().text(), std::string("()"));
        QCOMPARE(Shape({10}).textWithBatch(), std::string("(None, 10)"));
        QCOMPARE(Shape().textWithBatch(), std::string("(None,)"));
        QCOMPARE(Shape({2, 3})[-1], Index(3));
        QCOMPARE(Shape().elements(), Index(1));
    }

    void numbersReadBackAsTheyWere()
    {
        QCOMPARE(shortest(0.1), std::string("0.1"));
        QCOMPARE(shortest(0.1F), std::string("0.1"));
        QCOMPARE(shortest(1e-7), std::string("1e-07"));
        for (const double value : {1.0 / 3, 1e300, -0.0, 5e-324})
            QCOMPARE(toNumber(shortest(value)), std::optional(value));
        QVERIFY(!toNumber("1.5x") && !toNumber("") && !toNumber("1,5"));
    }
};

LAMINA_TEST(WordsTest)
#include "words_test.moc"
