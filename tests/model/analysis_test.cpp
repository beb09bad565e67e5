// What a student is told about a model that cannot be: on the layer that has the fault, in words that say
// what to do.
#include "engine/model/network.h"
#include "engine/model/summary.h"

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
private slots:
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

    void denseAfterAPictureAsksForFlatten()
    {
        ModelSpec spec = small();
        spec.layers[3].inputs = {{"conv"}};
        const ModelAnalysis analysis = analyse(spec);
        QCOMPARE(analysis.layers[3].faults.size(), std::size_t{1});
        QVERIFY(sentence(analysis.layers[3].faults[0]).find("Flatten") != std::string::npos);
    }

    void aCircleIsNamed()
    {
        ModelSpec spec = small();
        spec.layers[1].inputs = {{"flatten"}};
        const ModelAnalysis analysis = analyse(spec);
        QVERIFY(analysis.order.empty());
        QVERIFY(sentence(analysis.faults).find("circle: conv, flatten") != std::string::npos);
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

QTEST_GUILESS_MAIN(AnalysisTest)
#include "analysis_test.moc"
