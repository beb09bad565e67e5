// Unsaved work is kept while it is edited, taken away when it is saved, and found when its window is gone.
#include "app/commands/set_layer_config.h"
#include "app/commands/set_name.h"
#include "app/document/project_document.h"
#include "app/recovery.h"
#include "engine/formats/project_file.h"
#include "tests/app/example_project.h"
#include "tests/support/run.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
// A document with its keeper: a window, as far as this goes.
struct Window {
    explicit Window(const QString& folder) : recovery(document, nullptr, folder) { }
    void open(const QString& file = {}) { document.setProject(exampleProject(), file); }
    void edit(int units) { document.execute(new SetLayerConfig("hidden", "units", Json(units))); }
    int units() const { return document.project().model.find("hidden")->config["units"].get<int>(); }
    void keep()
    {
        recovery.keepNow();
        recovery.waitUntilKept();
    }

    ProjectDocument document;
    Recovery recovery;
};
} // namespace

class RecoveryTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void workOfAWindowThatIsGoneComesBackModified()
    {
        const QString file = m_folder->filePath("digits.lamina");
        QVERIFY(writeProject(exampleProject(), file.toStdString()));
        {
            Window gone(folder());
            gone.open(file);
            gone.edit(64);
            gone.keep();
        }
        Window window(folder());
        window.recovery.look();
        QCOMPARE(window.recovery.lost().size(), 1);
        const LostWork work = window.recovery.lost()[0];
        QCOMPARE(work.name, QStringLiteral("Digits"));
        QCOMPARE(work.projectFile, file);
        QVERIFY(work.time.secsTo(QDateTime::currentDateTime()) < 3600);
        QVERIFY(!work.fileIsNewer);
        QVERIFY(window.recovery.lostOf(file).has_value());
        QVERIFY(!window.recovery.lostOf(m_folder->filePath("other.lamina")));

        QVERIFY(window.recovery.recover(work.path));
        QCOMPARE(window.units(), 64);
        QVERIFY(window.document.isModified());
        QCOMPARE(window.document.filePath(), file);
        QVERIFY(window.recovery.lost().isEmpty());
        QCOMPARE(kept().size(), 1); // until it is saved

        QVERIFY(window.document.save(file));
        window.recovery.waitUntilKept();
        QVERIFY(kept().isEmpty());
        QCOMPARE(readProject(file.toStdString())->model.find("hidden")->config["units"].get<int>(), 64);
    }

    void itIsKeptWithoutBeingAsked()
    {
        Window window(folder());
        window.open();
        window.edit(64);
        QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, 30000);
    }

    void anotherWindowsWorkIsLeftAlone()
    {
        Window living(folder()), other(folder());
        living.open();
        living.edit(64);
        living.keep();
        other.recovery.look();
        QVERIFY(other.recovery.lost().isEmpty());
        QVERIFY(!other.recovery.recover(QDir(folder()).filePath(kept().first())));
        other.recovery.discard(QDir(folder()).filePath(kept().first()));
        QCOMPARE(kept().size(), 1);
        other.open();
        other.edit(65);
        other.keep();
        QCOMPARE(kept().size(), 2);
    }

    void savingUndoingAndForgettingTakeItAway()
    {
        const auto none = [this](Window& window) {
            window.recovery.waitUntilKept();
            return kept().isEmpty();
        };
        Window window(folder());
        window.open();
        window.edit(64);
        window.keep();
        window.document.undoStack().undo(); // as it was saved
        QVERIFY(none(window));
        window.edit(65);
        window.keep();
        QCOMPARE(kept().size(), 1);
        window.open(); // another project
        QVERIFY(none(window));
        window.edit(66);
        window.recovery.keepNow();
        window.recovery.forget(); // while it may be being written
        QVERIFY(none(window));
        window.keep(); // the window did not close after all
        QCOMPARE(kept().size(), 1);
    }

    void aProjectThatWasMovedIsRecoveredWithoutAFile()
    {
        const QString file = m_folder->filePath("moved.lamina");
        QVERIFY(writeProject(exampleProject(), file.toStdString()));
        {
            Window gone(folder());
            gone.open(file);
            Project relative = exampleProject();
            relative.weights = "start.h5";
            gone.document.setProject(relative, file);
            gone.edit(64);
            gone.keep();
        }
        QVERIFY(QFile::remove(file));
        Window window(folder());
        window.recovery.look();
        QVERIFY(window.recovery.recover(window.recovery.lost().at(0).path));
        QCOMPARE(window.document.filePath(), QString());
        QVERIFY(window.document.isModified());
        QCOMPARE(window.document.project().weights, m_folder->filePath("start.h5").toStdString());
    }

    void aFileThatWasSavedLaterIsTold()
    {
        const QString file = m_folder->filePath("later.lamina");
        QVERIFY(writeProject(exampleProject(), file.toStdString()));
        {
            Window gone(folder());
            gone.open(file);
            gone.edit(64);
            gone.keep();
        }
        QFile touched(file);
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(
            touched.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        touched.close();
        Window window(folder());
        window.recovery.look();
        QVERIFY(window.recovery.lost().at(0).fileIsNewer);
    }

    void damagedWorkIsSetAsideWithASentence()
    {
        {
            Window gone(folder());
            gone.open();
            gone.edit(64);
            gone.keep();
        }
        const QString path = QDir(folder()).filePath(kept().first());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        Window window(folder());
        QSignalSpy damaged(&window.recovery, &Recovery::damaged);
        window.recovery.look();
        QVERIFY(window.recovery.lost().isEmpty());
        QCOMPARE(damaged.count(), 1);
        const Faults faults = damaged[0][0].value<Faults>();
        QCOMPARE(QString::fromStdString(faults.at(0).where.file), path + QStringLiteral(".damaged"));
        QVERIFY(QFile::exists(path + QStringLiteral(".damaged")));
        window.recovery.look();
        QCOMPARE(damaged.count(), 1); // once
    }

    void whatIsDiscardedIsGone()
    {
        {
            Window gone(folder());
            gone.open();
            gone.edit(64);
            gone.keep();
        }
        Window window(folder());
        window.recovery.look();
        window.recovery.discard(window.recovery.lost().at(0).path);
        QVERIFY(window.recovery.lost().isEmpty());
        QVERIFY(QDir(folder()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void whereNothingCanBeKeptItIsSaidOnce()
    {
        QFile file(folder());
        QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
        Window window(folder());
        QSignalSpy notKept(&window.recovery, &Recovery::notKept);
        window.open();
        window.edit(64);
        window.keep();
        window.edit(65);
        window.keep();
        QCOMPARE(notKept.count(), 1);
        QVERIFY(!notKept[0][0].value<Faults>().at(0).remedy.empty());
    }

private:
    QString folder() const { return m_folder->filePath("recovery"); }
    QStringList kept() const { return QDir(folder()).entryList({"*.lamina-unsaved"}, QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

LAMINA_TEST(RecoveryTest)
#include "recovery_test.moc"
