#include "app/commands/add_layer.h"
#include "app/commands/edit_links.h"
#include "app/commands/move_layers.h"
#include "app/commands/paste_layers.h"
#include "app/commands/remove_layers.h"
#include "app/commands/rename_layer.h"
#include "app/commands/replace_model.h"
#include "app/commands/set_data.h"
#include "app/commands/set_layer_config.h"
#include "app/commands/set_name.h"
#include "app/commands/set_seed.h"
#include "app/commands/set_training.h"
#include "app/document/project_document.h"
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
    void linksComeGoAndMove();
    void copiesTakeTheirPlaceInAChain();
    void copiesStandAloneOrBeside();
    void aLayerIsPutAtAPort();

private:
    const Project& project() const { return m_document->project(); }
    const LayerSpec& layer(const char* name) const { return *project().model.find(name); }

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

void CommandsTest::linksComeGoAndMove()
{
    Project start = exampleProject();
    start.model.layers.push_back({"Add", "sum", Json::object(), {{"conv", 0}}});
    start.model.outputs = {{"digit", 0}, {"sum", 0}};
    m_document->setProject(start, {});
    m_document->execute(new EditLinks(project(), {"conv", 0}, {"sum", 1}));
    QVERIFY(layer("sum").inputs == (std::vector<TensorRef>{{"conv", 0}, {"conv", 0}}));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Connect conv to sum"));
    // Within one layer the order changes, as it matters where a layer subtracts.
    m_document->execute(new EditLinks(project(), {"input", 0}, {"sum", 0}, LinkEnd{"sum", 1}));
    QVERIFY(layer("sum").inputs == (std::vector<TensorRef>{{"input", 0}, {"conv", 0}}));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Move the link to input → sum"));
    m_document->execute(new EditLinks(project(), {{"sum", 0}, {"digit", 0}, {"sum", 1}}));
    QVERIFY(layer("sum").inputs.empty() && layer("digit").inputs.empty());
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Remove 3 links"));
    QVERIFY(project().model.outputs == (std::vector<TensorRef>{{"digit", 0}, {"sum", 0}, {"hidden", 0}}));
    m_document->execute(new EditLinks(project(), {{"flatten", 0}}));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Remove the link conv → flatten"));
    m_document->undoStack().setIndex(0);
    QVERIFY(project() == start);
}

void CommandsTest::copiesTakeTheirPlaceInAChain()
{
    const LayerClip pair{{layer("conv"), layer("flatten")}, {{"conv", {0, 0}}, {"flatten", {0, 100}}}};
    m_document->execute(
        new PasteLayers(project(), pair, {.after = "conv", .link = {}, .position = {}, .arrangement = {}}));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Paste 2 layers"));
    QCOMPARE(layer("conv_1").inputs.front().layer, std::string("conv"));
    QCOMPARE(layer("flatten_1").inputs.front().layer, std::string("conv_1"));
    QCOMPARE(layer("flatten").inputs.front().layer, std::string("flatten_1"));
    QVERIFY(project().layout.empty());
    QVERIFY(analyse(project().model).order.size() == 7);
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
    // On a link, only this reader reads the copy.
    m_document->execute(
        new PasteLayers(project(), {{layer("hidden")}, {}},
                        {.after = {}, .link = LinkEnd{"digit", 0}, .position = {}, .arrangement = {}}));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Paste hidden"));
    QCOMPARE(layer("digit").inputs.front().layer, std::string("hidden_1"));
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
}

void CommandsTest::copiesStandAloneOrBeside()
{
    const LayerClip pair{{layer("flatten"), layer("hidden")}, {{"flatten", {40, 40}}, {"hidden", {40, 140}}}};
    PastePlace place{
        .after = {}, .link = {}, .position = CanvasPosition{400, 8}, .arrangement = {{"conv", {1, 2}}}};
    m_document->execute(new PasteLayers(project(), pair, place));
    QVERIFY(layer("flatten_1").inputs.empty());
    QCOMPARE(layer("hidden_1").inputs.front().layer, std::string("flatten_1"));
    QVERIFY(project().layout.at("flatten_1") == (CanvasPosition{400, 8}));
    QVERIFY(project().layout.at("hidden_1") == (CanvasPosition{400, 108}));
    QVERIFY(project().layout.at("conv") == (CanvasPosition{1, 2}));
    m_document->undoStack().undo();
    QVERIFY(project() == exampleProject());
    m_document->execute(new PasteLayers(
        project(), pair, {.after = {}, .link = {}, .beside = true, .position = {}, .arrangement = {}},
        PasteLayers::Act::Duplicate));
    QCOMPARE(layer("flatten_1").inputs.front().layer, std::string("conv"));
    QCOMPARE(m_document->undoStack().undoText(), QStringLiteral("Duplicate 2 layers"));
    // Names count on.
    QVERIFY(PasteLayers::namesIn(project().model, {{layer("flatten_1")}, {}})
            == std::vector<std::string>{"flatten_2"});
}

void CommandsTest::aLayerIsPutAtAPort()
{
    Project start = exampleProject();
    start.model.layers.push_back({"Add", "sum", Json::object(), {{"conv", 0}}});
    m_document->setProject(start, {});
    m_document->execute(
        new AddLayer(project(), layerAtPort(project().model, "ReLU", TensorRef{"conv", 0}, {})));
    QCOMPARE(layer("relu").inputs.front().layer, std::string("conv"));
    QCOMPARE(layer("flatten").inputs.front().layer, std::string("conv")); // a branch
    m_document->execute(new AddLayer(project(), layerAtPort(project().model, "ReLU", {}, LinkEnd{"sum", 1})));
    QVERIFY(layer("relu_1").inputs.empty());
    QVERIFY(layer("sum").inputs == (std::vector<TensorRef>{{"conv", 0}, {"relu_1", 0}}));
    m_document->undoStack().setIndex(0);
    QVERIFY(project() == start);
}

LAMINA_TEST(CommandsTest)
#include "commands_test.moc"
