#include "engine/data/open.h"
#include "tests/support/run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

#include <zlib.h>

using namespace lamina;

namespace {

using Bytes = std::vector<std::uint8_t>;

void putBig(Bytes& bytes, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

// Pixel p of picture i is (7 i + p) mod 256.
Bytes pictures(std::uint32_t count, std::uint32_t rows = 4, std::uint32_t columns = 3)
{
    Bytes bytes;
    for (const std::uint32_t value : {0x803U, count, rows, columns})
        putBig(bytes, value);
    for (std::uint32_t i = 0; i < count; ++i)
        for (std::uint32_t p = 0; p < rows * columns; ++p)
            bytes.push_back(static_cast<std::uint8_t>(7 * i + p));
    return bytes;
}

Bytes labels(std::uint32_t count)
{
    Bytes bytes;
    putBig(bytes, 0x801);
    putBig(bytes, count);
    for (std::uint32_t i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i % 5));
    return bytes;
}

Bytes gzipped(const Bytes& bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib cannot start");
    Bytes packed(deflateBound(&stream, bytes.size()) + 64);
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib cannot pack");
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

Bytes cut(Bytes bytes, std::size_t size)
{
    bytes.resize(size);
    return bytes;
}

Bytes withSize(Bytes bytes, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    return bytes;
}

} // namespace

class IdxTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void save(const QString& name, const Bytes& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())),
                 static_cast<qint64>(bytes.size()));
    }

    Result<DataParts> open(const Json& options) const
    {
        DataSpec spec;
        spec.source = "idx";
        spec.options = options;
        return openData(spec, m_folder.path().toStdString(), 1);
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files))
            QVERIFY(QFile::remove(m_folder.filePath(name)));
    }

    void plainAndGzippedFilesGiveTheSameSamples()
    {
        save("images", pictures(10));
        save("labels", labels(10));
        save("images.gz", gzipped(pictures(10)));
        save("any-name", gzipped(labels(10)));
        for (const bool packed : {false, true}) {
            const Result<DataParts> parts = open({{"train_images", packed ? "images.gz" : "images"},
                                                  {"train_labels", packed ? "any-name" : "labels"}});
            QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
            QVERIFY(!parts->test && !parts->validation);
            QCOMPARE(parts->inputFields, std::vector<std::string>{"image"});
            QCOMPARE(parts->targetFields, std::vector<std::string>{"label"});
            const Dataset& set = *parts->train;
            QCOMPARE(set.size(), Index(10));
            const int image = set.fieldIndex("image");
            const int label = set.fieldIndex("label");
            QVERIFY(set.fields()[static_cast<std::size_t>(image)].shape == (Shape{4, 3, 1}));
            QVERIFY(set.fields()[static_cast<std::size_t>(label)].kind == DataKind::Class);
            QCOMPARE(set.fields()[static_cast<std::size_t>(label)].classNames,
                     (std::vector<std::string>{"0", "1", "2", "3", "4"}));
            std::vector<float> pixels(12);
            std::vector<float> value(1);
            for (Index i = 0; i < 10; ++i) {
                QVERIFY(set.readNumbers(i, image, pixels));
                for (std::size_t p = 0; p < 12; ++p)
                    QCOMPARE(pixels[p], static_cast<float>(7 * i + static_cast<Index>(p)));
                QVERIFY(set.readNumbers(i, label, value));
                QCOMPARE(value[0], static_cast<float>(i % 5));
                const Result<FieldValue> read = set.read(i, label);
                QVERIFY(read
                        && std::get<std::vector<std::int64_t>>(*read) == std::vector<std::int64_t>{i % 5});
            }
        }
    }

    void aTestPartIsReadWhenItIsNamed()
    {
        save("images", pictures(10));
        save("labels", labels(10));
        save("test-images", pictures(3));
        save("test-labels", labels(3));
        const Result<DataParts> parts = open({{"train_images", "images"},
                                              {"train_labels", "labels"},
                                              {"test_images", "test-images"},
                                              {"test_labels", "test-labels"}});
        QVERIFY(parts && parts->test);
        QCOMPARE(parts->test->size(), Index(3));
        QCOMPARE(parts->test->fields(), parts->train->fields());
    }

    void aGzipFileOfSeveralMembersIsOneFile()
    {
        const Bytes whole = pictures(10);
        Bytes joined = gzipped(cut(whole, 50));
        const Bytes second = gzipped(Bytes(whole.begin() + 50, whole.end()));
        joined.insert(joined.end(), second.begin(), second.end());
        save("images", joined);
        save("labels", labels(10));
        QVERIFY(open({{"train_images", "images"}, {"train_labels", "labels"}}));
    }

    void everyBadFileHasItsSentence_data()
    {
        QTest::addColumn<QByteArray>("images");
        QTest::addColumn<QByteArray>("labelBytes");
        QTest::addColumn<QString>("culprit");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const Bytes& images, const Bytes& labelBytes,
                            const char* culprit, const char* part) {
            const auto array = [](const Bytes& bytes) {
                return QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                  static_cast<qsizetype>(bytes.size()));
            };
            QTest::newRow(name) << array(images) << array(labelBytes) << QString(culprit) << QString(part);
        };
        const Bytes good = pictures(10);
        const Bytes goodLabels = labels(10);
        const Bytes packed = gzipped(good);
        row("empty images", {}, goodLabels, "images", "empty");
        row("empty labels", good, {}, "labels", "empty");
        row("header cut", cut(good, 9), goodLabels, "images", "inside its header");
        row("label header cut", good, cut(goodLabels, 5), "labels", "inside its header");
        row("packed header cut", gzipped(cut(good, 9)), goodLabels, "images", "inside its header");
        row("images cut", cut(good, 100), goodLabels, "images",
            "announces 10 pictures of 4 × 3, that is 120 bytes, but 84");
        row("labels cut", good, cut(goodLabels, 12), "labels", "announces 10 labels, but 4");
        row("packed file cut", cut(packed, packed.size() / 2), goodLabels, "images", "cut off");
        row("packed checksum cut", cut(packed, packed.size() - 3), goodLabels, "images", "cut off");
        row("packed contents cut", gzipped(cut(good, 100)), goodLabels, "images", "announces 10 pictures");
        row("count too large", withSize(good, 4, 0xFFFFFFFF), goodLabels, "images",
            "announces 4294967295 pictures");
        row("packed count too large", gzipped(withSize(good, 4, 0xFFFFFFFF)), goodLabels, "images",
            "announces 4294967295 pictures");
        row("rows too large", withSize(good, 8, 0xFFFFFFFF), goodLabels, "images", "4294967295 × 3");
        row("no columns", withSize(good, 12, 0), goodLabels, "images", "4 × 0");
        row("no samples", cut(withSize(good, 4, 0), 16), goodLabels, "images", "no samples");
        row("labels as images", labels(3), goodLabels, "images", "labels where pictures belong");
        row("two bytes", cut(good, 2), goodLabels, "images", "inside its header");
        row("many labels as images", labels(100), goodLabels, "images", "labels where pictures belong");
        row("images as labels", good, good, "labels", "pictures where labels belong");
        row("wrong magic", withSize(good, 0, 0x89504E47), goodLabels, "images",
            "not an IDX file of pictures");
        row("floats", withSize(good, 0, 0x00000D03), goodLabels, "images", "unsigned bytes");
        Bytes longer = good;
        longer.push_back(0);
        row("trailing byte", longer, goodLabels, "images", "goes on after the 120 bytes");
        row("packed trailing byte", gzipped(longer), goodLabels, "images", "goes on after the 120 bytes");
        Bytes damaged = packed;
        damaged[damaged.size() / 2] ^= 0x55;
        row("damaged gzip", damaged, goodLabels, "images", "");
        Bytes garbage = packed;
        garbage.insert(garbage.end(), {1, 2, 3, 4});
        row("garbage after gzip", garbage, goodLabels, "images", "damaged");
        row("other count", good, labels(9), "labels", "9 labels for 10 pictures");
    }

    void everyBadFileHasItsSentence()
    {
        QFETCH(QByteArray, images);
        QFETCH(QByteArray, labelBytes);
        QFETCH(QString, culprit);
        QFETCH(QString, part);
        save("images", Bytes(images.begin(), images.end()));
        save("labels", Bytes(labelBytes.begin(), labelBytes.end()));
        const Result<DataParts> parts = open({{"train_images", "images"}, {"train_labels", "labels"}});
        QVERIFY(!parts);
        QCOMPARE(parts.faults().size(), std::size_t(1));
        const Fault& fault = parts.faults()[0];
        QVERIFY(fault.kind == FaultKind::Input);
        QCOMPARE(QString::fromStdString(fault.where.file), m_folder.filePath(culprit));
        QCOMPARE(QString::fromStdString(fault.where.path), "data.options.train_" + culprit);
        QVERIFY(!fault.remedy.empty());
        const QString words = QString::fromStdString(sentence(fault));
        QVERIFY2(words.contains(part), qPrintable(words));
        QVERIFY2(!words.contains('%'), qPrintable(words));
    }

    void aMissingFileAndAFolderAreNamed()
    {
        save("labels", labels(10));
        const Result<DataParts> missing = open({{"train_images", "nowhere.gz"}, {"train_labels", "labels"}});
        QVERIFY(!missing);
        const QString words = QString::fromStdString(sentence(missing.faults()));
        QVERIFY2(words.contains("no such file") && words.contains("nowhere.gz"), qPrintable(words));
        const Result<DataParts> folder = open({{"train_images", "."}, {"train_labels", "labels"}});
        QVERIFY(!folder);
        QVERIFY(QString::fromStdString(sentence(folder.faults())).contains("folder"));
    }

    void anEmptyNameAsksForAFile()
    {
        save("labels", labels(10));
        const Result<DataParts> parts = open({{"train_images", ""}, {"train_labels", "labels"}});
        QVERIFY(!parts);
        QCOMPARE(parts.faults()[0].where.path, std::string("data.options.train_images"));
        QVERIFY(QString::fromStdString(sentence(parts.faults())).contains("No file is named"));
    }

    void allBadFilesAreToldAtOnce()
    {
        const Result<DataParts> parts =
            open({{"train_images", "a"}, {"train_labels", "b"}, {"test_images", "c"}, {"test_labels", "d"}});
        QVERIFY(!parts);
        QCOMPARE(parts.faults().size(), std::size_t(4));
    }

    void testPicturesNeedTheirLabels()
    {
        save("images", pictures(10));
        save("labels", labels(10));
        const Result<DataParts> parts =
            open({{"train_images", "images"}, {"train_labels", "labels"}, {"test_images", "images"}});
        QVERIFY(!parts);
        QCOMPARE(parts.faults()[0].where.path, std::string("data.options.test_labels"));
    }

    void testPicturesOfAnotherSizeAreRefused()
    {
        save("images", pictures(10));
        save("labels", labels(10));
        save("other", pictures(10, 5, 5));
        const Result<DataParts> parts = open({{"train_images", "images"},
                                              {"train_labels", "labels"},
                                              {"test_images", "other"},
                                              {"test_labels", "labels"}});
        QVERIFY(!parts);
        QVERIFY(QString::fromStdString(sentence(parts.faults())).contains("5 × 5"));
    }

    void theRealMnistReadsAsItIs()
    {
        const QString root =
            qEnvironmentVariable("LAMINA_TEST_DATA", QString(LAMINA_SOURCE_DIR) + "/../shared/data");
        const QString mnist = QDir(root).absoluteFilePath("mnist");
        if (!QFile::exists(mnist + "/train-images-idx3-ubyte.gz"))
            QSKIP("the real MNIST is not here (LAMINA_TEST_DATA or ../shared/data)");
        const auto path = [&](const char* name) { return (mnist + "/" + name).toStdString(); };
        const Result<DataParts> parts = open({{"train_images", path("train-images-idx3-ubyte.gz")},
                                              {"train_labels", path("train-labels-idx1-ubyte.gz")},
                                              {"test_images", path("t10k-images-idx3-ubyte.gz")},
                                              {"test_labels", path("t10k-labels-idx1-ubyte.gz")}});
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        QCOMPARE(parts->train->size(), Index(60000));
        QCOMPARE(parts->test->size(), Index(10000));
        QVERIFY(parts->train->fields()[0].shape == (Shape{28, 28, 1}));
        std::vector<float> label(1);
        QVERIFY(parts->train->readNumbers(0, 1, label));
        QCOMPARE(label[0], 5.0F);
        QVERIFY(parts->test->readNumbers(0, 1, label));
        QCOMPARE(label[0], 7.0F);
        std::vector<float> image(784);
        QVERIFY(parts->train->readNumbers(0, 0, image));
        QCOMPARE(std::accumulate(image.begin(), image.end(), 0.0), 27525.0);
    }
};

LAMINA_TEST(IdxTest)
#include "idx_test.moc"
