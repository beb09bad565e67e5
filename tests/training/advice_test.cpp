// Faults come with what puts them right where that is certain; ends of models are judged by task and data.
#include "engine/training/advice.h"

#include "engine/model/layer_type.h"
#include "engine/model/objective.h"
#include "tests/support/run.h"
#include "tests/training/runs.h"

#include <QTest>

using namespace lamina;

namespace {
Project digits()
{
    Project project;
    project.model.layers = {
        layer("InputLayer", "input", R"({"shape": [28, 28, 1]})", {}),
        layer("Conv2D", "conv", R"({"filters": 4, "kernel_size": 3, "activation": "relu"})", {{"input"}}),
        layer("Flatten", "flatten", "{}", {{"conv"}}),
        layer("Dense", "digit", R"({"units": 10, "activation": "softmax"})", {{"flatten"}})};
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    return project;
}

TaskFacts classFacts(Index classes, const Shape& samples = {28, 28, 1})
{
    TaskFacts facts;
    facts.inputs = {{"image", samples}};
    facts.targets = {{.name = "label", .classes = true, .count = classes, .shape = {}}};
    return facts;
}

TaskFacts numberFacts(Index numbers, const Shape& samples = {28, 28, 1})
{
    TaskFacts facts;
    facts.inputs = {{"image", samples}};
    facts.targets = {{.name = "value", .classes = false, .count = numbers, .shape = {numbers}}};
    return facts;
}

std::vector<Advice> adviceOn(const Project& project, const TaskFacts* facts = nullptr)
{
    return advise(project, analyse(project.model), facts);
}

Json& configOf(Project& project, const char* name)
{
    return project.model.find(name)->config;
}

// Makes the first fix of the first advice and asks again, until nothing is left or nothing can be done.
Project repaired(Project project, const TaskFacts* facts, int most = 5)
{
    for (int round = 0; round < most; ++round) {
        const std::vector<Advice> advice = adviceOn(project, facts);
        if (advice.empty() || advice[0].fixes.empty())
            break;
        project = withFix(project, advice[0].fixes[0]);
    }
    return project;
}

std::string labelOf(const Advice& advice)
{
    return advice.fixes.empty() ? std::string() : render(advice.fixes[0].label);
}
} // namespace

class AdviceTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anInputAloneIsOnlyABeginning()
    {
        Project project = digits();
        project.model.layers.resize(1);
        const TaskFacts facts = classFacts(10);
        const std::vector<Advice> advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QCOMPARE(render(advice[0].fault.what), std::string("There is nothing to train yet"));
        QVERIFY(!advice[0].blocks && advice[0].fixes.empty());
    }

    void nothingIsSaidOfWhatFits()
    {
        const Project project = digits();
        QVERIFY(adviceOn(project).empty());
        const TaskFacts facts = classFacts(10);
        QVERIFY(adviceOn(project, &facts).empty());
    }

    void aValueOutOfLimitsIsSetToTheNearest()
    {
        Project project = digits();
        configOf(project, "digit")["units"] = 0;
        const auto advice = adviceOn(project);
        QCOMPARE(advice.size(), std::size_t(1));
        QVERIFY(advice[0].blocks);
        QCOMPARE(advice[0].fault.where.layer, std::string("digit"));
        QCOMPARE(labelOf(advice[0]), std::string("Set units to 1"));
        QCOMPARE(withFix(project, advice[0].fixes[0]).model.find("digit")->config["units"], Json(1));
    }

    void aSettingThatDoesNotExistIsRemovedAndAWrongOneGoesToItsDefault()
    {
        Project project = digits();
        configOf(project, "conv")["colour"] = "red";
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Remove 'colour'"));
        QVERIFY(repaired(project, nullptr) == digits());
        configOf(project = digits(), "conv")["strides"] = "wide";
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Set strides to its default"));
        QVERIFY(repaired(project, nullptr) == digits());
    }

    void aPictureWithoutChannelsIsGivenThem()
    {
        Project project = digits();
        configOf(project, "input")["shape"] = {28, 28};
        const auto advice = adviceOn(project);
        QCOMPARE(labelOf(advice.at(0)), std::string("Give input the shape (28, 28, 1)"));
        QVERIFY(repaired(project, nullptr) == digits());
        // Not the input itself where it is not read by that layer alone.
        project.model.layers[1].inputs = {{"activation"}};
        project.model.layers.insert(
            project.model.layers.begin() + 1,
            layer("Activation", "activation", R"({"activation": "relu"})", {{"input"}}));
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Insert Reshape before it"));
        QVERIFY(adviceOn(repaired(project, nullptr)).empty());
    }

    void aWindowThatDoesNotFitIsPadded()
    {
        Project project = digits();
        configOf(project, "conv")["kernel_size"] = 31;
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Set padding to same"));
        QVERIFY(adviceOn(repaired(project, nullptr)).empty());
    }

    void looseEndsAreConnectedWhereThereIsOneWay()
    {
        Project project = digits();
        project.model.find("flatten")->inputs.clear();
        auto advice = adviceOn(project);
        QCOMPARE(labelOf(advice.at(0)), std::string("Connect conv to flatten"));
        QVERIFY(repaired(project, nullptr) == digits());
        project.model.find("flatten")->inputs = {{"gone"}};
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Connect conv to flatten"));
        QVERIFY(repaired(project, nullptr) == digits());
        // Two that lead nowhere: it is not ours to say which.
        project.model.layers.push_back(
            layer("Conv2D", "other", R"({"filters": 4, "kernel_size": 3})", {{"input"}}));
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string());
    }

    void aModelWithoutInputGetsThatOfTheData()
    {
        Project project = digits();
        project.model.layers.erase(project.model.layers.begin());
        project.model.layers[0].inputs.clear();
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string());
        const TaskFacts facts = classFacts(10);
        QCOMPARE(labelOf(adviceOn(project, &facts).at(0)), std::string("Add an input of (28, 28, 1)"));
        QVERIFY(adviceOn(repaired(project, &facts), &facts).empty());
    }

    void oneOfTwoNamesakesIsRenamed()
    {
        Project project = digits();
        project.model.layers.push_back(layer("Dropout", "digit", R"({"rate": 0.5})", {{"flatten"}}));
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Rename to digit_1"));
        QCOMPARE(repaired(project, nullptr).model.layers.back().name, std::string("digit_1"));
    }

    void asManyUnitsAsClasses()
    {
        const TaskFacts facts = classFacts(10);
        Project project = digits();
        configOf(project, "digit")["units"] = 8;
        auto advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QVERIFY(advice[0].blocks);
        QCOMPARE(advice[0].fault.where.layer, std::string("digit"));
        QCOMPARE(labelOf(advice[0]), std::string("Change to units 10"));
        QVERIFY(repaired(project, &facts) == digits());
        configOf(project, "digit")["units"] = 12; // too many can be trained
        advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QVERIFY(!advice[0].blocks);
        // Behind an activation of its own it is the layer before that has the units.
        project = digits();
        project.model.find("digit")->config = {{"units", 8}};
        project.model.layers.push_back(layer("Softmax", "softmax", "{}", {{"digit"}}));
        project = repaired(project, &facts);
        QCOMPARE(project.model.find("digit")->config["units"], Json(10));
        QVERIFY(adviceOn(project, &facts).empty());
    }

    void activationLossAndDataAreBroughtTogether_data()
    {
        QTest::addColumn<int>("classes"); // 0: numbers
        QTest::addColumn<int>("units");
        QTest::addColumn<QByteArray>("activation");
        QTest::addColumn<QByteArray>("loss");
        QTest::addColumn<bool>("blocks");
        QTest::addColumn<int>("unitsAfter");
        QTest::addColumn<QByteArray>("activationAfter");
        QTest::addColumn<QByteArray>("lossAfter");
        const auto row = [](const char* name, int classes, int units, const char* activation,
                            const char* loss, bool blocks, int unitsAfter, const char* activationAfter,
                            const char* lossAfter) {
            QTest::newRow(name) << classes << units << QByteArray(activation) << QByteArray(loss) << blocks
                                << unitsAfter << QByteArray(activationAfter) << QByteArray(lossAfter);
        };
        const char* const sparse = "sparse_categorical_crossentropy";
        const char* const binary = "binary_crossentropy";
        const char* const squares = "mean_squared_error";
        row("sigmoid for many classes", 10, 10, "sigmoid", sparse, false, 10, "softmax", sparse);
        row("no activation for many classes", 10, 10, "linear", sparse, false, 10, "softmax", sparse);
        row("squares for many classes", 10, 10, "softmax", squares, false, 10, "softmax", sparse);
        row("no loss", 10, 10, "softmax", "", true, 10, "softmax", sparse);
        row("one yes for many classes", 10, 1, "sigmoid", binary, true, 10, "softmax", sparse);
        row("one yes for two classes, wrong loss", 2, 1, "sigmoid", sparse, true, 1, "sigmoid", binary);
        row("softmax of one number", 2, 1, "softmax", binary, true, 1, "sigmoid", binary);
        row("no activation for two classes", 2, 1, "linear", binary, false, 1, "sigmoid", binary);
        row("softmax for a number", 0, 1, "softmax", squares, true, 1, "linear", squares);
        row("classes for a number", 0, 10, "softmax", "categorical_crossentropy", true, 1, "linear", squares);
        row("cross-entropy for a number", 0, 1, "linear", binary, false, 1, "linear", squares);
        row("classes' cross-entropy for a number", 0, 1, "linear", sparse, true, 1, "linear", squares);
        row("no loss for a number", 0, 1, "linear", "", true, 1, "linear", squares);
    }
    void activationLossAndDataAreBroughtTogether()
    {
        QFETCH(const int, classes);
        QFETCH(const int, units);
        QFETCH(const QByteArray, activation);
        QFETCH(const QByteArray, loss);
        QFETCH(const bool, blocks);
        QFETCH(const int, unitsAfter);
        QFETCH(const QByteArray, activationAfter);
        QFETCH(const QByteArray, lossAfter);
        const TaskFacts facts = classes > 0 ? classFacts(classes) : numberFacts(1);
        Project project = digits();
        configOf(project, "digit") = {{"units", units}, {"activation", activation.toStdString()}};
        project.training.loss = {loss.toStdString(), Json::object()};
        const auto advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QCOMPARE(advice[0].blocks, blocks);
        QCOMPARE(advice[0].fault.where.layer, std::string("digit"));
        QVERIFY(!advice[0].fault.remedy.empty());
        const Project after = withFix(project, advice[0].fixes.at(0)); // one press does it all
        QVERIFY(adviceOn(after, &facts).empty());
        QCOMPARE(after.model.find("digit")->config["units"], Json(unitsAfter));
        QCOMPARE(after.model.find("digit")->config["activation"], Json(activationAfter.toStdString()));
        QCOMPARE(after.training.loss.className, lossAfter.toStdString());
        QVERIFY(compileObjective(*Network::make(after.model), after.training));
    }

    void whatIsMeantIsLeftAlone()
    {
        Project project = digits();
        // The loss computes the softmax itself.
        configOf(project, "digit") = {{"units", 10}};
        project.training.loss.config["from_logits"] = true;
        TaskFacts facts = classFacts(10);
        QVERIFY(adviceOn(project, &facts).empty());
        // A yes or no for each class; stars learnt as a number; an autoencoder.
        configOf(project, "digit") = {{"units", 10}, {"activation", "sigmoid"}};
        project.training.loss = {"binary_crossentropy", Json::object()};
        QVERIFY(adviceOn(project, &facts).empty());
        configOf(project, "digit") = {{"units", 1}};
        project.training.loss = {"mse", Json::object()};
        facts.targets[0].ordered = true;
        QVERIFY(adviceOn(project, &facts).empty());
        facts = numberFacts(784);
        configOf(project, "digit") = {{"units", 784}, {"activation", "sigmoid"}};
        QVERIFY(adviceOn(project, &facts).empty());
    }

    void withoutDataLossAndActivationTellWhatIsMeant()
    {
        Project project = digits();
        project.training.loss.className = "mse";
        QCOMPARE(labelOf(adviceOn(project).at(0)),
                 std::string("Use the loss sparse_categorical_crossentropy"));
        configOf(project, "digit") = {{"units", 1}, {"activation", "sigmoid"}};
        QCOMPARE(labelOf(adviceOn(project).at(0)), std::string("Use the loss binary_crossentropy"));
        configOf(project, "digit") = {{"units", 1}};
        QVERIFY(adviceOn(project).empty());
    }

    void aPictureThatComesOutIsLaidFlatBeforeTheLastLayers()
    {
        const TaskFacts facts = classFacts(10);
        Project project = digits();
        project.model.layers[2] =
            layer("Dense", "hidden", R"({"units": 16, "activation": "relu"})", {{"conv"}});
        project.model.layers[3].inputs = {{"hidden"}};
        const auto advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QVERIFY(advice[0].blocks);
        QCOMPARE(labelOf(advice[0]), std::string("Insert Flatten before hidden"));
        project = withFix(project, advice[0].fixes[0]);
        QCOMPARE(project.model.find("hidden")->inputs.at(0).layer, std::string("flatten"));
        QVERIFY(adviceOn(project, &facts).empty());
    }

    void aSequenceThatComesOutIsEndedByItsOwnFlag()
    {
        const TaskFacts facts = classFacts(3, {12, 5});
        Project project;
        project.model.layers = {
            layer("InputLayer", "input", R"({"shape": [12, 5]})", {}),
            layer("LSTM", "lstm", R"({"units": 6, "return_sequences": true})", {{"input"}}),
            layer("Dense", "class", R"({"units": 3, "activation": "softmax"})", {{"lstm"}})};
        project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
        const auto advice = adviceOn(project, &facts);
        QCOMPARE(labelOf(advice.at(0)), std::string("Set return_sequences of lstm to false"));
        QVERIFY(adviceOn(repaired(project, &facts), &facts).empty());
    }

    void theInputTakesTheShapeOfTheSamples()
    {
        const TaskFacts facts = classFacts(10, {32, 32, 3});
        const Project project = digits();
        const auto advice = adviceOn(project, &facts);
        QCOMPARE(advice.size(), std::size_t(1));
        QCOMPARE(advice[0].fault.where.layer, std::string("input"));
        QCOMPARE(labelOf(advice[0]), std::string("Give input the shape (32, 32, 3)"));
        QVERIFY(adviceOn(repaired(project, &facts), &facts).empty());
    }

    // Whatever stands before it: a layer's example that does not take the output before is never made worse.
    void aFixNeverLeavesMoreFaultsThanThereWere()
    {
        int fixes = 0;
        for (const LayerType* type : layers::all())
            for (const Example& example : type->examples)
                for (const Shape& shape : {Shape{12}, Shape{6, 4}, Shape{8, 8, 2}, Shape{2, 3, 4, 5}}) {
                    if (type->maximumInputs == 0)
                        continue;
                    Project project;
                    project.model.layers = {
                        {"InputLayer", "input", {{"shape", shape.sizes()}}, {}},
                        {"Activation", "middle", {{"activation", "relu"}}, {{"input"}}},
                        {type->className, "subject", Json::parse(example.config), {{"middle"}}}};
                    const auto faults = analyse(project.model).faults.size();
                    for (const Advice& advice : adviceOn(project))
                        for (const Fix& fix : advice.fixes) {
                            ++fixes;
                            const Project after = withFix(project, fix);
                            QVERIFY2(analyse(after.model).faults.size() < std::max<std::size_t>(faults, 1)
                                         || faults == 0,
                                     type->className);
                        }
                }
        QVERIFY(fixes > 20);
    }
};

LAMINA_TEST(AdviceTest)
#include "advice_test.moc"
