// Models of Keras through the window: opened, dropped, trained a little and exported by the File menu.
#include "app/language.h"
#include "app/main_window.h"
#include "engine/formats/keras_h5.h"
#include "tests/support/run.h"
#include "tests/window/drop.h"
#include "widgets/common/message_bar.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

using namespace lamina;

namespace {
// What a file of Keras holds: a chain over 4 numbers, with numbers of its own.
ModelSpec chain(const char* last)
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {4}}}, {}},
                    {"Dense", "hidden", {{"units", 5}, {"activation", "relu"}}, {{"input"}}},
                    {"Dense", last, {{"units", 3}, {"activation", "softmax"}}, {{"hidden"}}}};
    return model;
}

// Trained in a moment; Keras could not build the layer's name.
Project clouds()
{
    Project project;
    project.data.options = {{"generator", "blobs"}, {"train", 64}, {"test", 16}};
    project.model.layers = {{"InputLayer", "input", {{"shape", {2}}}, {}},
                            {"Dense", "my digit", {{"units", 4}, {"activation", "softmax"}}, {{"input"}}}};
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    return project;
}

QString write(const QString& path, const ModelSpec& model, bool archive)
{
    const Network network = *Network::make(model);
    const Buffer weights = network.initialWeights(11);
    const ModelToSave saved{.network = &network, .weights = &weights};
    const Result<void> written =
        archive ? writeKerasArchive(path.toStdString(), saved) : writeKerasH5(path.toStdString(), saved);
    return written ? path : QString();
}

// Answers the dialog that the next action opens, as a person who types the path would.
void choose(const QString& path, bool whateverItIs = false)
{
    QTimer::singleShot(0, [path, whateverItIs] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path);
        if (whateverItIs)
            static_cast<QDialog*>(dialog)->done(QDialog::Accepted);
        else
            QMetaObject::invokeMethod(dialog, "accept");
    });
}

void trigger(const MainWindow& window, const QString& text)
{
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text() == text)
            return action->trigger();
    QFAIL(qPrintable("no action " + text));
}
} // namespace

class KerasModelsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
        QCoreApplication::setApplicationName(QStringLiteral("keras_models_test"));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(m_folder.isValid());
    }
    void init()
    {
        QSettings().clear();
        language::apply(QStringLiteral("en"));
    }
    void cleanupTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); }

    void aModelThatIsOpenedIsANewProject_data()
    {
        QTest::addColumn<bool>("archive");
        QTest::newRow("hdf5") << false;
        QTest::newRow("archive") << true;
    }
    void aModelThatIsOpenedIsANewProject()
    {
        QFETCH(bool, archive);
        // What a file is, its content tells.
        const QString path = write(m_folder.filePath(archive ? "b.h5" : "a.model"), chain("digit"), archive);
        QVERIFY(!path.isEmpty());
        MainWindow window;
        window.restore();
        window.show();
        choose(path);
        trigger(window, QStringLiteral("&Open…"));
        const ProjectDocument& document = window.studio().document();
        const Project& project = document.project();
        QVERIFY(project.model.find("hidden") && project.model.find("digit"));
        QVERIFY(document.analysis().faults.empty());
        QCOMPARE(project.weights, path.toStdString());
        QCOMPARE(project.training.loss.className, std::string("sparse_categorical_crossentropy"));
        QVERIFY(document.filePath().isEmpty()); // saving asks where
        QCOMPARE(window.mode(), Mode::Design);
        QVERIFY(window.messages()->isVisible());
        QVERIFY(window.messages()->title().contains(QLatin1String("new project")));
    }

    void aModelIsOpenedWhereItIsDropped()
    {
        const QString path = write(m_folder.filePath("dropped.keras"), chain("out"), true);
        MainWindow window;
        window.restore();
        lamina::test::drop(path, window);
        QVERIFY(window.studio().document().project().model.find("out"));
    }

    void aDamagedModelIsAMessageAndKeepsTheProject()
    {
        const QString path = write(m_folder.filePath("damaged.h5"), chain("digit"), false);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        MainWindow window;
        window.restore();
        const Project before = window.studio().document().project();
        window.show();
        window.openProject(path);
        QVERIFY(window.messages()->title().contains(QLatin1String("damaged.h5")));
        QVERIFY(!window.messages()->details().isEmpty());
        QVERIFY(window.studio().document().project() == before);
    }

    void withoutATrainingThereIsNothingToExport()
    {
        MainWindow window;
        window.restore();
        window.show();
        trigger(window, QStringLiteral("&Export model…")); // opens no dialog
        QVERIFY(window.messages()->isVisible());
        QVERIFY(window.messages()->title().contains(QLatin1String("no trained model")));
    }

    void theTrainedModelIsExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("written");
        QTest::newRow("hdf5") << "out.h5"
                              << "out.h5";
        QTest::newRow("archive") << "out.keras"
                                 << "out.keras";
        QTest::newRow("without an end") << "plain"
                                        << "plain.h5";
    }
    void theTrainedModelIsExported()
    {
        QFETCH(QString, name);
        QFETCH(QString, written);
        MainWindow window;
        window.show();
        window.studio().document().setProject(clouds(), {});
        window.studio().startTraining();
        QTRY_VERIFY_WITH_TIMEOUT(!window.studio().session().isBusy(), 60000);
        const SnapshotPtr snapshot = window.studio().session().snapshot();
        QVERIFY2(snapshot, qPrintable(window.messages()->details()));

        choose(m_folder.filePath(name));
        trigger(window, QStringLiteral("&Export model…"));
        QVERIFY2(window.messages()->title().contains(written), qPrintable(window.messages()->details()));
        QVERIFY(window.messages()->details().contains(QLatin1String("'my_digit'")));
        const Result<SavedModel> read = readModelFile(m_folder.filePath(written).toStdString());
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(read->model.find("my digit"));
        QVERIFY(std::ranges::equal(read->weights.values(), snapshot->weights.values()));
    }

    void aFileThatCannotBeWrittenIsAMessage()
    {
        MainWindow window;
        window.show();
        window.studio().document().setProject(clouds(), {});
        window.studio().startTraining();
        QTRY_VERIFY_WITH_TIMEOUT(!window.studio().session().isBusy(), 60000);
        const QString folder = m_folder.filePath("taken.h5");
        QVERIFY(QDir().mkpath(folder + "/full"));
        choose(folder, true);
        trigger(window, QStringLiteral("&Export model…"));
        QVERIFY2(window.messages()->title().contains(QLatin1String("could not be written")),
                 qPrintable(window.messages()->title()));
    }

private:
    QTemporaryDir m_folder;
};

LAMINA_TEST(KerasModelsTest)
#include "keras_models_test.moc"
