// Every loss against numbers computed elsewhere in double precision (make_losses*.py).
#include "engine/model/loss_type.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class GoldenLossesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loss_data()
    {
        addGoldenRows("losses", [](const Json& golden) {
            return golden.at("loss").get<std::string>() + " " + golden.at("config").dump()
                + (golden.at("logits") ? " from logits" : "");
        });
    }

    void loss()
    {
        QFETCH(const Json, golden);
        const LossType* type = losses::find(golden.at("loss").get<std::string>());
        QVERIFY(type);
        const Json& config = golden.at("config");
        const Faults faults = check(type->fields, config, {});
        QVERIFY2(faults.empty(), sentence(faults).c_str());
        const Attributes attributes(type->fields, config);
        QVERIFY(!golden.at("logits") || type->compileFromLogits);
        const Shape shape(golden.at("shape").get<std::vector<Index>>());
        const LossFunction function =
            golden.at("logits") ? type->compileFromLogits(attributes) : *type->compile(attributes, {shape});
        const Index samples = golden.at("samples");
        const Numbers prediction = numbersOf(golden.at("prediction"));
        const Numbers target = numbersOf(golden.at("target"));
        QCOMPARE(static_cast<Index>(prediction.size()), samples * shape.elements());
        QCOMPARE(static_cast<Index>(target.size()),
                 type->sparseTarget ? samples * shape.elements() / shape[-1] : samples * shape.elements());
        std::vector<double> values(static_cast<std::size_t>(samples), -1);
        Numbers gradient(prediction.size(), std::numeric_limits<float>::quiet_NaN());
        function({.prediction = prediction.data(),
                  .target = target.data(),
                  .samples = samples,
                  .positions = shape.elements() / shape[-1],
                  .classes = shape[-1],
                  .sampleLoss = values.data(),
                  .gradient = gradient.data(),
                  .scale = 1.0F / static_cast<float>(samples)});
        QVERIFY(agrees(Numbers(values.begin(), values.end()), golden.at("values"), "loss"));
        QVERIFY(agrees(gradient, golden.at("gradient"), "gradient"));
    }
};

LAMINA_TEST(GoldenLossesTest)
#include "golden_losses_test.moc"
