// What a student is told about a model that cannot be: on the layer that has the fault, in words that say
// what to do.
#include "engine/model/network.h"
#include "engine/model/summary.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
LayerSpec layer(const char* className, const char* name, const char* config, std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

ModelSpec small()
{
    ModelSpec spec;
    spec.layers = {layer("InputLayer", "input", R"({"shape": [28, 28, 1]})", {}),
                   layer("Conv2D", "conv", R"({"filters": 32, "kernel_size": [3, 3], "activation": "relu"})",
                         {{"input"}}),
                   layer("Flatten", "flatten", "{}", {{"conv"}}),
                   layer("Dense", "digit", R"({"units": 10, "activation": "softmax"})", {{"flatten"}})};
    return spec;
}
} // namespace

class AnalysisTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGoodModelHasShapesAndCounts()
    {
        const ModelAnalysis analysis = analyse(small());
        QVERIFY(analysis.faults.empty());
        QCOMPARE(analysis.layers[1].outputs[0], (Shape{26, 26, 32}));
        QCOMPARE(analysis.layers[1].parameters, Index{320});
        QCOMPARE(analysis.layers[3].parameters, Index{216330});
        QCOMPARE(analysis.order, (std::vector{0, 1, 2, 3}));
    }

    void faultsStandOnTheirLayer_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        QTest::newRow("zero units") << 3 << R"({"units": 0})"
                                    << "model.layers[3].config.units"
                                    << "units";
        QTest::newRow("text for a number") << 3 << R"({"units": "ten"})"
                                           << "model.layers[3].config.units"
                                           << "whole number";
        QTest::newRow("missing") << 3 << "{}"
                                 << "model.layers[3].config.units"
                                 << "missing";
        QTest::newRow("unknown key") << 3 << R"({"units": 3, "unitz": 3})"
                                     << "model.layers[3].config.unitz"
                                     << "unitz";
        QTest::newRow("unknown activation") << 3 << R"({"units": 3, "activation": "rleu"})"
                                            << "model.layers[3].config.activation"
                                            << "relu";
        QTest::newRow("unknown initializer") << 3 << R"({"units": 3, "kernel_initializer": "glorot"})"
                                             << "model.layers[3].config.kernel_initializer"
                                             << "glorot_uniform";
        QTest::newRow("a matrix for a bias") << 3 << R"({"units": 3, "bias_initializer": "orthogonal"})"
                                             << "model.layers[3].config.bias_initializer"
                                             << "makes matrices";
        QTest::newRow("window too large") << 1 << R"({"filters": 1, "kernel_size": 29})"
                                          << "model.layers[1]"
                                          << "same";
        QTest::newRow("absurd size") << 3 << R"({"units": 1048576})"
                                     << "model.layers[3].config"
                                     << "too large";
    }
    void faultsStandOnTheirLayer()
    {
        QFETCH(int, position);
        QFETCH(QString, json);
        QFETCH(QString, path);
        QFETCH(QString, words);
        ModelSpec spec = small();
        spec.layers[static_cast<std::size_t>(position)].config = Json::parse(json.toStdString());
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.faults.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(analysis.faults[0].where.path), path);
        const QString said = QString::fromStdString(sentence(analysis.faults[0]));
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(!analysis.faults[0].remedy.empty());
    }

    void denseWorksAlongTheLastAxisOfAPicture()
    {
        ModelSpec spec = small();
        spec.layers[3].inputs = {{"conv"}};
        QCOMPARE(analyse(spec).layers[3].outputs[0], (Shape{26, 26, 10}));
    }

    void aCircleIsNamed()
    {
        ModelSpec spec = small();
        spec.layers[1].inputs = {{"flatten"}};
        const ModelAnalysis analysis = analyse(spec);
        QVERIFY(analysis.order.empty());
        QVERIFY(sentence(analysis.faults).find("circle: conv, flatten") != std::string::npos);
        // On those that are part of it; what stands before it keeps its shape.
        QVERIFY(!analysis.layers[1].faults.empty());
        QVERIFY(!analysis.layers[2].faults.empty());
        QVERIFY(analysis.layers[3].faults.empty());
        QCOMPARE(analysis.layers[0].outputs[0], (Shape{28, 28, 1}));
    }

    void looseEndsAreExplainedWhereTheyAre_data()
    {
        QTest::addColumn<QStringList>("inputs");
        QTest::addColumn<QStringList>("outputs");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("words");
        using List = QStringList;
        QTest::newRow("good") << List{"input"} << List{"digit", "side"} << -1 << QString();
        QTest::newRow("leads nowhere") << List{"input"} << List{"digit"} << 4 << "'side'";
        QTest::newRow("no input") << List{"conv"} << List{"digit", "side"} << 1 << "no Input layer";
        QTest::newRow("forgotten") << List{"conv", "digit"} << List{"digit", "side"} << 0 << "do not name";
        QTest::newRow("unknown") << List{"input"} << List{"digit", "side", "top"} << -2 << "'top'";
        QTest::newRow("twice") << List{"input"} << List{"digit", "digit", "side"} << -2 << "twice";
        QTest::newRow("no such tensor") << List{"input"} << List{"digit 1", "side"} << -2 << "no output 1";
    }
    void looseEndsAreExplainedWhereTheyAre()
    {
        QFETCH(QStringList, inputs);
        QFETCH(QStringList, outputs);
        QFETCH(int, position);
        QFETCH(QString, words);
        ModelSpec spec = small();
        spec.layers.push_back(layer("Dense", "side", R"({"units": 2})", {{"flatten"}}));
        const auto refs = [](const QStringList& names) {
            std::vector<TensorRef> list;
            for (const QString& name : names)
                list.push_back({name.section(' ', 0, 0).toStdString(), name.section(' ', 1).toInt()});
            return list;
        };
        spec.inputs = refs(inputs);
        spec.outputs = refs(outputs);
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.faults.empty(), position == -1);
        if (position >= 0)
            QCOMPARE(analysis.layers[static_cast<std::size_t>(position)].faults.size(), std::size_t{1});
        const QString said = QString::fromStdString(sentence(analysis.faults));
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void anInputThatNobodyUsesIsToldOnIt()
    {
        ModelSpec spec = small();
        spec.layers.push_back(layer("InputLayer", "second", R"({"shape": [3]})", {}));
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.faults.size(), std::size_t{1});
        QCOMPARE(analysis.layers[4].faults.size(), std::size_t{1});
    }

    void joinsSayWhichInputDoesNotFit_data()
    {
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("words");
        QTest::newRow("Add") << "Add"
                             << "{}"
                             << "Input 2 is (24, 24, 8) and does not fit to (26, 26, 32)";
        QTest::newRow("Subtract") << "Subtract"
                                  << "{}"
                                  << "Input 2";
        QTest::newRow("Concatenate") << "Concatenate"
                                     << "{}"
                                     << "only axis 3 may differ";
        QTest::newRow("along the batch") << "Concatenate"
                                         << R"({"axis": 0})"
                                         << "no axis 0";
        QTest::newRow("along nothing") << "Concatenate"
                                       << R"({"axis": 4})"
                                       << "no axis 4";
        QTest::newRow("Dot") << "Dot"
                             << R"({"axes": 1})"
                             << "is 26 long, and axis 1 of (None, 24, 24, 8) is 24";
        QTest::newRow("Dot over the batch") << "Dot"
                                            << R"({"axes": [1, 0]})"
                                            << "no axis 0";
    }
    void joinsSayWhichInputDoesNotFit()
    {
        QFETCH(QString, className);
        QFETCH(QString, config);
        QFETCH(QString, words);
        ModelSpec spec = small();
        spec.layers.push_back(layer("Conv2D", "other", R"({"filters": 8, "kernel_size": 5})", {{"input"}}));
        spec.layers.push_back(
            layer(qPrintable(className), "join", qPrintable(config), {{"conv"}, {"other"}}));
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.faults.size(), std::size_t{1});
        QCOMPARE(analysis.layers[5].faults.size(), std::size_t{1});
        const QString said = QString::fromStdString(sentence(analysis.faults));
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(!analysis.faults[0].remedy.empty());
    }

    void aJoinWithASingleInputAsksForMore()
    {
        ModelSpec spec = small();
        spec.layers[2] = layer("Add", "flatten", "{}", {{"conv"}});
        QVERIFY(sentence(analyse(spec).layers[2].faults).find("connect 2 layer(s)") != std::string::npos);
    }

    void allFaultsAreFoundAtOnce()
    {
        ModelSpec spec = small();
        spec.layers[1].config["filters"] = 0;
        spec.layers[3].className = "Dens";
        spec.layers[2].inputs = {{"nobody"}};
        QCOMPARE(analyse(spec).faults.size(), std::size_t{3});
    }

    void anEmptyModelSaysHowToBegin()
    {
        QVERIFY(sentence(analyse({}).faults).find("Input") != std::string::npos);
    }

    void theSummaryIsKeras()
    {
        const QString text = QString::fromStdString(summary(*Network::make(small()), "sequential"));
        const QStringList lines = text.split('\n');
        QCOMPARE(lines[0], "Model: \"sequential\"");
        QCOMPARE(lines[2], " Layer (type)                Output Shape              Param #");
        QVERIFY2(text.contains(" conv (Conv2D)               (None, 26, 26, 32)        320"),
                 qPrintable(text));
        QVERIFY2(text.contains("Total params: 216650 (846.29 KB)"), qPrintable(text));
        QVERIFY(text.contains("Non-trainable params: 0 (0.00 Byte)"));
    }

    void frozenLayersCountAsNotTrainable()
    {
        ModelSpec spec = small();
        spec.layers[1].config["trainable"] = false;
        const Network network = *Network::make(spec);
        QCOMPARE(network.parameterCount() - network.trainableParameterCount(), Index{320});
    }
};

LAMINA_TEST(AnalysisTest)
#include "analysis_test.moc"
