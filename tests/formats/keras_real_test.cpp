// The files that Keras itself wrote, of versions 2.2 to 3; skipped where they are not.
#include "engine/data/open.h"
#include "engine/formats/hdf5_tree.h"
#include "engine/formats/keras_tree.h"
#include "engine/model/predictor.h"
#include "engine/model/summary.h"

#include "keras_models.h"
#include "samples.h"
#include "tests/support/run.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace lamina;

namespace {
std::filesystem::path dataFolder()
{
    const QByteArray given = qgetenv("LAMINA_TEST_DATA");
    return given.isEmpty() ? sharedFolder() / "data" : std::filesystem::path(given.toStdString());
}

std::filesystem::path kerasFile(const char* name)
{
    return dataFolder() / "keras" / name;
}

// Layers that were not there when the file came are named; then there is nothing to check.
std::optional<SavedModel> opened(const std::filesystem::path& path, std::string& why)
{
    Result<SavedModel> read = readModelFile(path);
    if (!read) {
        why = sentence(read.faults());
        return std::nullopt;
    }
    return std::move(*read);
}
} // namespace

class KerasRealTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFileOpensAndIsWrittenBitForBit_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("parameters");
        QTest::newRow("mnist_cnn.h5") << "mnist_cnn.h5" << 93322;
        QTest::newRow("mnist_cnn.keras") << "mnist_cnn.keras" << 225034;
        QTest::newRow("fashion_mlp.h5") << "fashion_mlp.h5" << 266610;
        QTest::newRow("mnist_gap") << "mnist_gap_best_model.hdf5" << 19466;
        QTest::newRow("cifar10") << "cifar10_ResNet20v1_model.001.h5" << 274442;
        QTest::newRow("lstm") << "lstm_model.h5" << 50851;
    }
    void everyFileOpensAndIsWrittenBitForBit()
    {
        QFETCH(QString, file);
        QFETCH(int, parameters);
        const std::filesystem::path path = kerasFile(file.toUtf8().constData());
        if (!std::filesystem::exists(path))
            QSKIP(qPrintable(file + " is not here"));
        std::string why;
        const std::optional<SavedModel> model = opened(path, why);
        QVERIFY2(model, why.c_str());
        const Network network = *Network::make(model->model);
        QCOMPARE(network.parameterCount(), Index{parameters});
        QVERIFY(model->training && model->optimizer);
        const ModelToSave saved{.network = &network,
                                .weights = &model->weights,
                                .extras = model->extras,
                                .name = model->name,
                                .training = &*model->training,
                                .optimizer = &*model->optimizer};
        for (const bool archive : {false, true}) {
            const std::filesystem::path copy = m_folder.filePath("copy").toStdString();
            QVERIFY(archive ? writeKerasArchive(copy, saved) : writeKerasH5(copy, saved));
            const std::optional<SavedModel> again = opened(copy, why);
            QVERIFY2(again, why.c_str());
            QVERIFY(again->model == model->model);
            QVERIFY(keras_models::sameNumbers(network, again->weights, model->weights));
            QVERIFY(again->training == model->training);
            QVERIFY(again->optimizer && again->optimizer->step == model->optimizer->step);
            QCOMPARE(again->optimizer->kept.size(), model->optimizer->kept.size());
            for (std::size_t slot = 0; slot < again->optimizer->kept.size(); ++slot)
                QVERIFY(keras_models::sameNumbers(network, again->optimizer->kept[slot],
                                                  model->optimizer->kept[slot]));
        }
    }

    // The order in which Keras lists layers follows from the graph, and its list in the file is that order.
    void layersAreOrderedAsKerasDoes()
    {
        const std::filesystem::path path = kerasFile("cifar10_ResNet20v1_model.001.h5");
        if (!std::filesystem::exists(path))
            QSKIP("cifar10_ResNet20v1_model.001.h5 is not here");
        std::string why;
        const std::optional<SavedModel> model = opened(path, why);
        QVERIFY2(model, why.c_str());
        std::vector<int> order = keras::layerOrder(model->model);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        ModelSpec shuffled = model->model;
        std::rotate(shuffled.layers.begin(), shuffled.layers.begin() + 20, shuffled.layers.end());
        order = keras::layerOrder(shuffled);
        for (std::size_t i = 0; i < order.size(); ++i)
            QCOMPARE(shuffled.layers[static_cast<std::size_t>(order[i])].name, model->model.layers[i].name);
    }

    // Graph and summary against the file's own model_config, read by itself.
    void theResNetIsTheOneThatItsFileDescribes()
    {
        const std::filesystem::path path = kerasFile("cifar10_ResNet20v1_model.001.h5");
        if (!std::filesystem::exists(path))
            QSKIP("cifar10_ResNet20v1_model.001.h5 is not here");
        std::string why;
        const std::optional<SavedModel> model = opened(path, why);
        QVERIFY2(model, why.c_str());
        const hdf5::Tree tree = *hdf5::Tree::read(*openBytes(path), "f");
        const Json config = Json::parse(*tree.text(tree.root(), "model_config"))["config"];
        const Network network = *Network::make(model->model);
        QCOMPARE(network.layers().size(), config["layers"].size());
        const QString table = QString::fromStdString(summary(network, "cifar"));
        for (std::size_t i = 0; i < config["layers"].size(); ++i) {
            const Json& layer = config["layers"][i];
            const LayerSpec& own = network.layers()[i].spec;
            QCOMPARE(own.name, layer["name"].get<std::string>());
            QCOMPARE(own.className, layer["class_name"].get<std::string>());
            std::vector<TensorRef> inputs;
            for (const Json& node : layer["inbound_nodes"])
                for (const Json& input : node)
                    inputs.push_back({input[0].get<std::string>(), input[2].get<int>()});
            QVERIFY(own.inputs == inputs);
            QVERIFY(table.contains(QString::fromStdString(own.name).left(20)));
        }
        QVERIFY(table.contains("Total params: 274442 ("));
        QVERIFY(table.contains("Non-trainable params: 1376 ("));
    }

    void digitsAreRecognised_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("right"); // of the first 200 test pictures
        QTest::newRow("mnist_cnn.h5") << "mnist_cnn.h5" << 196;
        QTest::newRow("mnist_cnn.keras") << "mnist_cnn.keras" << 196;
    }
    void digitsAreRecognised()
    {
        QFETCH(QString, file);
        QFETCH(int, right);
        const std::filesystem::path path = kerasFile(file.toUtf8().constData());
        std::ifstream pictures(dataFolder() / "mnist" / "t10k-images-idx3-ubyte.gz");
        if (!std::filesystem::exists(path) || !pictures)
            QSKIP("the model or the MNIST test set is not here");
        DataSpec data;
        data.source = "idx";
        data.options = {{"train_images", "t10k-images-idx3-ubyte.gz"},
                        {"train_labels", "t10k-labels-idx1-ubyte.gz"}};
        const Result<DataParts> parts = openData(data, dataFolder() / "mnist", 1);
        QVERIFY2(parts, parts ? "" : sentence(parts.faults()).c_str());
        std::string why;
        const std::optional<SavedModel> model = opened(path, why);
        QVERIFY2(model, why.c_str());
        const auto network = std::make_shared<const Network>(*Network::make(model->model));
        Predictor predictor(network);
        int hits = 0;
        std::vector<float> picture(784);
        std::vector<float> label(1);
        for (Index i = 0; i < 200; ++i) {
            QVERIFY(parts->train->readNumbers(i, 0, picture));
            QVERIFY(parts->train->readNumbers(i, 1, label));
            for (float& ink : picture)
                ink /= 255; // as both were trained
            const std::span<const float> p = predictor.run(picture, model->weights);
            const auto digit = std::max_element(p.begin(), p.end()) - p.begin();
            hits += digit == static_cast<std::ptrdiff_t>(label[0]) ? 1 : 0;
            if (i == 0) // a 7
                QVERIFY(p[7] > 0.9995F);
        }
        QVERIFY2(hits >= right, qPrintable(QString::number(hits)));
    }

    void theLstmPredicts()
    {
        const std::filesystem::path path = kerasFile("lstm_model.h5");
        if (!std::filesystem::exists(path))
            QSKIP("lstm_model.h5 is not here");
        std::string why;
        const std::optional<SavedModel> model = opened(path, why);
        QVERIFY2(model, why.c_str());
        const auto network = std::make_shared<const Network>(*Network::make(model->model));
        Predictor predictor(network);
        std::vector<float> rising(90);
        std::vector<float> level(90, 0.5F);
        for (std::size_t i = 0; i < rising.size(); ++i)
            rising[i] = static_cast<float>(i) / 100;
        const float first = predictor.run(rising, model->weights)[0];
        const float second = predictor.run(level, model->weights)[0];
        QVERIFY(std::isfinite(first) && std::isfinite(second));
        QVERIFY(std::abs(second - 0.5F) < 0.1F); // it foretells a course from the 90 before
        QVERIFY(first > second);
    }

private:
    QTemporaryDir m_folder;
};

LAMINA_TEST(KerasRealTest)
#include "keras_real_test.moc"
