// A model leaves as Keras' files and comes back as a project, through the command line.
#include "program.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

class ImportExportTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFile(path("small.lamina"), smallProject(1)));
        QCOMPARE(lamina({"train", "small.lamina", "-o", "run", "--quiet"}).status, 0);
        m_evaluated = lamina({"evaluate", "run", "--json"}).output;
        QVERIFY(m_evaluated.contains("loss"));
    }

    void aRunIsExportedAndMeansTheSame_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("Keras 2") << "keras-h5";
        QTest::newRow("Keras 3") << "keras";
    }
    void aRunIsExportedAndMeansTheSame()
    {
        QFETCH(QString, format);
        // What kind a file is, is told by its content: the name says nothing.
        const Finished written = lamina({"export", "run", "--to", format, "-o", "model.bin"});
        QVERIFY2(written.status == 0, qPrintable(written.error));
        QCOMPARE(lamina({"evaluate", "model.bin", "--project", "small.lamina", "--json"}).output,
                 m_evaluated);
        const QString table = lamina({"summary", "model.bin"}).output;
        QVERIFY2(table.contains("Total params:"), qPrintable(table));

        const Finished imported = lamina({"import", "model.bin", "-o", "again.lamina"});
        QVERIFY2(imported.status == 0, qPrintable(imported.error));
        QVERIFY(QFile::exists(path("again_weights.h5")));
        const Finished trained =
            lamina({"train", "again.lamina", "-o", "run-" + format, "--epochs", "1", "--json"});
        QVERIFY2(trained.status == 0, qPrintable(trained.error));
        QVERIFY(trained.objects().last()["reason"] == "completed");
    }

    // The imported project goes on where the run stood: same weights, same optimizer, so the same next epoch.
    void trainingGoesOnFromAnImportedModel()
    {
        QCOMPARE(lamina({"export", "run", "--to", "keras", "-o", "model.keras"}).status, 0);
        QCOMPARE(lamina({"import", "model.keras", "-o", "other.lamina"}).status, 0);
        QByteArray project = readFile(path("small.lamina"));
        QVERIFY(project.contains("\"layers\""));
        project.replace("\"layers\"", "\"weights\": \"other_weights.h5\", \"layers\"");
        QVERIFY(writeFile(path("goes-on.lamina"), project));
        const Finished anew = lamina({"train", "small.lamina", "-o", "anew", "--json"});
        const Finished goesOn = lamina({"train", "goes-on.lamina", "-o", "goes-on", "--json"});
        QCOMPARE(goesOn.status, 0);
        QVERIFY(goesOn.objects().first()["loss"].toDouble() < anew.objects().first()["loss"].toDouble());
    }

    void aProgramIsWrittenOfProjectRunAndModel_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("library");
        QTest::newRow("Keras") << "keras-code"
                               << "from tensorflow import keras";
        QTest::newRow("PyTorch") << "pytorch-code"
                                 << "import torch";
    }
    void aProgramIsWrittenOfProjectRunAndModel()
    {
        QFETCH(QString, format);
        QFETCH(QString, library);
        QCOMPARE(lamina({"export", "run", "--to", "keras-h5", "-o", "plain.h5"}).status, 0);
        for (const char* from : {"small.lamina", "run", "plain.h5"}) {
            QFile::remove(path("program.npz"));
            const Finished written = lamina({"export", from, "--to", format, "-o", "program.py"});
            QVERIFY2(written.status == 0, qPrintable(written.error));
            const QString text = QString::fromUtf8(readFile(path("program.py")));
            QVERIFY2(text.contains(library) && text.contains("\"program.h5\""), qPrintable(text));
            // A model alone has no data to be trained on.
            const bool trains = from != QByteArray("plain.h5");
            QCOMPARE(text.contains("def load_data():"), trains);
            QCOMPARE(QFile::exists(path("program.npz")), trains);
        }
        // What numpy.load() reads: a zip of arrays that say their kind and shape.
        const QByteArray data = [&] {
            lamina({"export", "small.lamina", "--to", format, "-o", "program.py"});
            return readFile(path("program.npz"));
        }();
        for (const char* part : {"x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy", "\x93NUMPY\x01",
                                 "'descr': '<i8', 'fortran_order': False, 'shape': ("})
            QVERIFY2(data.contains(part), part);
        const Finished refused = lamina({"export", "none.lamina", "--to", format, "-o", "x.py"});
        QCOMPARE(refused.status, 3);
        QVERIFY(refused.saysOneError() && !QFile::exists(path("x.py")));
    }

    void whatIsNoModelIsRefused()
    {
        QVERIFY(writeFile(path("text.h5"), "this is no model"));
        for (const QStringList& call : {QStringList{"import", "text.h5", "-o", "x.lamina"},
                                        QStringList{"import", "none.h5", "-o", "x.lamina"},
                                        QStringList{"export", "text.h5", "--to", "keras", "-o", "x.keras"}}) {
            const Finished refused = lamina(call);
            QCOMPARE(refused.status, 3);
            QVERIFY2(refused.saysOneError(), qPrintable(refused.error));
        }
        QVERIFY(!QFile::exists(path("x.lamina")));
        const Finished usage = lamina({"export", "run", "--to", "caffe", "-o", "x"});
        QCOMPARE(usage.status, 2);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Finished lamina(const QStringList& arguments) const { return runProgram(arguments, m_folder.path()); }

    QTemporaryDir m_folder;
    QString m_evaluated;
};

LAMINA_TEST(ImportExportTest)
#include "cli_import_export_test.moc"
