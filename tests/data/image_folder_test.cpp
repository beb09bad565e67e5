#include "engine/data/open.h"
#include "engine/data/photos/photo.h"
#include "tests/data/photo_folders.h"
#include "tests/support/run.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace lamina;

namespace {

Result<DataParts> openFolders(const test::PhotoFolders& folders, const Json& more = {}, double split = 0)
{
    DataSpec spec;
    spec.source = "image_folder";
    spec.options = {{"train", "train"}, {"target_size", {3, 4}}};
    spec.options.update(more.is_null() ? Json::object() : more);
    spec.validationSplit = split;
    return openData(spec, folders.path(), 1);
}

std::vector<std::string> names(const Dataset& set)
{
    std::vector<std::string> all;
    for (Index i = 0; i < set.size(); ++i)
        all.push_back(set.sampleName(i));
    return all;
}

std::vector<float> pixels(const Dataset& set, Index sample)
{
    std::vector<float> values(static_cast<std::size_t>(set.fields()[0].shape.elements()));
    if (!set.readNumbers(sample, 0, values))
        values.clear();
    return values;
}

std::vector<int> labels(const Dataset& set)
{
    std::vector<int> all;
    for (Index i = 0; i < set.size(); ++i) {
        float value = -1;
        if (set.readNumbers(i, 1, {&value, 1}))
            all.push_back(static_cast<int>(value));
    }
    return all;
}

} // namespace

class ImageFolderTest : public QObject {
    Q_OBJECT

    static void expectFault(const Result<DataParts>& parts, std::initializer_list<const char*> words)
    {
        QVERIFY(!parts);
        const QString said = QString::fromStdString(sentence(parts.faults()));
        for (const char* each : words)
            QVERIFY2(said.contains(each), qPrintable(said + "\n  has no: " + each));
        QCOMPARE(exitStatus(parts.faults()), 3);
    }

private Q_SLOTS:
    void foldersAreClassesByCodePointAndFilesStandAsKerasTakesThem()
    {
        const test::PhotoFolders folders;
        for (const char* name : {"train/a/z.png", "train/a/B.PNG", "train/a/b.jpg", "train/a/deep/c.bmp",
                                 "train/a/deep-er/c.png", "train/Z/1.tif", "train/é/1.png"})
            QVERIFY(folders.picture(name, {1, 2, 3}));
        folders.makeFolder("train/.hidden");
        QVERIFY(folders.bytes("train/a/.DS_Store", "x"));
        QVERIFY(folders.bytes("train/a/notes.txt", "x"));
        QVERIFY(folders.bytes("train/loose.txt", "x"));
        const Result<DataParts> parts = openFolders(folders, {{"class_mode", "sparse"}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        const Dataset& train = *parts->train;
        QCOMPARE(train.fields()[1].classNames, (std::vector<std::string>{"Z", "a", "é"}));
        QCOMPARE(names(train),
                 (std::vector<std::string>{"Z/1.tif", "a/B.PNG", "a/b.jpg", "a/z.png", "a/deep/c.bmp",
                                           "a/deep-er/c.png", "é/1.png"}));
        QCOMPARE(labels(train), (std::vector<int>{0, 1, 1, 1, 1, 1, 2}));
        QCOMPARE(parts->notes.size(), std::size_t{1});
        QVERIFY(QString::fromStdString(parts->notes[0]).contains("a/notes.txt"));
    }

    void picturesComeInTheirSizeAsRedGreenBlueOrGrey()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(2));
        const Result<DataParts> parts = openFolders(folders);
        QVERIFY(parts);
        QCOMPARE(parts->train->fields()[0].shape, (Shape{3, 4, 3}));
        const std::vector<float> values = pixels(*parts->train, 1);
        QCOMPARE(values.size(), std::size_t{36});
        for (std::size_t i = 0; i < values.size(); i += 3)
            QCOMPARE((std::vector<float>{values[i], values[i + 1], values[i + 2]}),
                     (std::vector<float>{30, 20, 11}));
        QCOMPARE(pixels(*parts->train, 1), values); // once more, from memory

        const Result<DataParts> grey =
            openFolders(folders, {{"color_mode", "grayscale"}, {"interpolation", "bilinear"}});
        QVERIFY(grey);
        QCOMPARE(grey->train->fields()[0].shape, (Shape{3, 4, 1}));
        // (30 × 299 + 20 × 587 + 10 × 114) / 1000 = 21.85
        QCOMPARE(pixels(*grey->train, 0), std::vector<float>(12, 22));
    }

    void everyPartHasItsFolder()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(3) && folders.catsAndDogs(2, "val") && folders.catsAndDogs(1, "test"));
        const Result<DataParts> parts =
            openFolders(folders, {{"validation", "val"}, {"test", "test"}, {"class_mode", "binary"}});
        QVERIFY(parts);
        QCOMPARE(parts->train->size(), Index{6});
        QCOMPARE(parts->validation->size(), Index{4});
        QCOMPARE(parts->test->size(), Index{2});
        QCOMPARE(pixels(*parts->test, 1)[0], 230.0F);
    }

    void theValidationPartIsTheFirstOfEachClass()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(5));
        const Result<DataParts> parts = openFolders(folders, {}, 0.5);
        QVERIFY(parts);
        QCOMPARE(names(*parts->validation),
                 (std::vector<std::string>{"cats/cat.0.png", "cats/cat.1.png", "dogs/dog.0.png",
                                           "dogs/dog.1.png"}));
        QCOMPARE(labels(*parts->validation), (std::vector<int>{0, 0, 1, 1}));
        QCOMPARE(labels(*parts->train), (std::vector<int>{0, 0, 0, 1, 1, 1}));
        expectFault(openFolders(folders, {}, 0.1), {"0.1", "data.validation_split"});
        QVERIFY(folders.catsAndDogs(1, "val"));
        expectFault(openFolders(folders, {{"validation", "val"}}, 0.5), {"of its own", "validation_split"});
        expectFault(openFolders(folders, {}, 1.0), {"data.validation_split"});
    }

    void foldersThatDoNotFitAreToldInWords()
    {
        const test::PhotoFolders folders;
        expectFault(openFolders(folders), {"no such folder", "train", "data.options.train"});
        expectFault(openFolders(folders, {{"train", ""}}), {"No folder is named", "data.options.train"});
        QVERIFY(folders.bytes("file", "x"));
        expectFault(openFolders(folders, {{"train", "file"}}), {"a file, not a folder"});
        folders.makeFolder("train");
        expectFault(openFolders(folders), {"no folders of classes"});
        QVERIFY(folders.picture("train/loose.png", {1, 2, 3}));
        expectFault(openFolders(folders), {"lie in the folder itself"});
        QVERIFY(folders.picture("train/cats/1.png", {1, 2, 3}));
        expectFault(openFolders(folders), {"single folder of a class", "cats"});
        folders.makeFolder("train/dogs");
        expectFault(openFolders(folders), {"no pictures of this class", "train/dogs"});
        QVERIFY(folders.catsAndDogs(2));
        QVERIFY(openFolders(folders));
        expectFault(openFolders(folders, {{"validation", "val"}}),
                    {"no such folder", "data.options.validation"});
        QVERIFY(folders.picture("val/cats/1.png", {1, 2, 3}) && folders.picture("val/fish/1.png", {1, 2, 3}));
        expectFault(openFolders(folders, {{"validation", "val"}}),
                    {"cats, fish", "cats, dogs", "data.options.validation"});
        QVERIFY(folders.picture("train/owls/1.png", {1, 2, 3}));
        expectFault(openFolders(folders, {{"class_mode", "binary"}}),
                    {"3 classes", "data.options.class_mode"});
    }

    void theFolderAboveThePartsIsNotTakenForClasses()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(1, "set/train") && folders.catsAndDogs(1, "set/validation"));
        expectFault(openFolders(folders, {{"train", "set"}}), {"parts of the data", "train, validation"});
    }

    void optionsThatDoNotFitAreToldInWords()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(1));
        expectFault(openFolders(folders, {{"target_size", {0, 5}}}), {"data.options.target_size"});
        expectFault(openFolders(folders, {{"target_size", {100000, 5}}}), {"data.options.target_size"});
        expectFault(openFolders(folders, {{"color_mode", "rgba"}}), {"data.options.color_mode", "grayscale"});
        expectFault(openFolders(folders, {{"colour", "rgb"}}), {"There is no setting 'colour'"});
    }

    void filesThatAreNoPicturesAreToldBeforeTraining()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(2));
        QVERIFY(folders.bytes("train/cats/empty.jpg", ""));
        QVERIFY(folders.bytes("train/dogs/page.png", "<html>not found</html>"));
        expectFault(openFolders(folders), {"empty.jpg", "is empty", "page.png", "not a picture"});
        for (int i = 0; i < 9; ++i)
            QVERIFY(folders.bytes(QString("train/dogs/page%1.png").arg(i), "<html>"));
        expectFault(openFolders(folders), {"6 more files"});
    }

    void anAbsurdSizeIsRefusedByItsHeader()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(2));
        QByteArray png = folders.load("train/cats/cat.0.png");
        for (const int at : {16, 20}) // width and height
            png[at] = 0x10;
        QVERIFY(folders.bytes("train/cats/huge.png", png));
        expectFault(openFolders(folders), {"huge.png", "268435464 × 268435462 pixels"});
    }

    void aDamagedPictureIsAFaultWhenItIsRead()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(1));
        cv::Mat noise(64, 64, CV_8UC3);
        cv::randu(noise, 0, 255);
        for (const char* name : {"train/cats/cut.jpg", "train/cats/cut.png"}) {
            QVERIFY(cv::imwrite(folders.file(name).toStdString(), noise));
            QVERIFY(folders.bytes(name, folders.load(name).chopped(1000)));
        }
        const Result<DataParts> parts = openFolders(folders);
        QVERIFY(parts);
        for (Index i = 0; i < parts->train->size(); ++i) {
            std::vector<float> values(36);
            const Result<void> read = parts->train->readNumbers(i, 0, values);
            const std::string name = parts->train->sampleName(i);
            QCOMPARE(!read, QString::fromStdString(name).contains("cut"));
            if (!read)
                QVERIFY(QString::fromStdString(sentence(read.faults())).contains(name.c_str()));
        }
    }

    void aTrainedModelReadsAPictureAsTheSetDid()
    {
        const test::PhotoFolders folders;
        QVERIFY(folders.catsAndDogs(2));
        cv::Mat noise(37, 51, CV_8UC3);
        cv::randu(noise, 0, 255);
        QVERIFY(cv::imwrite(folders.file("train/cats/noise.png").toStdString(), noise));
        for (const char* interpolation : {"nearest", "bilinear"}) {
            const Result<DataParts> parts = openFolders(folders, {{"interpolation", interpolation}});
            QVERIFY(parts);
            QCOMPARE(parts->train->sampleName(2), std::string("cats/noise.png"));
            const Result<std::vector<float>> read = readModelPicture(
                folders.file("train/cats/noise.png").toStdString(), Shape{3, 4, 3}, parts->learned);
            QVERIFY(read);
            QCOMPARE(*read, pixels(*parts->train, 2));
        }
    }

    void realPhotographsAreRead()
    {
        const QByteArray data = qgetenv("LAMINA_TEST_DATA");
        const std::string folder = (data.isEmpty() ? LAMINA_SOURCE_DIR "/../shared/data" : data.toStdString())
            + "/cats_and_dogs_small";
        if (!std::filesystem::exists(folder))
            QSKIP("cats_and_dogs_small is not here");
        DataSpec spec;
        spec.source = "image_folder";
        spec.options = {{"train", "train"},
                        {"validation", "validation"},
                        {"target_size", {150, 150}},
                        {"class_mode", "binary"}};
        const Result<DataParts> parts = openData(spec, folder, 1);
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QCOMPARE(parts->train->size(), Index{2000});
        QCOMPARE(parts->validation->size(), Index{1000});
        QCOMPARE(parts->train->fields()[1].classNames, (std::vector<std::string>{"cats", "dogs"}));
        const std::vector<float> photo = pixels(*parts->train, 1999);
        const double mean =
            std::accumulate(photo.begin(), photo.end(), 0.0) / static_cast<double>(photo.size());
        QVERIFY2(mean > 40 && mean < 220, qPrintable(QString::number(mean)));
    }
};

LAMINA_TEST(ImageFolderTest)
#include "image_folder_test.moc"
