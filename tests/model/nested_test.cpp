// Models in models: kept as a value, laid flat for computation, one row in the summary.
#include "engine/formats/project_file.h"
#include "engine/model/nested.h"
#include "engine/model/predictor.h"
#include "engine/model/summary.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
LayerSpec layer(const char* className, const char* name, Json config, std::vector<TensorRef> inputs)
{
    return {className, name, std::move(config), std::move(inputs)};
}

ModelSpec backbone()
{
    ModelSpec inner;
    inner.layers = {layer("InputLayer", "in", {{"shape", {4, 4, 1}}}, {}),
                    layer("Conv2D", "conv", {{"filters", 2}, {"kernel_size", 3}}, {{"in", 0}}),
                    layer("BatchNormalization", "norm", Json::object(), {{"conv", 0}})};
    return inner;
}

ModelSpec around(Json config, const char* className = "Functional")
{
    ModelSpec model;
    model.layers = {layer("InputLayer", "picture", {{"shape", {4, 4, 1}}}, {}),
                    layer(className, "base", std::move(config), {{"picture", 0}}),
                    layer("Flatten", "flatten", Json::object(), {{"base", 0}}),
                    layer("Dense", "out", {{"units", 3}}, {{"flatten", 0}})};
    return model;
}

QString toldOf(const ModelSpec& model)
{
    return QString::fromStdString(sentence(analyse(model).faults));
}
} // namespace

class NestedTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsLaidFlatForComputation()
    {
        const Result<Network> network = Network::make(around(nestedConfig(backbone())));
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        std::vector<std::string> names;
        for (const NetworkLayer& each : network->layers())
            names.push_back(each.spec.name);
        QVERIFY(names == (std::vector<std::string>{"picture", "base/conv", "base/norm", "flatten", "out"}));
        QVERIFY(network->layers()[1].spec.inputs == (std::vector<TensorRef>{{"picture", 0}}));
        QVERIFY(network->layers()[3].spec.inputs == (std::vector<TensorRef>{{"base/norm", 0}}));
        QCOMPARE(network->blocks().size(), std::size_t{4});
        QVERIFY(network->blocks()[1].layers == (std::vector<int>{1, 2}));
        QVERIFY(network->spec() == around(nestedConfig(backbone()))); // the value keeps the nesting
    }

    void itComputesWhatTheFlatModelDoes()
    {
        ModelSpec flat = backbone();
        flat.layers.push_back(layer("Flatten", "flatten", Json::object(), {{"norm", 0}}));
        flat.layers.push_back(layer("Dense", "out", {{"units", 3}}, {{"flatten", 0}}));
        const auto one = std::make_shared<const Network>(*Network::make(flat));
        const auto other = std::make_shared<const Network>(*Network::make(around(nestedConfig(backbone()))));
        const Buffer weights = one->initialWeights(5);
        QCOMPARE(other->weightCount(), one->weightCount());
        std::vector<float> input(16);
        for (std::size_t i = 0; i < input.size(); ++i)
            input[i] = 0.1F * static_cast<float>(i);
        Predictor first(one);
        Predictor second(other);
        const std::span<const float> a = first.run(input, weights);
        const std::span<const float> b = second.run(input, weights);
        QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    }

    void theSummaryShowsOneRow()
    {
        Json config = nestedConfig(backbone());
        const QString table = QString::fromStdString(summary(*Network::make(around(config)), "m"));
        QVERIFY2(table.contains(" base (Functional)           (None, 2, 2, 2)           28"),
                 qPrintable(table));
        QVERIFY(!table.contains("norm"));
        QVERIFY(table.contains("Total params: 55 (") && table.contains("Non-trainable params: 4 ("));
        config["trainable"] = false;
        const Network frozen = *Network::make(around(config));
        QCOMPARE(frozen.trainableParameterCount(), Index{27});
        const ModelAnalysis analysis = analyse(around(config));
        QCOMPARE(analysis.layers[1].parameters, Index{28});
        QCOMPARE(analysis.layers[1].trainableParameters, Index{0});
    }

    void aSequentialMayLeaveOutLinksAndInput()
    {
        const Json config = Json::parse(R"({"layers": [
            {"class_name": "Conv2D", "name": "conv", "config": {"filters": 2, "kernel_size": 3}},
            {"class_name": "BatchNormalization", "name": "norm"}]})");
        const Result<Network> network = Network::make(around(config, "Sequential"));
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        QCOMPARE(network->layers()[2].spec.name, std::string("base/norm"));
        QVERIFY(network->layers()[2].spec.inputs == (std::vector<TensorRef>{{"base/conv", 0}}));
    }

    void modelsLieInModelsInModels()
    {
        ModelSpec middle;
        middle.layers = {layer("InputLayer", "x", {{"shape", {4, 4, 1}}}, {}),
                         layer("Functional", "deep", nestedConfig(backbone()), {{"x", 0}})};
        const Result<Network> network = Network::make(around(nestedConfig(middle)));
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        QCOMPARE(network->layers()[1].spec.name, std::string("base/deep/conv"));
    }

    void faultsAreToldAtTheInnerLayer_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("told");
        const QString in = R"({"class_name": "InputLayer", "name": "in", "config": {"shape": [4, 4, 1]}})";
        QTest::newRow("no layers") << R"({})"
                                   << "model.layers[1].config.layers";
        QTest::newRow("unknown key") << R"({"layers": [], "depth": 3})"
                                     << "model.layers[1].config.depth";
        QTest::newRow("wrong setting") << "{\"layers\": [" + in
                + R"(, {"class_name": "Dense", "name": "d", "config": {"units": -1}, "inputs": ["in"]}]})"
                                       << "model.layers[1].config.layers[1].config.units, layer 'base/d'";
        QTest::newRow("other shape")
            << R"({"layers": [{"class_name": "InputLayer", "name": "in", "config": {"shape": [5]}}]})"
            << "(4, 4, 1) comes in, and the model inside is made for [5]";
        QTest::newRow("circle") << "{\"layers\": [" + in
                + R"(, {"class_name": "Flatten", "name": "a", "inputs": ["b"]},
                       {"class_name": "Flatten", "name": "b", "inputs": ["a"]}]})"
                                << "model.layers[1].config.layers";
        QString deep = R"({"layers": []})";
        for (int i = 0; i < 20; ++i)
            deep = R"({"layers": [{"class_name": "Functional", "name": "m", "config": )" + deep + "}]}";
        QTest::newRow("too deep") << deep << "too deep";
    }
    void faultsAreToldAtTheInnerLayer()
    {
        QFETCH(QString, config);
        QFETCH(QString, told);
        const ModelSpec model = around(Json::parse(config.toStdString()));
        QVERIFY2(toldOf(model).contains(told), qPrintable(toldOf(model)));
        QVERIFY(!Network::make(model));
    }

    void aNameThatLooksNestedIsRefused()
    {
        ModelSpec model = around(nestedConfig(backbone()));
        model.layers[3].name = "base/conv";
        QVERIFY(toldOf(model).contains("called as if it lay in 'base'"));
    }

    void aProjectKeepsIt()
    {
        Project project;
        project.name = "nested";
        project.data.options = {{"generator", "digits"}};
        project.model = around(nestedConfig(backbone()));
        const Result<Project> read = parseProject(projectText(project), "f");
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(read->model == project.model);
        project.model.layers[1].config["layers"][1]["config"]["kernel"] = 3;
        project.model.layers[1].config["layers"][2]["inputs"][0] = "cnov";
        const Result<Project> wrong = parseProject(projectText(project), "f");
        QVERIFY(!wrong);
        const QString told = QString::fromStdString(sentence(wrong.faults()));
        QVERIFY2(told.contains("model.layers[1].config.layers[1].config.kernel"), qPrintable(told));
        QVERIFY2(told.contains("model.layers[1].config.layers[2].inputs[0]") && told.contains("'conv'"),
                 qPrintable(told));
    }
};

LAMINA_TEST(NestedTest)
#include "nested_test.moc"
