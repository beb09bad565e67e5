// A file is there wholly or not at all.
#include "engine/formats/atomic_file.h"

#include "samples.h"
#include "small_disk.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
std::size_t filesIn(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}
} // namespace

class AtomicFileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileIsMadeAndReplaced()
    {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "file";
        QVERIFY(writeFileAtomically(path, "first"));
        QCOMPARE(textOf(path), std::string("first"));
        QVERIFY(writeFileAtomically(path, std::string_view("sec\0nd", 6)));
        QCOMPARE(textOf(path), std::string("sec\0nd", 6));
        QCOMPARE(filesIn(folder.path().toStdString()), std::size_t{1});
    }

    void permissionsAndLinksStay()
    {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "file";
        const fs::path link = fs::path(folder.path().toStdString()) / "link";
        QVERIFY(writeFileAtomically(path, "first"));
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        fs::create_symlink("file", link);
        QVERIFY(writeFileAtomically(link, "second"));
        QVERIFY(fs::is_symlink(link));
        QCOMPARE(textOf(path), std::string("second"));
        QCOMPARE(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }

    void placesThatCannotBeWrittenAreTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such folder") << "missing/file"
                                        << "folder does not exist";
        QTest::newRow("a file in the path") << "plain/file"
                                            << "no folder";
        QTest::newRow("a folder of the name") << "sub"
                                              << "a folder has its name";
        QTest::newRow("name too long") << QString(300, 'n') << "too long";
    }
    void placesThatCannotBeWrittenAreTold()
    {
        QFETCH(QString, path);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(writeFileAtomically(root / "plain", "x"));
        fs::create_directory(root / "sub");
        const Result<void> written = writeFileAtomically(root / path.toStdString(), "bytes");
        QVERIFY(!written);
        QCOMPARE(exitStatus(written.faults()), 1);
        QCOMPARE(written.faults()[0].where.file, (root / path.toStdString()).string());
        const QString told = QString::fromStdString(sentence(written.faults()));
        QVERIFY2(told.contains(words), qPrintable(told));
        QCOMPARE(filesIn(root), std::size_t{2});
        QCOMPARE(filesIn(root / "sub"), std::size_t{0});
    }

    void aDeviceIsNeverReplaced()
    {
        const Result<void> written = writeFileAtomically("/dev/full", "bytes");
        QVERIFY(!written);
        QVERIFY(fs::is_character_file("/dev/full"));
    }

    void aFullDiskLeavesTheOldFileAndNothingElse()
    {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(writeFileAtomically(root / "file", "old"));
        {
            const SmallDisk disk(4096);
            const Result<void> written = writeFileAtomically(root / "file", std::string(100'000, 'n'));
            QVERIFY(!written);
            QCOMPARE(exitStatus(written.faults()), 1);
        }
        QCOMPARE(textOf(root / "file"), std::string("old"));
        QCOMPARE(filesIn(root), std::size_t{1});
    }

    void aWriterThatFailsLeavesNothing()
    {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const Result<void> written =
            replaceFileAtomically(root / "file", [](const fs::path& temporary) -> Result<void> {
                if (Result<void> half = writeFileAtomically(temporary, "half"); !half)
                    return half;
                return Fault{FaultKind::Runtime, LAMINA_TEXT("test", "No more"), {}, {}};
            });
        QVERIFY(!written);
        QCOMPARE(filesIn(root), std::size_t{0});
    }

    void aFolderWithoutPermissionIsTold()
    {
        if (::geteuid() == 0)
            QSKIP("the administrator may write everywhere");
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        fs::permissions(root, fs::perms::owner_read | fs::perms::owner_exec);
        const Result<void> written = writeFileAtomically(root / "file", "bytes");
        fs::permissions(root, fs::perms::owner_all);
        QVERIFY(!written);
        QVERIFY(sentence(written.faults()).find("permission") != std::string::npos);
    }

    void foldersAreMadeOrToldWhyNot()
    {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(makeFolder(root / "a/b/c"));
        QVERIFY(fs::is_directory(root / "a/b/c"));
        QVERIFY(makeFolder(root / "a"));
        QVERIFY(writeFileAtomically(root / "file", "x"));
        QVERIFY(!makeFolder(root / "file"));
        const Result<void> under = makeFolder(root / "file/sub");
        QVERIFY(!under);
        QCOMPARE(exitStatus(under.faults()), 1);
    }

    void aLogGrows()
    {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "log.txt";
        QVERIFY(appendToFile(path, "one\n"));
        QVERIFY(appendToFile(path, "two\n"));
        QCOMPARE(textOf(path), std::string("one\ntwo\n"));
    }
};

LAMINA_TEST(AtomicFileTest)
#include "atomic_file_test.moc"
