// The folders of photographs that are found from one choice, in the layouts that people have.
#include "app/photo_folders.h"
#include "engine/data/open.h"
#include "tests/support/run.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
class Disk {
public:
    QString file(const QString& name) const { return m_folder.filePath(name); }
    void makeFolder(const QString& name) const { QDir(m_folder.path()).mkpath(name); }

    bool picture(const QString& name) const
    {
        makeFolder(QFileInfo(name).path());
        QImage image(8, 6, QImage::Format_RGB32);
        image.fill(Qt::blue);
        return image.save(file(name));
    }
    bool bytes(const QString& name, const QByteArray& content) const
    {
        makeFolder(QFileInfo(name).path());
        QFile written(file(name));
        return written.open(QIODevice::WriteOnly) && written.write(content) == content.size();
    }
    bool catsAndDogs() const { return picture("train/cats/1.png") && picture("train/dogs/1.png"); }

private:
    QTemporaryDir m_folder;
};
} // namespace

class TestPhotoFolders final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePartsAreFoundByTheirNames_data();
    void thePartsAreFoundByTheirNames();
    void whatTheProjectHadBeforeIsReplaced();
    void whatHoldsNoPhotographsIsSaid();
    void filesThatAreNoPicturesAreNamed();
    void missingPhotographsAreNoticed();
    void theyAreLookedForWhereThereIsAFolder();

private:
    static Project project(const DataSpec& data)
    {
        Project made;
        made.data = data;
        return made;
    }
    static DataSpec photographs(const Json& options = Json::object())
    {
        DataSpec data;
        data.source = "image_folder";
        data.options = options;
        return data;
    }
};

void TestPhotoFolders::thePartsAreFoundByTheirNames_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("found"); // training, validation, test
    const auto classes = [](const QStringList& parts) {
        QStringList folders;
        for (const QString& part : parts)
            folders << part + "/cats" << part + "/dogs";
        return folders;
    };
    QTest::newRow("all three") << classes({"train", "validation", "test"}) << ""
                               << QStringList{"train", "validation", "test"};
    QTest::newRow("other words") << classes({"Training", "Val", "test_set"}) << ""
                                 << QStringList{"Training", "Val", "test_set"};
    QTest::newRow("training alone") << classes({"train"}) << "" << QStringList{"train", "", ""};
    QTest::newRow("training and test")
        << classes({"train", "test"}) << "" << QStringList{"train", "", "test"};
    QTest::newRow("the usual name first") << classes({"train", "training", "val", "validation"}) << ""
                                          << QStringList{"train", "validation", ""};
    QTest::newRow("others beside them")
        << classes({"train", "validation", "models"}) << "" << QStringList{"train", "validation", ""};
    QTest::newRow("classes alone") << QStringList{"cats", "dogs"} << "" << QStringList{"", "", ""};
    QTest::newRow("the training folder itself")
        << classes({"train", "validation"}) << "train" << QStringList{"train", "", ""};
    QTest::newRow("an archive's folder")
        << classes({"pets/train", "pets/validation"}) + QStringList{"__MACOSX/pets"} << ""
        << QStringList{"pets/train", "pets/validation", ""};
    QTest::newRow("classes in an archive's folder")
        << QStringList{"pets/pets/cats", "pets/pets/dogs"} << "" << QStringList{"pets/pets", "", ""};
    QTest::newRow("Korean names") << classes({"사진/train", "사진/validation"}) << "사진"
                                  << QStringList{"사진/train", "사진/validation", ""};
    QTest::newRow("hidden ones") << classes({"train", ".validation"}) << "" << QStringList{"train", "", ""};
}

void TestPhotoFolders::thePartsAreFoundByTheirNames()
{
    QFETCH(QStringList, folders);
    QFETCH(QString, chosen);
    QFETCH(QStringList, found);
    const Disk disk;
    for (const QString& folder : folders)
        for (int i = 0; i < 5; ++i) // of which a fifth can be taken
            QVERIFY(disk.picture(QStringLiteral("%1/%2.png").arg(folder).arg(i)));
    const Result<DataSpec> data = withPhotosFrom(photographs(), disk.file(chosen));
    QVERIFY2(data, data ? "" : sentence(data.faults()).c_str());
    const char* parts[] = {"train", "validation", "test"};
    for (int part = 0; part < 3; ++part) {
        const Json& option = data->options.value(parts[part], Json());
        if (part > 0 && found[part].isEmpty()) {
            QVERIFY2(option.is_null(), parts[part]);
            continue;
        }
        QVERIFY2(option.is_string(), parts[part]);
        QCOMPARE(QDir::cleanPath(QString::fromStdString(option.get<std::string>())),
                 QDir::cleanPath(disk.file(found[part])));
    }
    // What has no folder of its own is taken from the training photographs.
    QCOMPARE(data->validationSplit, found[1].isEmpty() ? 0.2 : 0.0);
    const Result<DataParts> opened = openData(*data, {}, 1);
    QVERIFY2(opened, opened ? "" : sentence(opened.faults()).c_str());
    QCOMPARE(opened->train->fields().back().classNames, (std::vector<std::string>{"cats", "dogs"}));
}

void TestPhotoFolders::whatTheProjectHadBeforeIsReplaced()
{
    const Disk disk;
    QVERIFY(disk.catsAndDogs());
    const DataSpec before = photographs(
        {{"train", "old"}, {"validation", "older"}, {"test", "oldest"}, {"color_mode", "grayscale"}});
    const Result<DataSpec> data = withPhotosFrom(before, disk.file({}));
    QVERIFY(data);
    QVERIFY(!data->options.contains("validation") && !data->options.contains("test"));
    QCOMPARE(data->options["color_mode"].get<std::string>(), std::string("grayscale"));
}

void TestPhotoFolders::whatHoldsNoPhotographsIsSaid()
{
    const Disk disk;
    disk.makeFolder("empty");
    disk.makeFolder("no training/test/cats");
    QVERIFY(disk.picture("loose/1.png"));
    for (const char* folder : {"empty", "no training", "loose", "nowhere"}) {
        const Result<DataSpec> data = withPhotosFrom(photographs(), disk.file(folder));
        QVERIFY2(!data, folder);
        const std::string said = sentence(data.faults());
        QVERIFY2(said.find("There is no folder “train” in it, nor folders of classes") == 0, said.c_str());
        QVERIFY2(said.find(folder) != std::string::npos, said.c_str());
        QVERIFY2(said.find("choose the folder that holds train") != std::string::npos, said.c_str());
    }
}

void TestPhotoFolders::filesThatAreNoPicturesAreNamed()
{
    const Disk disk;
    QVERIFY(disk.catsAndDogs());
    QVERIFY(disk.bytes("train/dogs/broken.jpg", "this is no picture"));
    QVERIFY(disk.bytes("train/dogs/notes.txt", "of no harm"));
    const Result<DataSpec> data = withPhotosFrom(photographs(), disk.file({}));
    QVERIFY(data);
    const Result<DataParts> opened = openData(*data, {}, 1);
    QVERIFY(!opened);
    const std::string said = sentence(opened.faults());
    QVERIFY2(said.find("broken.jpg") != std::string::npos, said.c_str());
    QVERIFY2(said.find("notes.txt") == std::string::npos, said.c_str());
}

void TestPhotoFolders::missingPhotographsAreNoticed()
{
    const Disk disk;
    QVERIFY(disk.catsAndDogs());
    const QString folder = disk.file({});
    QVERIFY(photosAreMissing(project(photographs()), folder));
    QVERIFY(photosAreMissing(project(photographs({{"train", ""}})), folder));
    QVERIFY(photosAreMissing(project(photographs({{"train", 7}})), folder));
    QVERIFY(photosAreMissing(project(photographs({{"train", "elsewhere"}})), folder));
    QVERIFY(!photosAreMissing(project(photographs({{"train", "train"}})), folder)); // beside the project
    QVERIFY(!photosAreMissing(project(photographs({{"train", disk.file("train").toStdString()}})), {}));
    QVERIFY(!photosAreMissing(Project(), folder)); // another source
}

void TestPhotoFolders::theyAreLookedForWhereThereIsAFolder()
{
    const Disk disk;
    disk.makeFolder("pets/train");
    const QByteArray home = qgetenv("HOME"), config = qgetenv("XDG_CONFIG_HOME");
    qputenv("HOME", disk.file({}).toLocal8Bit()); // of somebody without a folder for pictures
    QStandardPaths::setTestModeEnabled(false);
    qputenv("XDG_CONFIG_HOME", disk.file("config").toLocal8Bit());
    const auto back = qScopeGuard([&] {
        qputenv("HOME", home);
        config.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", config);
        QStandardPaths::setTestModeEnabled(true);
    });
    const QString here = QDir(disk.file({})).absolutePath();
    QCOMPARE(whereToLookForPhotos({}, {}), here);
    disk.makeFolder("Pictures");
    QCOMPARE(whereToLookForPhotos({}, {}), here + "/Pictures");
    QCOMPARE(whereToLookForPhotos(photographs({{"train", "pets/train"}}), here), here + "/pets");
    QCOMPARE(whereToLookForPhotos(photographs({{"train", "gone/train"}}), here), here + "/Pictures");
}

LAMINA_TEST(TestPhotoFolders)
#include "photo_folders_test.moc"
