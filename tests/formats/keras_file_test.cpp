// Models written as Keras' files and read back: nothing lost, every number in its place, laid out as Keras
// does.
#include "engine/formats/hdf5_file.h"
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/json_reader.h"
#include "engine/formats/keras_config.h"
#include "engine/formats/keras_tree.h"
#include "engine/formats/zip_file.h"
#include "engine/model/optimizer_type.h"

#include "keras_models.h"
#include "samples.h"
#include "small_disk.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace lamina;
using namespace keras_models;

Q_DECLARE_METATYPE(ModelSpec)

namespace {
hdf5::Tree treeOf(const std::filesystem::path& path)
{
    return *hdf5::Tree::read(*openBytes(path), "f");
}

bool isList(const hdf5::Tree& tree, const hdf5::Node& node, const std::string& name,
            const std::vector<std::string>& wanted)
{
    return tree.names(node, name) == wanted;
}
} // namespace

class KerasFileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenReadsBackTheSame_data()
    {
        QTest::addColumn<ModelSpec>("model");
        QTest::addColumn<bool>("archive");
        for (const bool archive : {false, true}) {
            const char* kind = archive ? "archive" : "hdf5";
            QTest::addRow("chain, %s", kind) << chain() << archive;
            QTest::addRow("branches, %s", kind) << branches() << archive;
            QTest::addRow("nested, %s", kind) << nested(false) << archive;
            QTest::addRow("frozen, %s", kind) << nested(true) << archive;
        }
    }
    void whatIsWrittenReadsBackTheSame()
    {
        QFETCH(ModelSpec, model);
        QFETCH(bool, archive);
        const Result<Network> network = Network::make(model);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        const Buffer weights = numbered(*network);
        TrainingSpec training;
        training.loss = {"sparse_categorical_crossentropy", {{"from_logits", true}}};
        training.metrics = {{"accuracy", Json::object()}};
        training.optimizer = {"Adam", {{"learning_rate", 0.002}, {"beta_1", 0.8}}};
        keras::OptimizerState state{training.optimizer, 42, {}};
        for (int slot = 0; slot < 2; ++slot) {
            state.kept.push_back(weights);
            for (float& value : state.kept.back().values())
                value += 0.25F * static_cast<float>(slot + 1);
        }
        const ModelToSave saved{.network = &*network,
                                .weights = &weights,
                                .extras = {{{"Rescaling", {{"scale", 0.5}}}}, "drawing", {"null", "eins"}},
                                .name = "mine",
                                .training = &training,
                                .optimizer = &state};
        const std::filesystem::path path = m_folder.filePath("model").toStdString();
        const Result<void> written = archive ? writeKerasArchive(path, saved) : writeKerasH5(path, saved);
        QVERIFY(written);
        QVERIFY(isModelFile(path));
        const Result<SavedModel> read = readModelFile(path);
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QCOMPARE(read->name, std::string("mine"));
        QVERIFY(read->extras == saved.extras);
        QVERIFY(read->notes.empty());
        QVERIFY(read->training && read->training->loss == training.loss);
        QVERIFY(read->training->metrics == training.metrics);
        QVERIFY(read->training->optimizer == training.optimizer);

        const Result<Network> again = Network::make(read->model);
        QVERIFY(again);
        QCOMPARE(again->blocks().size(), network->blocks().size());
        // Layers may come in Keras' order: by name, every number is where it was.
        QVERIFY(read->optimizer && read->optimizer->step == 42 && read->optimizer->kept.size() == 2);
        for (const Variable& variable : network->variables()) {
            const std::string& layer = network->layers()[static_cast<std::size_t>(variable.layer)].spec.name;
            const auto same = std::find_if(
                again->variables().begin(), again->variables().end(), [&](const Variable& other) {
                    return other.name == variable.name
                        && again->layers()[static_cast<std::size_t>(other.layer)].spec.name == layer;
                });
            QVERIFY(same != again->variables().end());
            QCOMPARE(same->trainable, variable.trainable);
            for (Index i = 0; i < variable.count; ++i) {
                QCOMPARE(read->weights.data()[same->offset + i], weights.data()[variable.offset + i]);
                for (std::size_t slot = 0; slot < 2 && variable.trainable; ++slot)
                    QCOMPARE(read->optimizer->kept[slot].data()[same->offset + i],
                             state.kept[slot].data()[variable.offset + i]);
            }
        }
        // Written once more, it is the same model to the last setting.
        const ModelToSave second{.network = &*again, .weights = &read->weights, .extras = {}, .name = "mine"};
        QVERIFY(archive ? writeKerasArchive(path, second) : writeKerasH5(path, second));
        const Result<SavedModel> third = readModelFile(path);
        QVERIFY(third && third->model == read->model);
        QVERIFY(sameNumbers(*again, third->weights, read->weights));
    }

    void weightsAloneAreReadByNameOrOrder()
    {
        const std::filesystem::path path = m_folder.filePath("weights").toStdString();
        const Network network = *Network::make(branches());
        const Buffer weights = numbered(network);
        QVERIFY(writeKerasWeights(path, network, weights));
        Result<KerasWeights> read = readKerasWeights(path, network);
        QVERIFY(read && sameNumbers(network, weights, read->weights));
        QVERIFY(!readModelFile(path)); // there is no model in it
        ModelSpec renamed = branches();
        for (LayerSpec& layer : renamed.layers) {
            layer.name = "x" + layer.name;
            for (TensorRef& input : layer.inputs)
                input.layer = "x" + input.layer;
        }
        read = readKerasWeights(path, *Network::make(renamed));
        QVERIFY(read && sameNumbers(network, weights, read->weights));
    }

    void theGroupsAreThoseOfKeras()
    {
        const std::filesystem::path path = m_folder.filePath("nested").toStdString();
        const Network network = *Network::make(nested(false));
        const Buffer weights = numbered(network);
        QVERIFY(writeKerasH5(path, {.network = &network, .weights = &weights}));
        const hdf5::Tree tree = treeOf(path);
        const hdf5::Node& group = *tree.find(tree.root(), "model_weights");
        QVERIFY(tree.text(tree.root(), "keras_version") && tree.text(tree.root(), "backend") == "tensorflow");
        // A chain's Input layer is none to Keras.
        QVERIFY(isList(tree, group, "layer_names", {"backbone", "flatten", "out"}));
        QVERIFY(group.attributes.at("layer_names").type.kind == hdf5::Kind::Text);
        QVERIFY(tree.root().attributes.at("model_config").type.kind == hdf5::Kind::LongText);
        // What is trained comes first: 'a' is frozen, so it comes after 'c'.
        QVERIFY(isList(tree, *tree.find(group, "backbone"), "weight_names",
                       {"b/gamma:0", "b/beta:0", "c/kernel:0", "c/bias:0", "a/kernel:0", "a/bias:0",
                        "b/moving_mean:0", "b/moving_variance:0"}));
        QVERIFY(tree.find(group, "backbone/c/kernel:0"));
        QVERIFY(isList(tree, *tree.find(group, "flatten"), "weight_names", {}));
        QCOMPARE(tree.find(group, "flatten")->attributes.at("weight_names").type.size, std::size_t{8});
        QVERIFY(isList(tree, *tree.find(group, "top_level_model_weights"), "weight_names", {}));
    }

    void theArchiveIsThatOfKeras()
    {
        const std::filesystem::path path = m_folder.filePath("archive").toStdString();
        const Network network = *Network::make(nested(false));
        const Buffer weights = numbered(network);
        QVERIFY(
            writeKerasArchive(path, {.network = &network, .weights = &weights, .extras = {}, .name = "n"}));
        const Result<ZipFile> archive = ZipFile::open(path);
        QVERIFY(archive && archive->has("metadata.json"));
        const Json config = Json::parse(*archive->read("config.json", 1'000'000));
        QCOMPARE(config["class_name"].get<std::string>(), std::string("Sequential"));
        const Json& backbone = config["config"]["layers"][1];
        QCOMPARE(backbone["class_name"].get<std::string>(), std::string("Functional"));
        const Json& conv = backbone["config"]["layers"][1];
        QCOMPARE(conv["module"].get<std::string>(), std::string("keras.layers"));
        QVERIFY(conv["registered_name"].is_null());
        QVERIFY(conv["build_config"] == (Json{{"input_shape", {nullptr, 4, 4, 2}}}));
        QVERIFY(conv["inbound_nodes"][0]["args"][0]["config"]["keras_history"] == (Json{"picture", 0, 0}));
        const hdf5::Tree tree = *hdf5::Tree::read(
            bytesInMemory(*archive->read("model.weights.h5", 1'000'000)), "model.weights.h5");
        for (const char* each :
             {"layers/functional/layers/conv2d/vars/0", "layers/functional/layers/conv2d_1/vars/1",
              "layers/functional/layers/batch_normalization/vars/3", "layers/dense/vars/1"})
            QVERIFY2(tree.find(tree.root(), each), each);
        QVERIFY(tree.text(*tree.find(tree.root(), "layers/dense/vars"), "name") == "out");
        QVERIFY(!archive->read("config.json", 100)); // more than was allowed
    }

    // As numpy.array_split cuts, over 64 512 bytes.
    void longListsOfNamesAreCutAsKerasDoes()
    {
        ModelSpec model;
        model.layers = {{"InputLayer", "input", {{"shape", {2}}}, {}}};
        for (int i = 0; i < 700; ++i)
            model.layers.push_back({"Activation",
                                    "layer_" + std::string(90, 'x') + std::to_string(1000 + i),
                                    {{"activation", "relu"}},
                                    {{model.layers.back().name, 0}}});
        model.layers.push_back({"Dense", "last", {{"units", 1}}, {{model.layers.back().name, 0}}});
        const std::filesystem::path path = m_folder.filePath("long").toStdString();
        const Network network = *Network::make(model);
        const Buffer weights = numbered(network);
        QVERIFY(writeKerasH5(path, {.network = &network, .weights = &weights}));
        const hdf5::Tree tree = treeOf(path);
        const hdf5::Node& group = *tree.find(tree.root(), "model_weights");
        QVERIFY(!group.attributes.contains("layer_names"));
        QVERIFY(group.attributes.at("layer_names0").shape == (Shape{351})); // 701 names in two parts
        QVERIFY(group.attributes.at("layer_names1").shape == (Shape{350}));
        const Result<SavedModel> read = readModelFile(path);
        QVERIFY(read && read->model == model);
    }

    // However far it came: what was there stays, nothing is left beside it, and the next one succeeds.
    void aFullDiskIsToldAndLeavesWhatWasThere_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 100, 1'000, 3'000, 6'000, 12'000})
            QTest::addRow("%d bytes", bytes) << bytes;
    }
    void aFullDiskIsToldAndLeavesWhatWasThere()
    {
        QFETCH(int, bytes);
        const Network network = *Network::make(branches());
        const Buffer weights = numbered(network);
        const ModelToSave model{.network = &network, .weights = &weights};
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("model").toStdString();
        const std::array<std::function<Result<void>()>, 3> ways{
            [&] { return writeKerasH5(path, model); },
            [&] { return writeKerasWeights(path, network, weights); },
            [&] { return writeKerasArchive(path, model); }};
        for (const auto& write : ways) {
            QVERIFY(write());
            const std::string before = textOf(path);
            QVERIFY(before.size() > static_cast<std::size_t>(bytes));
            Result<void> written;
            {
                const SmallDisk disk(static_cast<rlim_t>(bytes));
                written = write();
            }
            QVERIFY(!written);
            QCOMPARE(
                QString::fromStdString(sentence(written.faults())),
                QString("The file cannot be written because it would be larger than is allowed here, %1, "
                        "choose another folder")
                    .arg(QString::fromStdString(path.string())));
            QCOMPARE(textOf(path), before);
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
            QVERIFY(write());
            QVERIFY(textOf(path).size() == before.size());
        }
    }

    void groupsOfKeras3AreNamedAsThere()
    {
        const std::pair<const char*, const char*> names[] = {
            {"Conv2D", "conv2d"},
            {"MaxPooling2D", "max_pooling2d"},
            {"GlobalAveragePooling2D", "global_average_pooling2d"},
            {"LeakyReLU", "leaky_re_lu"},
            {"PReLU", "p_re_lu"},
            {"LSTM", "lstm"},
            {"SimpleRNN", "simple_rnn"},
            {"ELU", "elu"},
            {"SpatialDropout2D", "spatial_dropout2d"}};
        for (const auto& [className, group] : names)
            QCOMPARE(keras::groupName(className), std::string(group));
    }

private:
    QTemporaryDir m_folder;
};

LAMINA_TEST(KerasFileTest)
#include "keras_file_test.moc"
