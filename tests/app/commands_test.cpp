#include "app/commands/add_layer.h"
#include "app/commands/move_layers.h"
#include "app/commands/remove_layers.h"
#include "app/commands/rename_layer.h"
#include "app/commands/replace_model.h"
#include "app/commands/set_data.h"
#include "app/commands/set_layer_config.h"
#include "app/commands/set_name.h"
#include "app/commands/set_seed.h"
#include "app/commands/set_training.h"
#include "app/document/project_document.h"
#include "engine/core/random.h"
#include "engine/model/layer_type.h"
#include "tests/app/example_project.h"
#include "tests/support/run.h"

#include <QSignalSpy>
#include <QTest>

using namespace lamina;

class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void settingAFieldIsUndone();
    void aFieldGoesBackToItsDefault();
    void edits_of_one_gesture_are_one_step_and_two_gestures_two();
    void aGestureThatEndsWhereItBeganLeavesNoStep();
    void anEditThatChangesNothingKeepsTheRedoSteps();
    void renamingReachesInputsOutputsLayoutAndTraining();
    void namesThatWouldClashAreRefusedWithAReason();
    void anAddedLayerStandsBetweenItsNeighbours();
    void anAddedLayerTakesOverAsOutput();
    void aLayerIsPutOnALink();
    void anInputFeedsTheLayersThatLackOne();
    void everyLayerOfTheTableStartsWithAllItMustHave();
    void removingClosesTheGap();
    void removingTheOutputMakesItsInputTheOutput();
    void movingManyIsOneStep();
    void sectionsAreReplacedAndUndone();
    void theAnalysisFollowsEachEdit();
    void undoingAllGivesTheFirstProjectAndRedoingAllTheLast();

private:
    const Project& project() const { return m_document->project(); }
    const LayerSpec& layer(const char* name) const { return *project().model.find(name); }
    DocumentCommand* randomCommand(const CounterRandom& random, std::uint64_t step) const;

    std::unique_ptr<ProjectDocument> m_document;
};

void CommandsTest::init()
{
    m_document = std::make_unique<ProjectDocument>();
    m_document->setProject(exampleProject(), {});
}

void CommandsTest::settingAFieldIsUndone()
{
    QSignalSpy changed(m_document.get(), &ProjectDocument::modelChanged);
    m_document->execute(new SetLayerConfig("hidden", "units", Json(64)));
    QCOMPARE(layer("hidden").config.at("units").get<int>(), 64);
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Change units of hidden"));
    QVERIFY(m_document->isModified());
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
    QVERIFY(!m_document->isModified());
    QCOMPARE(changed.count(), 2);
}

void CommandsTest::aFieldGoesBackToItsDefault()
{
    m_document->execute(new SetLayerConfig("hidden", "activation", std::nullopt));
    QVERIFY(!layer("hidden").config.contains("activation"));
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
}

void CommandsTest::edits_of_one_gesture_are_one_step_and_two_gestures_two()
{
    const Gesture first = Gesture::begin(), second = Gesture::begin();
    for (int units : {3, 30, 300})
        m_document->execute(new SetLayerConfig("hidden", "units", Json(units), first));
    QCOMPARE(m_document->undoStack().count(), 1);
    m_document->execute(new SetLayerConfig("hidden", "use_bias", Json(false), first)); // another field
    m_document->execute(new SetLayerConfig("hidden", "units", Json(5), second));
    QCOMPARE(m_document->undoStack().count(), 3);
    m_document->execute(new SetLayerConfig("hidden", "units", Json(6)));
    m_document->execute(new SetLayerConfig("hidden", "units", Json(7)));
    QCOMPARE(m_document->undoStack().count(), 5);
    m_document->undoStack().setIndex(1);
    QCOMPARE(layer("hidden").config.at("units").get<int>(), 300);
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
}

void CommandsTest::aGestureThatEndsWhereItBeganLeavesNoStep()
{
    const Gesture gesture = Gesture::begin();
    m_document->execute(new SetName("other", "Rename the project"));
    m_document->execute(new SetLayerConfig("hidden", "units", Json(3), gesture));
    m_document->execute(new SetLayerConfig("hidden", "units", Json(32), gesture));
    QCOMPARE(m_document->undoStack().count(), 1);
}

void CommandsTest::anEditThatChangesNothingKeepsTheRedoSteps()
{
    m_document->execute(new SetLayerConfig("hidden", "units", Json(64)));
    m_document->undoStack().undo();
    m_document->execute(new SetLayerConfig("hidden", "units", Json(32)));
    QVERIFY(m_document->undoStack().canRedo());
}

void CommandsTest::renamingReachesInputsOutputsLayoutAndTraining()
{
    Project start = exampleProject();
    start.model.outputs = {{"digit", 0}, {"flatten", 0}};
    start.layout = {{"flatten", {8, 16}}};
    start.training.loss.config = {{"digit", "mse"}, {"flatten", "mae"}};
    start.training.lossWeights = {{"digit", 1}, {"flatten", 0.5}};
    start.training.outputMetrics = {{"flatten", {{"mse", Json::object()}}}};
    m_document->setProject(start, {});
    m_document->execute(new RenameLayer(project(), "flatten", "rows"));
    QVERIFY(!project().model.find("flatten"));
    QCOMPARE(layer("hidden").inputs.front().layer, std::string("rows"));
    QCOMPARE(project().model.outputs.at(1).layer, std::string("rows"));
    QVERIFY(project().layout.contains("rows") && !project().layout.contains("flatten"));
    QVERIFY(project().training.loss.config == (Json{{"digit", "mse"}, {"rows", "mae"}}));
    QVERIFY(project().training.lossWeights == (Json{{"digit", 1}, {"rows", 0.5}}));
    QVERIFY(project().training.outputMetrics.contains("rows"));
    m_document->undoStack().undo();
    QVERIFY(project() == start);
}

void CommandsTest::namesThatWouldClashAreRefusedWithAReason()
{
    QVERIFY(RenameLayer::nameFault(project().model, "hidden", "hidden").isEmpty());
    QVERIFY(RenameLayer::nameFault(project().model, "hidden", "new").isEmpty());
    QVERIFY(RenameLayer::nameFault(project().model, "hidden", "digit").contains("digit"));
    QVERIFY(!RenameLayer::nameFault(project().model, "hidden", "").isEmpty());
    QVERIFY(!RenameLayer::nameFault(project().model, "hidden", "a/b").isEmpty());
}

void CommandsTest::anAddedLayerStandsBetweenItsNeighbours()
{
    m_document->execute(new AddLayer(project(), layerAfter(project().model, "Dropout", "hidden")));
    QCOMPARE(layer("dropout").inputs.front().layer, std::string("hidden"));
    QCOMPARE(layer("digit").inputs.front().layer, std::string("dropout"));
    QCOMPARE(project().model.layers.at(4).name, std::string("dropout"));
    QVERIFY(m_document->analysis().faults.empty());
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
}

void CommandsTest::anAddedLayerTakesOverAsOutput()
{
    Project start = exampleProject();
    start.model.outputs = {{"digit", 0}};
    m_document->setProject(start, {});
    m_document->execute(new AddLayer(project(), layerAfter(project().model, "Dense", "digit")));
    QCOMPARE(project().model.outputs.front().layer, std::string("dense"));
    m_document->undoStack().undo();
    QVERIFY(project() == start);
}

void CommandsTest::aLayerIsPutOnALink()
{
    Project start = exampleProject();
    start.model.layers.push_back({"Dense", "aside", {{"units", 2}}, {{"flatten", 0}}});
    m_document->setProject(start, {});
    m_document->execute(new AddLayer(project(), layerOnLink(project().model, "Dropout", {"aside", 0})));
    QCOMPARE(layer("aside").inputs.front().layer, std::string("dropout"));
    QCOMPARE(layer("hidden").inputs.front().layer, std::string("flatten"));
    m_document->undoStack().undo();
    QVERIFY(project() == start);
}

void CommandsTest::anInputFeedsTheLayersThatLackOne()
{
    Project start;
    start.model.layers = {{"Flatten", "flatten", Json::object(), {}}};
    m_document->setProject(start, {});
    m_document->execute(new AddLayer(project(), layerAfter(project().model, "InputLayer", "flatten")));
    QCOMPARE(project().model.layers.front().className, std::string("InputLayer"));
    QCOMPARE(layer("flatten").inputs.front().layer, project().model.layers.front().name);
    QVERIFY(m_document->analysis().faults.empty());
    m_document->undoStack().undo();
    QVERIFY(project() == start);
}

void CommandsTest::everyLayerOfTheTableStartsWithAllItMustHave()
{
    QVERIFY(!layers::all().empty());
    for (const LayerType* type : layers::all()) {
        const Faults faults = check(type->fields, startingConfig(type->fields, project().model), {});
        QVERIFY2(faults.empty(), (std::string(type->className) + ": " + sentence(faults)).c_str());
    }
}

void CommandsTest::removingClosesTheGap()
{
    m_document->execute(new RemoveLayers(project(), {"conv", "hidden"}));
    QCOMPARE(project().model.layers.size(), std::size_t(3));
    QCOMPARE(layer("flatten").inputs.front().layer, std::string("input"));
    QCOMPARE(layer("digit").inputs.front().layer, std::string("flatten"));
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
    m_document->execute(new RemoveLayers(project(), {"input"}));
    QVERIFY(layer("conv").inputs.empty());
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
}

void CommandsTest::removingTheOutputMakesItsInputTheOutput()
{
    Project start = exampleProject();
    start.model.outputs = {{"digit", 0}, {"hidden", 0}};
    m_document->setProject(start, {});
    m_document->execute(new RemoveLayers(project(), {"digit"}));
    QVERIFY(project().model.outputs == (std::vector<TensorRef>{{"hidden", 0}}));
    m_document->undoStack().undo();
    QVERIFY(project() == start);
}

void CommandsTest::movingManyIsOneStep()
{
    const Gesture gesture = Gesture::begin();
    m_document->execute(new MoveLayers({{"conv", CanvasPosition{1, 2}}}, QStringLiteral("Move"), gesture));
    m_document->execute(new MoveLayers({{"conv", CanvasPosition{3, 4}}, {"digit", CanvasPosition{5, 6}}},
                                       QStringLiteral("Move"), gesture));
    QCOMPARE(m_document->undoStack().count(), 1);
    QCOMPARE(project().layout.at("digit").y, 6.0);
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
    m_document->undoStack().redo();
    m_document->execute(new MoveLayers({{"conv", std::nullopt}}));
    QCOMPARE(project().layout.size(), std::size_t(1));
    m_document->undoStack().undo();
    QCOMPARE(project().layout.at("conv").x, 3.0);
}

void CommandsTest::sectionsAreReplacedAndUndone()
{
    QSignalSpy training(m_document.get(), &ProjectDocument::trainingChanged);
    QSignalSpy data(m_document.get(), &ProjectDocument::dataChanged);
    QSignalSpy identity(m_document.get(), &ProjectDocument::identityChanged);
    TrainingSpec longer = project().training;
    longer.epochs = 20;
    DataSpec other = project().data;
    other.validationSplit = 0.25;
    m_document->execute(new SetTraining(longer, "Change epochs"));
    m_document->execute(new SetData(other, "Change the split"));
    m_document->execute(new SetSeed(99, "Change the seed"));
    m_document->execute(new SetName("Other", "Rename the project"));
    m_document->execute(new ReplaceModel(project(), ModelSpec{}));
    QVERIFY(project().model.layers.empty());
    QCOMPARE(project().training.epochs, 20);
    QCOMPARE(project().data.validationSplit, 0.25);
    QCOMPARE(project().seed, std::uint64_t(99));
    QCOMPARE(project().name, std::string("Other"));
    m_document->undoStack().setIndex(0);
    QVERIFY(project() == exampleProject());
    QCOMPARE(training.count(), 2);
    QCOMPARE(data.count(), 2);
    QCOMPARE(identity.count(), 4);
}

void CommandsTest::theAnalysisFollowsEachEdit()
{
    QVERIFY(m_document->analysis().faults.empty());
    m_document->execute(new AddLayer(project(), layerAfter(project().model, "Conv2D", "flatten")));
    QVERIFY(!m_document->analysis().faults.empty()); // no picture any more
    m_document->undoStack().undo();
    QVERIFY(m_document->analysis().faults.empty());
    m_document->execute(new SetLayerConfig("hidden", "units", Json(0)));
    QVERIFY(!m_document->analysis().layers.at(3).faults.empty());
}

DocumentCommand* CommandsTest::randomCommand(const CounterRandom& random, std::uint64_t step) const
{
    std::uint64_t drawn = 0;
    const auto below = [&](std::size_t bound) {
        return static_cast<std::size_t>(random.below(step * 32 + drawn++, std::max<std::size_t>(bound, 1)));
    };
    const auto& layers = project().model.layers;
    const auto anyLayer = [&] { return layers.empty() ? std::string() : layers[below(layers.size())].name; };
    static const Gesture gestures[] = {Gesture::single(), Gesture::begin(), Gesture::begin()};
    const Gesture gesture = gestures[below(3)];
    const std::string name = anyLayer();
    switch (below(12)) {
    case 0:
    case 1: {
        const auto types = layers::all();
        const std::string type = types[below(types.size())]->className;
        return new AddLayer(project(), layerAfter(project().model, type, name));
    }
    case 2:
        for (const LayerSpec& each : layers)
            if (!each.inputs.empty() && below(2) == 0)
                return new AddLayer(project(), layerOnLink(project().model, "Dropout", {each.name, 0}));
        return new SetName("n" + std::to_string(below(3)), "Rename");
    case 3:
        return new RemoveLayers(project(), {name, anyLayer()});
    case 4: {
        const std::string to = "layer" + std::to_string(below(40));
        if (name.empty() || project().model.find(to))
            return new SetSeed(below(5), "Seed", gesture);
        return new RenameLayer(project(), name, to);
    }
    case 5: {
        LayerPositions moved{{name, CanvasPosition{double(below(4)), double(below(4))}}};
        if (below(3) == 0)
            moved[anyLayer()] = std::nullopt;
        return new MoveLayers(moved, gesture);
    }
    case 6: {
        TrainingSpec training = project().training;
        training.epochs = static_cast<int>(below(4));
        return new SetTraining(training, below(2) ? "Epochs" : "Training", gesture);
    }
    case 7: {
        DataSpec data = project().data;
        data.validationSplit = double(below(4)) / 8;
        return new SetData(data, "Split", gesture);
    }
    case 8:
        if (below(10) == 0)
            return new ReplaceModel(project(), exampleProject().model, {{"conv", {1, 2}}});
        return new SetName("n" + std::to_string(below(3)), "Rename", gesture);
    default:
        return new SetLayerConfig(name, below(2) ? "units" : "filters",
                                  below(5) == 0 ? std::nullopt : std::optional<Json>(Json(below(5))),
                                  gesture);
    }
}

void CommandsTest::undoingAllGivesTheFirstProjectAndRedoingAllTheLast()
{
    QUndoStack& stack = m_document->undoStack();
    for (std::uint64_t round = 0; round < 8; ++round) {
        const CounterRandom random(round, RandomPurpose::Noise);
        m_document->setProject(exampleProject(), {});
        std::vector<Project> states{project()};
        for (std::uint64_t step = 0; step < 600; ++step) {
            if (random.below(1'000'000 + step, 9) == 0)
                stack.undo();
            else if (random.below(2'000'000 + step, 12) == 0)
                stack.redo();
            else
                m_document->execute(randomCommand(random, step));
            states.resize(static_cast<std::size_t>(stack.index()));
            states.push_back(project());
            if (static_cast<std::size_t>(stack.index()) + 1 != states.size())
                QFAIL("one state a step");
        }
        QVERIFY(stack.count() > 50);
        while (stack.canRedo())
            stack.redo();
        const Project last = project();
        while (stack.canUndo()) {
            stack.undo();
            const auto at = static_cast<std::size_t>(stack.index());
            if (at < states.size())
                QVERIFY(project() == states[at]); // each state on the way, too
        }
        QVERIFY(project() == exampleProject());
        while (stack.canRedo())
            stack.redo();
        QVERIFY(project() == last);
        // The analysis is that of the model that stands there now.
        QCOMPARE(m_document->analysis().faults, analyse(last.model).faults);
    }
}

LAMINA_TEST(CommandsTest)
#include "commands_test.moc"
