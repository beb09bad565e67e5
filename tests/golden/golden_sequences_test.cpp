// Chains of layers through which a mask goes, against numbers computed elsewhere in double precision
// (make_layers_recurrent.py).
#include "tests/golden/golden_cases.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
Result<Network> networkOf(const Json& golden)
{
    ModelSpec spec;
    spec.layers.push_back({"InputLayer", "input", {{"shape", golden.at("shape")}}, {}});
    for (const Json& each : golden.at("layers")) {
        const std::string before = spec.layers.back().name;
        spec.layers.push_back({each.at("class_name"),
                               "layer_" + std::to_string(spec.layers.size()),
                               each.at("config"),
                               {{before}}});
    }
    return Network::make(spec);
}
} // namespace

class GoldenSequencesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chain_data()
    {
        addGoldenRows("sequences", [](const Json& golden) {
            std::string title;
            for (const Json& each : golden.at("layers"))
                title += each.at("class_name").get<std::string>() + " ";
            return title + golden.at("layers")[1].at("config").dump();
        });
    }

    void chain()
    {
        QFETCH(const Json, golden);
        Result<Network> network = networkOf(golden);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        const std::vector<Variable> variables = network->variables();
        for (const int lanes : {1, 2}) {
            OneLayer made(*network, golden.at("samples"));
            made.x = {numbersOf(golden.at("x"))};
            made.dy = {numbersOf(golden.at("dy"))};
            for (const Json& each : golden.at("parameters"))
                made.parameters.push_back(numbersOf(each));
            QCOMPARE(made.parameters.size(), variables.size());
            made.wantsInputGradients = !golden.at("dx").is_null();
            const LayerStep step = made.run({.lanes = lanes});
            QVERIFY(agrees(step.y[0], golden.at("y"), "y"));
            if (made.wantsInputGradients)
                QVERIFY(agrees(step.dx[0], golden.at("dx"), "dx"));
            for (std::size_t v = 0; v < variables.size(); ++v)
                QVERIFY(agrees(step.gradients[v], golden.at("gradients")[v],
                               "gradient of " + QString::fromStdString(variables[v].name)));
        }
    }
};

LAMINA_TEST(GoldenSequencesTest)
#include "golden_sequences_test.moc"
