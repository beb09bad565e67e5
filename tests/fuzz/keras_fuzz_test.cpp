// Damaged model files are answered by sentences or read as what they now say: no crash, no endless search, no
// more memory than the file and the model account for. Small samples are made here; the files of Keras' own
// are taken in where they are.
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/keras_h5.h"
#include "engine/formats/zip_file.h"

#include "mutations.h"
#include "tests/formats/keras_models.h"
#include "tests/formats/samples.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace lamina;
using namespace keras_models;

namespace {
constexpr std::size_t realAtMost = 4'000'000; // bytes

std::string bytesOf(const std::filesystem::path& path)
{
    return textOf(path);
}

void put(const std::filesystem::path& path, const std::string& bytes)
{
    QFile file(QString::fromStdString(path.string()));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

// Where damage does the most: around the marks of the format's own structures, and where JSON begins.
std::vector<std::size_t> spotsOf(const std::string& bytes)
{
    std::vector<std::size_t> spots{0};
    for (const char* mark : {"TREE", "HEAP", "SNOD", "GCOL", "PK\x03\x04", "PK\x01\x02", "PK\x05\x06",
                             "class_name", "layer_names", "weight_names"})
        for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1))
            spots.push_back(at);
    return spots;
}

std::string damaged(const std::string& bytes, const std::vector<std::size_t>& spots, Mutations& mutations)
{
    if (mutations.next(4) == 0)
        return mutations.damage(bytes,
                                {"null", "-1", "4294967296", "[[", "{}", "\"Functional\"", "TREE", "SNOD"});
    std::string result = bytes;
    for (std::uint64_t i = mutations.next(4); i < 4; ++i) {
        const std::size_t at = std::min<std::size_t>(
            spots[mutations.next(spots.size())] + mutations.next(160), bytes.size() - 1);
        // A byte, or a whole number of 2, 4 or 8 bytes: small, huge, or an address somewhere in the file.
        const std::size_t width = std::size_t{1} << mutations.next(4);
        std::uint64_t value = mutations.next(bytes.size());
        if (mutations.next(3) == 0)
            value = std::uint64_t{1} << mutations.next(64);
        else if (mutations.next(3) == 0)
            value = ~std::uint64_t{0} - mutations.next(16);
        for (std::size_t b = 0; b < width && at + b < result.size(); ++b)
            result[at + b] = static_cast<char>(value >> (8 * b));
    }
    return result;
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}
} // namespace

class KerasFuzzTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const ModelSpec& model : {chain(), branches(), nested(false)}) {
            const Network network = *Network::make(model);
            const Buffer weights = numbered(network);
            TrainingSpec training;
            training.loss = {"mean_squared_error", Json::object()};
            training.optimizer = {"Adam", Json::object()};
            const keras::OptimizerState state{training.optimizer, 3, {weights, weights}};
            const ModelToSave saved{.network = &network,
                                    .weights = &weights,
                                    .extras = {},
                                    .name = "m",
                                    .training = &training,
                                    .optimizer = &state};
            const std::filesystem::path path = m_folder.filePath("sample").toStdString();
            QVERIFY(writeKerasH5(path, saved));
            m_samples.push_back(bytesOf(path));
            QVERIFY(writeKerasArchive(path, saved));
            m_samples.push_back(bytesOf(path));
            QVERIFY(writeKerasWeights(path, network, weights));
            m_samples.push_back(bytesOf(path));
        }
        const std::filesystem::path real = sharedFolder() / "data" / "keras";
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(real, error))
            if (entry.file_size() <= realAtMost)
                m_samples.push_back(bytesOf(entry.path()));
        if (error)
            qInfo("no files of Keras' own here: samples alone");
    }

    void damagedFilesAreAnswered()
    {
        const std::filesystem::path path = m_folder.filePath("damaged").toStdString();
        const long before = peakKilobytes();
        std::vector<std::vector<std::size_t>> spots;
        for (const std::string& sample : m_samples)
            spots.push_back(spotsOf(sample));
        FuzzRounds rounds(400);
        Mutations mutations(rounds.seed(1));
        int opened = 0;
        const Network network = *Network::make(chain());
        const PartSpec adam{"Adam", Json::object()};
        while (rounds.next()) {
            const std::size_t which = mutations.next(m_samples.size());
            put(path, damaged(m_samples[which], spots[which], mutations));
            const Result<SavedModel> model = readModelFile(path);
            if (model) {
                ++opened;
                const Result<Network> made = Network::make(model->model);
                QVERIFY(made && made->weightCount() == model->weights.size());
            } else {
                QVERIFY(!sentence(model.faults()).empty());
            }
            if (const Result<KerasWeights> read = readKerasWeights(path, network, &adam); !read)
                QVERIFY(!sentence(read.faults()).empty());
        }
        qInfo("%d damaged files, %d of them still a model, peak %ld MB more", rounds.done(), opened,
              (peakKilobytes() - before) / 1024);
        QVERIFY(peakKilobytes() - before < 1'000'000); // kilobytes: far below what a file may claim
    }

    // A model of two weights whose file claims to unpack to gigabytes.
    void aBombDoesNotGoOff()
    {
        ModelSpec model;
        model.layers = {{"InputLayer", "input", {{"shape", {1}}}, {}},
                        {"Dense", "one", {{"units", 1}}, {{"input", 0}}}};
        const Network network = *Network::make(model);
        const Buffer weights = numbered(network);
        const std::filesystem::path path = m_folder.filePath("bomb").toStdString();
        QVERIFY(writeKerasArchive(path, {.network = &network, .weights = &weights}));
        const Result<ZipFile> archive = ZipFile::open(path);
        const std::string config = *archive->read("config.json", 1'000'000);
        const std::filesystem::path bomb = m_folder.filePath("bomb.keras").toStdString();
        QVERIFY(writeZip(
            bomb,
            std::vector<ZipEntry>{
                {"config.json", config},
                {"model.weights.h5", std::string(100'000'000, '\0')}})); // NOLINT: so large is the bomb
        const Result<SavedModel> read = readModelFile(bomb);
        QVERIFY(!read);
        QVERIFY(sentence(read.faults()).find("more than the model can need") != std::string::npos);
    }

    void absurdSizesAreAnswered_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("2^31 units") << "\"units\":4"
                                    << "\"units\":2147483648";
        QTest::newRow("many units") << "\"units\":4"
                                    << "\"units\":60000";
        QTest::newRow("no units") << "\"units\":4"
                                  << "\"units\":-4";
        QTest::newRow("a text") << "\"units\":4"
                                << "\"units\":\"4\"";
        QTest::newRow("filters") << "\"filters\":3"
                                 << "\"filters\":3e300";
        QTest::newRow("shape") << "[null,6,6,1]"
                               << "[null,1000000,1000000,1000000]";
        QTest::newRow("overflow") << "[null,6,6,1]"
                                  << "[null,4294967296,4294967296,1]";
        QTest::newRow("window") << "\"kernel_size\":[3,3]"
                                << "\"kernel_size\":[1000000,3]";
    }
    void absurdSizesAreAnswered()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Network network = *Network::make(chain());
        const Buffer weights = numbered(network);
        const std::filesystem::path path = m_folder.filePath("absurd").toStdString();
        QVERIFY(writeKerasArchive(path, {.network = &network, .weights = &weights}));
        const Result<ZipFile> archive = ZipFile::open(path);
        QString config = QString::fromStdString(*archive->read("config.json", 1'000'000));
        QVERIFY2(config.contains(from), qPrintable(config));
        config.replace(from, to);
        const std::string numbers = *archive->read("model.weights.h5", 1'000'000);
        const std::filesystem::path changed = m_folder.filePath("changed").toStdString();
        QVERIFY(writeZip(
            changed,
            std::vector<ZipEntry>{{"config.json", config.toStdString()}, {"model.weights.h5", numbers}}));
        const long before = peakKilobytes();
        const Result<SavedModel> read = readModelFile(changed);
        QVERIFY(!read && !sentence(read.faults()).empty());
        QVERIFY(peakKilobytes() - before < 300'000);
    }

    void deepNestingIsAnswered()
    {
        std::string inner = R"({"class_name": "Sequential", "config": []})";
        for (int i = 0; i < 24; ++i)
            inner = R"({"class_name": "Sequential", "config": [)" + inner + "]}";
        const std::filesystem::path path = m_folder.filePath("deep").toStdString();
        QVERIFY(writeZip(path, std::vector<ZipEntry>{{"config.json", inner}, {"model.weights.h5", "x"}}));
        QVERIFY(!readModelFile(path));
        std::string deeper(100'000, '[');
        QVERIFY(writeZip(path, std::vector<ZipEntry>{{"config.json", deeper}, {"model.weights.h5", "x"}}));
        QVERIFY(!readModelFile(path));
    }

private:
    QTemporaryDir m_folder;
    std::vector<std::string> m_samples;
};

LAMINA_TEST(KerasFuzzTest)
#include "keras_fuzz_test.moc"
