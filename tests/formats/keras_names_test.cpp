// Layers whose names Keras could not build: what they are called in its files, and that here they are called
// as before.
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/keras_names.h"
#include "engine/formats/zip_file.h"

#include "keras_models.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace lamina;
using namespace keras_models;
using keras::Renaming;
using keras::Version;

namespace {
ModelSpec chainOf(const std::vector<std::string>& names)
{
    ModelSpec model;
    model.layers = {{"InputLayer", names[0], {{"shape", {3}}}, {}}};
    for (std::size_t i = 1; i < names.size(); ++i)
        model.layers.push_back({"Dense", names[i], {{"units", 2}}, {{names[i - 1]}}});
    return model;
}

// Names that will not do, inside a model and around it, and two outputs.
ModelSpec korean()
{
    ModelSpec inner;
    inner.layers = {{"InputLayer", "그림", {{"shape", {4}}}, {}},
                    {"Dense", "first layer", {{"units", 3}}, {{"그림"}}},
                    {"Dense", "끝", {{"units", 2}}, {{"first layer"}}}};
    inner.inputs = {{"그림"}};
    inner.outputs = {{"끝"}};
    ModelSpec model;
    model.layers = {{"InputLayer", "입력", {{"shape", {4}}}, {}},
                    {"Functional", "몸통 1", nestedConfig(inner), {{"입력"}}},
                    {"Dense", "숫자", {{"units", 2}}, {{"몸통 1"}}},
                    {"Dense", "plain", {{"units", 1}}, {{"몸통 1"}}}};
    model.inputs = {{"입력"}};
    model.outputs = {{"숫자"}, {"plain"}};
    return model;
}

TrainingSpec trainingByOutput()
{
    TrainingSpec training;
    training.loss.config = {{"숫자", "mean_squared_error"}, {"plain", "mean_absolute_error"}};
    training.lossWeights = {{"숫자", 0.5}, {"plain", 2}};
    training.outputMetrics = {{"숫자", {{"mean_absolute_error", Json::object()}}}};
    training.optimizer = {"SGD", {{"learning_rate", 0.1}}};
    return training;
}
} // namespace

class KerasNamesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameIsKeptOrMadeFromItsLetters()
    {
        const Renaming none;
        QVERIFY(keras::namesFor(Version::Two, chainOf({"input", "dense_1", "conv1/conv", "A.b-c>d"}))
                == none);
        const Renaming two = keras::namesFor(
            Version::Two,
            chainOf({"입력", "my layer", "_hidden", "합성곱 conv 1", "층", "my_layer", "a  b", "-x"}));
        const Renaming expected{{"입력", "input_layer"},
                                {"my layer", "my_layer_1"},
                                {"_hidden", "hidden"},
                                {"합성곱 conv 1", "conv_1"},
                                {"층", "dense"},
                                {"a  b", "a_b"},
                                {"-x", "x"}};
        QVERIFY(two == expected);
        // Keras 3 splits paths at '/'.
        const Renaming three =
            keras::namesFor(Version::Three, chainOf({"input", "conv1/conv", "conv1_conv"}));
        QVERIFY(three == (Renaming{{"conv1/conv", "conv1_conv_1"}}));
    }

    void twoNamesNeverBecomeOne()
    {
        const Renaming names =
            keras::namesFor(Version::Three, chainOf({"하나", "둘", "셋", "dense", "a b", "a?b"}));
        std::set<std::string> made{"dense"};
        for (const auto& [from, to] : names)
            QVERIFY2(made.insert(to).second, to.c_str());
        QCOMPARE(made.size(), std::size_t{6});
        QVERIFY(keras::inverse(keras::inverse(names)) == names);
    }

    void theFileHasKerasNamesAndTheModelItsOwn_data()
    {
        QTest::addColumn<bool>("archive");
        QTest::newRow("hdf5") << false;
        QTest::newRow("archive") << true;
    }
    void theFileHasKerasNamesAndTheModelItsOwn()
    {
        QFETCH(bool, archive);
        const ModelSpec model = korean();
        const Result<Network> network = Network::make(model);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        const Buffer weights = numbered(*network);
        const TrainingSpec training = trainingByOutput();
        const ModelToSave saved{
            .network = &*network, .weights = &weights, .training = &training, .optimizer = nullptr};
        const std::filesystem::path path = m_folder.filePath("model").toStdString();
        const Result<void> written = archive ? writeKerasArchive(path, saved) : writeKerasH5(path, saved);
        QVERIFY2(written, written ? "" : sentence(written.faults()).c_str());

        std::string config;
        if (archive) {
            config = *ZipFile::open(path)->read("config.json", 1'000'000);
        } else {
            const hdf5::Tree tree = *hdf5::Tree::read(*openBytes(path), "f");
            config = *tree.text(tree.root(), "model_config") + *tree.text(tree.root(), "training_config");
            QVERIFY(tree.find(tree.root(), "model_weights/dense_1/dense_1/kernel:0"));
            QVERIFY(tree.find(tree.root(), "model_weights/functional_1/first_layer/kernel:0"));
        }
        for (const LayerSpec& layer : model.layers)
            QVERIFY2(layer.name == "plain" || config.find(layer.name) == std::string::npos,
                     layer.name.c_str());
        for (const char* inner : {"그림", "끝", "first layer"})
            QVERIFY2(config.find(inner) == std::string::npos, inner);
        QVERIFY(config.find("first_layer") != std::string::npos);

        const Result<SavedModel> read = readModelFile(path);
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        const Result<Network> again = Network::make(read->model);
        QVERIFY(again);
        QCOMPARE(again->variables().size(), network->variables().size());
        for (const Variable& variable : network->variables()) {
            const std::string& layer = network->layers()[static_cast<std::size_t>(variable.layer)].spec.name;
            const auto same = std::ranges::find_if(again->variables(), [&](const Variable& other) {
                return other.name == variable.name
                    && again->layers()[static_cast<std::size_t>(other.layer)].spec.name == layer;
            });
            QVERIFY2(same != again->variables().end(), layer.c_str());
            for (Index i = 0; i < variable.count; ++i)
                QCOMPARE(read->weights.data()[same->offset + i], weights.data()[variable.offset + i]);
        }
        QVERIFY(read->training && read->training->loss == training.loss);
        QVERIFY(read->training->lossWeights == training.lossWeights);
        QVERIFY(read->training->outputMetrics == training.outputMetrics);
    }

    void weightsAloneFindTheirLayers()
    {
        const Network network = *Network::make(korean());
        const Buffer weights = numbered(network);
        const std::filesystem::path path = m_folder.filePath("weights").toStdString();
        QVERIFY(writeKerasWeights(path, network, weights));
        const Result<KerasWeights> read = readKerasWeights(path, network);
        QVERIFY(read && sameNumbers(network, weights, read->weights));
    }

    // A name with '/' is a group in a group, and stays as it is in Keras 2.
    void aSlashIsKept()
    {
        const Network network = *Network::make(chainOf({"input", "block", "block/one", "block/one/two"}));
        const Buffer weights = numbered(network);
        const std::filesystem::path path = m_folder.filePath("slash").toStdString();
        QVERIFY(writeKerasH5(path, {.network = &network, .weights = &weights}));
        const Result<SavedModel> read = readModelFile(path);
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(read->model == network.spec());
        QVERIFY(sameNumbers(network, weights, read->weights));
    }

    void aSentenceTellsOfEachNewName()
    {
        QVERIFY(keras::renamingNotes(Version::Two, chain()).empty());
        const std::vector<Text> notes = keras::renamingNotes(Version::Three, chainOf({"input", "my layer"}));
        QCOMPARE(notes.size(), std::size_t{1});
        QVERIFY(render(notes[0]).find("'my layer' is called 'my_layer'") != std::string::npos);
    }

    // Two layers that a damaged list would call the same.
    void aListOfNamesThatDoesNotFitIsAFault()
    {
        const Network network = *Network::make(chainOf({"input", "a b", "a c"}));
        const Buffer weights = numbered(network);
        const std::filesystem::path path = m_folder.filePath("damaged").toStdString();
        QVERIFY(writeKerasH5(path, {.network = &network, .weights = &weights}));
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const QByteArray from = R"("a_b":"a b")";
        QVERIFY(bytes.contains(from));
        bytes.replace(from, R"("a_b":"a c")");
        file.seek(0);
        file.write(bytes);
        file.close();
        const Result<SavedModel> read = readModelFile(path);
        QVERIFY(!read);
        QVERIFY(sentence(read.faults()).find("damaged") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
};

LAMINA_TEST(KerasNamesTest)
#include "keras_names_test.moc"
