// Every layer against numbers computed elsewhere in double precision (make_layers*.py): outputs, gradients of
// inputs and parameters, and what a step leaves in the state.
#include "tests/golden/golden_cases.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
// A case has "x", or "xs" with a list for each input; and so on.
std::vector<Json> each(const Json& golden, const char* one, const char* several)
{
    if (golden.contains(several))
        return golden.at(several).get<std::vector<Json>>();
    return golden.contains(one) ? std::vector<Json>{golden.at(one)} : std::vector<Json>{};
}

std::vector<Numbers> allNumbers(const std::vector<Json>& lists)
{
    std::vector<Numbers> numbers;
    for (const Json& list : lists)
        numbers.push_back(numbersOf(list));
    return numbers;
}

Index elements(const std::vector<Numbers>& lists, std::size_t at)
{
    return static_cast<Index>(lists.at(at).size());
}
} // namespace

class GoldenLayersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layer_data()
    {
        addGoldenRows("layers", [](const Json& golden) {
            return golden.at("layer").get<std::string>() + " " + golden.at("config").dump();
        });
    }

    void layer()
    {
        QFETCH(const Json, golden);
        std::vector<Shape> shapes;
        for (const Json& shape : each(golden, "shape", "shapes"))
            shapes.emplace_back(shape.get<std::vector<Index>>());
        const Index samples = golden.at("samples");
        Result<OneLayer> made =
            OneLayer::make(golden.at("layer"), golden.at("config"), shapes, samples, golden.contains("mask"));
        QVERIFY2(made, made ? "" : sentence(made.faults()).c_str());

        const std::vector<Shape>& announced = made->layer().signature.outputs;
        const std::vector<Json> outputs = each(golden, "output", "outputs");
        QCOMPARE(announced.size(), outputs.size());
        for (std::size_t o = 0; o < outputs.size(); ++o)
            QCOMPARE(announced[o].sizes(), outputs[o].get<std::vector<Index>>());

        made->x = allNumbers(each(golden, "x", "xs"));
        QCOMPARE(made->x.size(), shapes.size());
        for (std::size_t i = 0; i < shapes.size(); ++i)
            QCOMPARE(elements(made->x, i), samples * shapes[i].elements());
        if (golden.contains("mask")) {
            const Numbers mask = numbersOf(golden.at("mask"));
            const auto width = made->x[0].size() / mask.size();
            for (std::size_t step = 0; step < mask.size(); ++step)
                if (mask[step] == 0)
                    std::fill_n(made->x[0].begin() + static_cast<std::ptrdiff_t>(step * width), width,
                                passedOver);
        }
        made->parameters = allNumbers(golden.at("parameters").get<std::vector<Json>>());
        const std::vector<Variable>& variables = made->network().variables();
        QCOMPARE(made->parameters.size(), variables.size());
        for (std::size_t v = 0; v < variables.size(); ++v)
            QCOMPARE(elements(made->parameters, v), variables[v].count);

        const std::vector<Json> y = each(golden, "y", "ys");
        const bool training = golden.at("training");
        const std::vector<Json> dx = each(golden, "dx", "dxs");
        if (training)
            made->dy = allNumbers(each(golden, "dy", "dys"));
        else
            for (const Json& list : y)
                made->dy.emplace_back(list.size());
        QCOMPARE(made->dy.size(), outputs.size());
        for (std::size_t o = 0; o < outputs.size(); ++o)
            QCOMPARE(elements(made->dy, o), samples * announced[o].elements());
        made->wantsInputGradients = !std::ranges::all_of(dx, &Json::is_null);
        const LayerStep step = made->run({.training = training});

        for (std::size_t o = 0; o < y.size(); ++o)
            QVERIFY(agrees(step.y[o], y[o], "y"));
        if (!training)
            return;
        for (std::size_t i = 0; i < dx.size(); ++i)
            QVERIFY(dx[i].is_null() || agrees(step.dx[i], dx[i], "dx", made->dy[0]));
        const Json& gradients = golden.at("gradients");
        QCOMPARE(gradients.size(), variables.size());
        for (std::size_t v = 0; v < variables.size(); ++v)
            QVERIFY(gradients[v].is_null()
                    || agrees(step.gradients[v], gradients[v],
                              "gradient of " + QString::fromStdString(variables[v].name)));
        if (golden.contains("after"))
            for (const auto& [index, values] : golden.at("after").items())
                QVERIFY(agrees(step.after.at(std::stoul(index)), values,
                               "state " + QString::fromStdString(index)));
    }
};

LAMINA_TEST(GoldenLayersTest)
#include "golden_layers_test.moc"
