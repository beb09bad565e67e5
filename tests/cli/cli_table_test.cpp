// Tables on the command line: trained on, evaluated, and asked a row at a time.
#include "program.h"
#include "tests/support/run.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace {
// Two kinds of dots that a single line parts; x in the hundreds, so that nothing is learnt of raw values.
QByteArray dots(int count, int from)
{
    QByteArray text = "x;y;colour\n";
    for (int i = from; i < from + count; ++i) {
        const double x = 500 + 300 * std::sin(i * 12.9898);
        const double y = 0.5 * std::cos(i * 78.233);
        text += QByteArray::number(x, 'f', 2).replace('.', ',') + ";"
            + QByteArray::number(y, 'f', 4).replace('.', ',') + ";" + (x / 600 + y > 0.85 ? "red" : "blue")
            + "\n";
    }
    return text;
}

QByteArray project(const QByteArray& data, int epochs = 30)
{
    return R"({
  "format": "lamina-project", "version": 1, "name": "Dots", "seed": 3,
  "data": { "source": "csv", "options": { "path": "dots.csv", "target": "colour" },
            "validation_split": 0.2, )"
        + data + R"( },
  "model": { "layers": [
      { "class_name": "InputLayer", "name": "input", "config": { "shape": [2] }, "inputs": [] },
      { "class_name": "Dense", "name": "hidden", "config": { "units": 8, "activation": "relu" }, "inputs": ["input"] },
      { "class_name": "Dense", "name": "colour", "config": { "units": 2, "activation": "softmax" }, "inputs": ["hidden"] } ] },
  "training": { "epochs": )"
        + QByteArray::number(epochs)
        + R"(, "batch_size": 16, "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"],
                "optimizer": { "class_name": "Adam", "config": { "learning_rate": 0.02 } } }
})";
}

const QByteArray normalised = R"("preprocess": [ { "class_name": "Normalization", "config": {} } ])";
} // namespace

class CliTableTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(writeFile(m_folder.filePath("dots.csv"), dots(300, 0)));
        QVERIFY(writeFile(m_folder.filePath("dots.lamina"), project(normalised)));
        const Finished trained =
            runProgram({"train", "dots.lamina", "-o", "run", "--quiet"}, m_folder.path());
        QVERIFY2(trained.status == 0, qPrintable(trained.error));
    }

    void everyRowGetsAnAnswer()
    {
        // The columns in another order, with another separator, and no answer among them.
        QVERIFY(writeFile(m_folder.filePath("new.csv"), "y,x\n-0.4,250\n0.4,790\n"));
        const Finished asked = runProgram({"predict", "run", "new.csv", "--json"}, m_folder.path());
        QCOMPARE(asked.status, 0);
        const QList<QJsonObject> rows = asked.objects();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["file"].toString(), "new.csv");
        QCOMPARE(rows[0]["row"].toString(), "row 2");
        QCOMPARE(rows[0]["class"].toString(), "blue");
        QCOMPARE(rows[1]["class"].toString(), "red");
        QVERIFY(rows[0]["probability"].toDouble() > 0.9);
        QCOMPARE(rows[0]["probabilities"].toArray().size(), 2);

        const Finished words = runProgram({"predict", "run", "new.csv"}, m_folder.path());
        QCOMPARE(words.status, 0);
        QVERIFY2(words.output.startsWith("new.csv, row 2: blue "), qPrintable(words.output));
        QCOMPARE(words.output.count('\n'), 2);
    }

    // More rows than are asked at once, answered as by evaluate.
    void manyRowsAreAnsweredAsOneByOne()
    {
        QVERIFY(writeFile(m_folder.filePath("many.csv"), dots(150, 1000)));
        const Finished all = runProgram({"predict", "run", "many.csv", "--json"}, m_folder.path());
        QCOMPARE(all.status, 0);
        QCOMPARE(all.objects().size(), 150);
        const QList<QByteArray> lines = dots(150, 1000).split('\n');
        QVERIFY(writeFile(m_folder.filePath("one.csv"), lines[0] + "\n" + lines[100] + "\n"));
        const Finished one = runProgram({"predict", "run", "one.csv", "--json"}, m_folder.path());
        QCOMPARE(one.objects().size(), 1);
        QCOMPARE(one.objects()[0]["probabilities"], all.objects()[99]["probabilities"]);
    }

    void evaluationUsesWhatTheModelLearned()
    {
        const Finished own = runProgram({"evaluate", "run", "--json"}, m_folder.path());
        QCOMPARE(own.status, 0);
        QVERIFY2(own.objects()[0]["accuracy"].toDouble() > 0.9, qPrintable(own.output));

        // On a table of one colour and a narrow range, scaling and classes are still those of the training.
        QByteArray red = "x;y;colour\n";
        for (const QByteArray& line : dots(300, 2000).split('\n'))
            if (line.endsWith("red"))
                red += line + "\n";
        QVERIFY(writeFile(m_folder.filePath("red.csv"), red));
        QVERIFY(
            writeFile(m_folder.filePath("red.lamina"), project(normalised).replace("dots.csv", "red.csv")));
        const Finished other =
            runProgram({"evaluate", "run", "--project", "red.lamina", "--json"}, m_folder.path());
        QVERIFY2(other.status == 0, qPrintable(other.error));
        QVERIFY2(other.objects()[0]["accuracy"].toDouble() > 0.9, qPrintable(other.output));
    }

    void aBadTableIsToldAndTheOthersAreAnswered()
    {
        QVERIFY(writeFile(m_folder.filePath("bad.csv"), "x;y\n1;2\nmany;3\n"));
        QVERIFY(writeFile(m_folder.filePath("good.csv"), "x;y\n250;0\n"));
        const Finished asked =
            runProgram({"predict", "run", "bad.csv", "good.csv", "--json"}, m_folder.path());
        QCOMPARE(asked.status, 3);
        QVERIFY2(asked.saysOneError(), qPrintable(asked.error));
        QVERIFY2(asked.error.contains("bad.csv, row 3"), qPrintable(asked.error));
        QCOMPARE(asked.objects().size(), 1);
        QCOMPARE(asked.objects()[0]["file"].toString(), "good.csv");
    }

    void aWrongColumnIsAFaultOfTheProject()
    {
        QVERIFY(writeFile(m_folder.filePath("wrong.lamina"),
                          project(normalised).replace("\"colour\" }", "\"color\" }")));
        const Finished trained =
            runProgram({"train", "wrong.lamina", "-o", "wrong", "--quiet"}, m_folder.path());
        QCOMPARE(trained.status, 3);
        QVERIFY2(trained.saysOneError(), qPrintable(trained.error));
        QVERIFY2(trained.error.contains("do you mean 'colour'?"), qPrintable(trained.error));
    }
};

LAMINA_TEST(CliTableTest)
#include "cli_table_test.moc"
