// Every optimizer over ten steps against numbers computed elsewhere in double precision
// (make_optimizers*.py). The first entry of a file holds the start and the gradients of its cases.
#include "engine/model/optimizer_type.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class GoldenOptimizersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void optimizer_data()
    {
        addGoldenRows("optimizers", [this](Json& golden) {
            if (golden.contains("start")) {
                m_common = golden;
                return std::string();
            }
            golden.update(m_common);
            return golden.at("optimizer").get<std::string>() + " " + golden.at("config").dump();
        });
    }

    void optimizer()
    {
        QFETCH(const Json, golden);
        const OptimizerType* type = optimizers::find(golden.at("optimizer").get<std::string>());
        QVERIFY(type);
        const Json& config = golden.at("config");
        const Faults faults = check(type->fields, config, {});
        QVERIFY2(faults.empty(), sentence(faults).c_str());
        const Attributes attributes(type->fields, config);
        const std::vector<std::string> names = type->slots(attributes);
        QCOMPARE(names, golden.at("slots").get<std::vector<std::string>>());

        Numbers weights = numbersOf(golden.at("start"));
        std::vector<Numbers> slots;
        std::vector<float*> places;
        for (std::size_t s = 0; s < names.size(); ++s)
            slots.emplace_back(weights.size(),
                               type->slotStart ? type->slotStart(attributes, static_cast<int>(s)) : 0.0F);
        for (Numbers& slot : slots)
            places.push_back(slot.data());
        const UpdateFunction update = compileUpdate(*type, attributes);
        const Json& gradients = golden.at("gradients");
        const Json& path = golden.at("path");
        QCOMPARE(path.size(), gradients.size());
        for (std::size_t step = 0; step < path.size(); ++step) {
            const Numbers gradient = numbersOf(gradients[step]);
            QCOMPARE(gradient.size(), weights.size());
            update({.weights = weights.data(),
                    .gradient = gradient.data(),
                    .slots = places,
                    .count = static_cast<Index>(weights.size()),
                    .step = static_cast<Index>(step) + 1,
                    .learningRate = attributes.real("learning_rate")});
            QVERIFY(agrees(weights, path[step], QString("weights after step %1").arg(step + 1)));
        }
        for (std::size_t s = 0; s < slots.size(); ++s)
            QVERIFY(agrees(slots[s], golden.at("kept").at(s), QString::fromStdString(names[s])));
    }

private:
    Json m_common;
};

LAMINA_TEST(GoldenOptimizersTest)
#include "golden_optimizers_test.moc"
