// The same models in the words of ten years of Keras.
#include "engine/formats/keras_config.h"
#include "engine/formats/keras_training.h"
#include "engine/formats/keras_tree.h"

#include "keras_models.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using keras::Version;

namespace {
Result<keras::ReadModel> read(const char* text, Version version = Version::Two)
{
    return keras::readModelConfig(Json::parse(text), "f", version);
}

// A chain of one layer, with an input of the shape.
std::string one(const std::string& className, const std::string& config, const std::string& shape)
{
    return R"({"class_name": "Sequential", "config": [{"class_name": ")" + className
        + R"(", "config": {"name": "it", "batch_input_shape": [null, )" + shape + "]"
        + (config.empty() ? "" : ", ") + config + "}}]}";
}

std::string configOf(const std::string& className, const std::string& config, const std::string& shape)
{
    const Result<keras::ReadModel> model = read(one(className, config, shape).c_str());
    return model ? model->model.layers.back().config.dump() : sentence(model.faults());
}

std::string text(const Json& json)
{
    return json.dump();
}
} // namespace

class KerasConfigTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aListAloneIsASequential()
    {
        const Result<keras::ReadModel> model = read(one("Dense", R"("units": 3)", "5").c_str());
        QVERIFY(model);
        QCOMPARE(model->model.layers.size(), std::size_t{2});
        QCOMPARE(model->model.layers[0].name, std::string("it_input"));
        QCOMPARE(text(model->model.layers[0].config), text({{"shape", {5}}}));
        QCOMPARE(text(model->model.layers[1].config), text({{"units", 3}}));
    }

    void olderAndNewerWordsMeanTheSame()
    {
        // Keras 1
        QCOMPARE(configOf("Dense", R"("output_dim": 3, "bias": false, "init": "glorot_uniform")", "5"),
                 text({{"units", 3}, {"use_bias", false}}));
        // 2.2: an initialiser spelt out; one that is something else stays
        QCOMPARE(configOf("Dense",
                          R"("units": 3, "kernel_initializer": {"class_name": "VarianceScaling", "config":
                 {"scale": 1.0, "mode": "fan_avg", "distribution": "uniform", "seed": null}})",
                          "5"),
                 text({{"units", 3}}));
        QCOMPARE(configOf("Dense",
                          R"("units": 3, "kernel_initializer": {"class_name": "VarianceScaling", "config":
                 {"scale": 2.0, "mode": "fan_in", "distribution": "normal", "seed": null}})",
                          "5"),
                 text({{"units", 3}, {"kernel_initializer", "he_normal"}}));
        QCOMPARE(configOf("Dense",
                          R"("units": 3, "kernel_initializer": {"class_name": "RandomUniform", "config":
                 {"minval": -0.05, "maxval": 0.05, "seed": null}})",
                          "5"),
                 text({{"units", 3}, {"kernel_initializer", "random_uniform"}}));
        // Keras 3
        QCOMPARE(configOf("LeakyReLU", R"("negative_slope": 0.1)", "5"), text({{"alpha", 0.1}}));
        QCOMPARE(configOf("Dense",
                          R"("units": 3, "activation": {"module": "builtins", "class_name": "function",
                 "config": "relu", "registered_name": "function"}, "dtype": {"module": "keras", "class_name":
                 "DTypePolicy", "config": {"name": "float32"}, "registered_name": null})",
                          "5"),
                 text({{"units", 3}, {"activation", "relu"}}));
    }

    void aCallOfKeras3IsRead()
    {
        const Result<keras::ReadModel> model = read(R"({"module": "keras.src.models.functional",
            "class_name": "Functional", "registered_name": "Functional", "config": {"name": "m", "trainable": true,
            "layers": [
              {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, 4],
               "name": "x"}, "registered_name": null, "name": "x", "inbound_nodes": []},
              {"module": "keras.layers", "class_name": "Dense", "config": {"name": "a", "units": 4}, "name": "a",
               "inbound_nodes": [{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [null, 4],
               "dtype": "float32", "keras_history": ["x", 0, 0]}}], "kwargs": {}}]},
              {"module": "keras.layers", "class_name": "Add", "config": {"name": "s"}, "name": "s",
               "inbound_nodes": [{"args": [[
               {"class_name": "__keras_tensor__", "config": {"keras_history": ["x", 0, 0]}},
               {"class_name": "__keras_tensor__", "config": {"keras_history": ["a", 0, 0]}}]],
               "kwargs": {"mask": null}}]}],
            "input_layers": ["x", 0, 0], "output_layers": [["s", 0, 0]]}})",
                                                    Version::Three);
        QVERIFY2(model, model ? "" : sentence(model.faults()).c_str());
        QVERIFY(model->model.layers[2].inputs == (std::vector<TensorRef>{{"x", 0}, {"a", 0}}));
        QVERIFY(model->model.inputs == (std::vector<TensorRef>{{"x", 0}}));
        QVERIFY(model->model.outputs == (std::vector<TensorRef>{{"s", 0}}));
    }

    // A backbone called with training=False, as transfer learning is taught.
    void predictingInsideATrainedModelIsSaid()
    {
        const Result<keras::ReadModel> model =
            read(R"({"class_name": "Functional", "config": {"name": "m", "layers": [
            {"class_name": "InputLayer", "name": "x", "inbound_nodes": [],
             "config": {"name": "x", "batch_input_shape": [null, 4]}},
            {"class_name": "Sequential", "name": "base", "inbound_nodes": [[["x", 0, 0, {"training": false}]]],
             "config": {"name": "base", "layers": [
               {"class_name": "Dropout", "config": {"name": "d", "batch_input_shape": [null, 4], "rate": 0.5}},
               {"class_name": "BatchNormalization", "config": {"name": "n"}}]}}],
            "input_layers": [["x", 0, 0]], "output_layers": [["base", 1, 0]]}})");
        QVERIFY2(model, model ? "" : sentence(model.faults()).c_str());
        QCOMPARE(model->notes.size(), std::size_t{1});
        const ModelSpec inner = *innerModel(model->model.layers[1]);
        QCOMPARE(inner.layers.size(), std::size_t{3});
        QCOMPARE(text(inner.layers[1].config), text({{"rate", 0}}));
        QCOMPARE(text(inner.layers[2].config), text({{"trainable", false}}));
    }

    void allThatIsMissingIsNamedAtOnce()
    {
        const Result<keras::ReadModel> model =
            read(R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
            {"class_name": "Dense", "config": {"name": "a", "units": 3, "batch_input_shape": [null, 4],
             "twist": 2}},
            {"class_name": "MultiHeadAttention", "config": {"name": "b"}},
            {"class_name": "Lambda", "config": {"name": "c"}},
            {"class_name": "Lambda", "config": {"name": "d"}}]}})");
        QVERIFY(!model);
        const std::string told = sentence(model.faults());
        QVERIFY2(told.find("Lambda, MultiHeadAttention") != std::string::npos, told.c_str());
        QVERIFY2(told.find("'twist'") != std::string::npos, told.c_str());
        QCOMPARE(model.faults().size(), std::size_t{2});
    }

    void whatCannotBeSaidIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const std::string& text, const char* told) {
            QTest::newRow(name) << QString::fromStdString(text) << told;
        };
        row("no model", R"({"class_name": "Dense", "config": {"units": 3}})", "describes no Keras model");
        row("a text", R"("Sequential")", "describes no Keras model");
        row("open size", one("Dense", R"("units": 3)", "null, 3"), "size is left open");
        row("no shape",
            R"({"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 1}}]})",
            "does not say the shape");
        row("shared", R"({"class_name": "Model", "config": {"layers": [
            {"class_name": "InputLayer", "config": {"name": "x", "batch_input_shape": [null, 4]}, "inbound_nodes": []},
            {"class_name": "Dense", "config": {"name": "a", "units": 4},
             "inbound_nodes": [[["x", 0, 0]], [["a", 0, 0]]]}]}})",
            "used more than once");
        row("other kinds",
            R"({"class_name": "Model", "config": {"layers": [{"class_name": 3, "config": []}, 7]}})",
            "not described as Keras does");
        row("call", R"({"class_name": "Model", "config": {"layers": [
            {"class_name": "InputLayer", "config": {"name": "x", "batch_input_shape": [null, 4]}, "inbound_nodes": []},
            {"class_name": "Dense", "config": {"name": "a", "units": 4},
             "inbound_nodes": [[["x", 0, 0, {"scale": 2.0}]]]}]}})",
            "called with 'scale'");
    }
    void whatCannotBeSaidIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, told);
        const Result<keras::ReadModel> model = read(text.toUtf8().constData());
        QVERIFY(!model);
        const QString all = QString::fromStdString(sentence(model.faults()));
        QVERIFY2(all.contains(told), qPrintable(all));
    }

    void compileIsRead()
    {
        std::vector<Text> notes;
        const TrainingSpec old = keras::readTrainingConfig(
            Json::parse(R"({"optimizer_config": {"class_name": "Adam", "config": {"lr": 0.0010000000474974513,
                "beta_1": 0.8999999761581421, "beta_2": 0.9990000128746033, "decay": 0.0, "epsilon": 1e-07,
                "amsgrad": false}}, "loss": "categorical_crossentropy", "metrics": ["accuracy"],
                "sample_weight_mode": null})"),
            notes);
        QVERIFY(notes.empty());
        QVERIFY(old.optimizer == (PartSpec{"Adam", Json::object()})); // all of it is the default
        QCOMPARE(old.loss.className, std::string("categorical_crossentropy"));
        const TrainingSpec later = keras::readTrainingConfig(
            Json::parse(
                R"({"loss": {"class_name": "SparseCategoricalCrossentropy", "config": {"reduction": "auto",
                "name": "sparse", "from_logits": true}}, "metrics": [[{"class_name": "MeanMetricWrapper", "config":
                {"name": "accuracy", "dtype": "float32", "fn": "sparse_categorical_accuracy"}}]],
                "optimizer_config": {"class_name": "Custom>SGD", "config": {"learning_rate": 0.05,
                "momentum": 0.9, "nesterov": true, "jit_compile": true}}})"),
            notes);
        QVERIFY(notes.empty());
        QVERIFY(later.loss == (PartSpec{"sparse_categorical_crossentropy", {{"from_logits", true}}}));
        QVERIFY(later.metrics == (std::vector<PartSpec>{{"accuracy", Json::object()}}));
        QVERIFY(later.optimizer
                == (PartSpec{"SGD", {{"learning_rate", 0.05}, {"momentum", 0.9}, {"nesterov", true}}}));
        const TrainingSpec strange = keras::readTrainingConfig(
            Json::parse(R"({"loss": "my_loss", "metrics": ["my_metric"], "optimizer": {"class_name": "Mine",
                "config": {}}})"),
            notes);
        QCOMPARE(notes.size(), std::size_t{3});
        QCOMPARE(strange.loss.className, std::string());
    }

    // A walk back from the output meets the left branch first, wherever it stands in the list.
    void keraOrdersLayersByTheGraph()
    {
        const ModelSpec model = keras_models::branches();
        QCOMPARE(keras::layerOrder(model), (std::vector<int>{0, 2, 1, 3, 4}));
        QVERIFY(!keras::isChain(model));
        QVERIFY(keras::isChain(keras_models::chain()));
    }
};

LAMINA_TEST(KerasConfigTest)
#include "keras_config_test.moc"
