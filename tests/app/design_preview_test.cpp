// What the layers give, on the Design page: computed beside the window, of the sample that is chosen, with
// the weights there are.
#include "app/commands/set_layer_config.h"
#include "app/design_preview.h"
#include "engine/data/open.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/designer/activation_popup.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/preview_bar.h"

#include <QFloat16>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace lamina;

namespace {
Project trainable()
{
    Project project = exampleProject();
    project.data.options = Json::parse(R"({"generator": "digits", "train": 100, "test": 20})");
    project.data.preprocess = {{"Rescaling", {{"scale", 1.0 / 255}}}};
    project.model.find("digit")->config["activation"] = "softmax";
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    project.training.batchSize = 10;
    return project;
}

PreviewAnswer answerTo(PreviewMachine& machine, const Project& project, qint64 sample = 0,
                       const SnapshotPtr& snapshot = nullptr)
{
    return machine.answer({.project = std::make_shared<const Project>(project),
                           .folder = {},
                           .snapshot = snapshot,
                           .sample = sample,
                           .closeLook = {}},
                          [] { return true; });
}
} // namespace

class DesignPreviewTest : public test::OnDesignPage {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theMachineShowsEachLayerOfTheSample();
    void aSnapshotsWeightsAreUsed();
    void whatCannotBeComputedIsLeftOut();
    void textAndSeveralInputsAreTakenAsTheyAre();
    void aModelThatDoesNotFitTheDataSaysWhy();
    void nothingIsComputedUntilItIsWanted();
    void theLayersShowPicturesAndMakeRoom();
    void placesOfAPersonKeepTheirOrder();
    void anEditShowsAgainAndAFaultStopsThere();
    void anotherSampleIsChosenWithKeysAndButtons();
    void aTrainingIsFollowedToItsEnd();
    void aClickSeesItClose();
    void looksAtATrainingTakeASmallShare();

private:
    const GraphScene& scene() const { return m_page->graph()->graph(); }
    const LayerNode* node(const char* name) const { return scene().node(QString::fromLatin1(name)); }
    DesignPreview* preview() const { return m_page->findChild<DesignPreview*>(); }
    PreviewBar* bar() const { return m_page->findChild<PreviewBar*>(); }
    bool isShown() const { return node("digit")->preview() != nullptr; }
};

void DesignPreviewTest::init()
{
    QVERIFY(open(trainable()));
}

void DesignPreviewTest::theMachineShowsEachLayerOfTheSample()
{
    PreviewMachine machine;
    const PreviewAnswer answer = answerTo(machine, trainable(), 3);
    QVERIFY(answer.faults.empty());
    QCOMPARE(answer.layers.size(), std::size_t(5));
    QCOMPARE(answer.samples, 100);
    QCOMPARE(answer.sample, 3);
    QVERIFY2(answer.label.size() == 1 && answer.label[0].isDigit(), qPrintable(answer.label));
    const ActivationPicture& input = *answer.layers.at("input");
    QVERIFY(input.kind == ActivationPicture::Kind::Picture);
    QVERIFY(input.high > 0.5F && input.high <= 1); // prepared
    QCOMPARE(answer.layers.at("conv")->mapCount, 8);
    QVERIFY(answer.layers.at("flatten")->kind == ActivationPicture::Kind::Cells);
    const ActivationPicture& digit = *answer.layers.at("digit");
    QVERIFY(digit.isProbabilities);
    // The last sample stands for those beyond it, and another sample is another picture.
    QCOMPARE(answerTo(machine, trainable(), 5000).sample, 99);
    QVERIFY(answerTo(machine, trainable(), 4).layers.at("input")->mean != input.mean);
}

void DesignPreviewTest::aSnapshotsWeightsAreUsed()
{
    PreviewMachine machine;
    const PreviewAnswer before = answerTo(machine, trainable());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->network = std::make_shared<const Network>(*Network::make(trainable().model));
    snapshot->weights = Buffer(snapshot->network->weightCount()); // zeros: all classes are alike
    const PreviewAnswer after = answerTo(machine, trainable(), 0, snapshot);
    QVERIFY(after.snapshot == snapshot);
    QVERIFY(after.layers.at("digit")->isConstant());
    QVERIFY(!before.layers.at("digit")->isConstant());
    QCOMPARE(after.layers.at("input")->mean, before.layers.at("input")->mean);
    // And the initial ones again.
    QCOMPARE(answerTo(machine, trainable()).layers.at("digit")->high, before.layers.at("digit")->high);
}

void DesignPreviewTest::whatCannotBeComputedIsLeftOut()
{
    PreviewMachine machine;
    Project project = trainable();
    project.model.find("hidden")->config["units"] = 0;
    const PreviewAnswer answer = answerTo(machine, project);
    QVERIFY(answer.faults.empty());
    QVERIFY(answer.layers.contains("flatten"));
    QVERIFY(!answer.layers.contains("hidden") && !answer.layers.contains("digit"));
    project.model.layers.erase(project.model.layers.begin()); // no input at all
    const PreviewAnswer nothing = answerTo(machine, project);
    QVERIFY(nothing.layers.empty());
    QCOMPARE(nothing.faults.size(), std::size_t(1));
}

void DesignPreviewTest::textAndSeveralInputsAreTakenAsTheyAre()
{
    Project words;
    words.data.options = Json::parse(R"({"generator": "words", "train": 40, "test": 10})");
    const Result<DataParts> parts = openData(words.data, {}, 0);
    QVERIFY(parts);
    const DataField& field =
        parts->train->fields()[static_cast<std::size_t>(parts->train->fieldIndex(parts->inputFields[0]))];
    words.model.layers = {{"InputLayer", "input", {{"shape", field.shape.sizes()}}, {}},
                          {"Flatten", "flatten", Json::object(), {{"input", 0}}}};
    PreviewMachine machine;
    const PreviewAnswer answer = answerTo(machine, words);
    QVERIFY2(answer.faults.empty(), answer.faults.empty() ? "" : sentence(answer.faults).c_str());
    QVERIFY(answer.layers.at("input")->kind == ActivationPicture::Kind::Text);
    QVERIFY(!answer.layers.at("input")->text.isEmpty());

    Project twice = trainable(); // the data give one input
    twice.model.layers.push_back({"InputLayer", "second", {{"shape", {2}}}, {}});
    twice.model.layers.push_back({"Flatten", "other", Json::object(), {{"second", 0}}});
    QCOMPARE(answerTo(machine, twice).faults.size(), std::size_t(1));
}

void DesignPreviewTest::aModelThatDoesNotFitTheDataSaysWhy()
{
    PreviewMachine machine;
    Project project = trainable();
    project.model.find("input")->config["shape"] = {32, 32, 3};
    const PreviewAnswer answer = answerTo(machine, project);
    QVERIFY(answer.layers.empty());
    QVERIFY(sentence(answer.faults).find("28") != std::string::npos);
    project = trainable();
    project.data.source = "csv";
    project.data.options = {{"path", "/nowhere.csv"}};
    QVERIFY(!answerTo(machine, project).faults.empty());
    QVERIFY(answerTo(machine, trainable()).faults.empty()); // and all is well again
}

void DesignPreviewTest::nothingIsComputedUntilItIsWanted()
{
    QVERIFY(!scene().showsPreviews());
    QVERIFY(bar()->isHidden());
    QTest::qWait(300);
    QVERIFY(preview()->answer().layers.empty() && !preview()->isComputing());
    QTest::keyClick(m_page->graph(), Qt::Key_P);
    QVERIFY(m_page->findChild<QToolButton*>("previewButton")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    // Not behind another view, and not while the page is hidden.
    m_page->findChild<QTabBar*>()->setCurrentIndex(1);
    QVERIFY(bar()->isHidden());
    m_studio->document().execute(new SetLayerConfig("conv", "filters", Json(4)));
    QTest::qWait(300);
    QCOMPARE(preview()->answer().layers.at("conv")->mapCount, 8);
    m_page->findChild<QTabBar*>()->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(preview()->answer().layers.at("conv")->mapCount, 4, 30000);
    // Remembered.
    m_page = std::make_unique<DesignPage>(*m_studio);
    QVERIFY(scene().showsPreviews());
}

void DesignPreviewTest::theLayersShowPicturesAndMakeRoom()
{
    const auto overlap = [this] {
        for (const QString& a : scene().order())
            for (const QString& b : scene().order())
                if (a < b) {
                    const LayerNode *one = scene().node(a), *other = scene().node(b);
                    if (one->mapRectToScene(one->card()).intersects(other->mapRectToScene(other->card())))
                        return true;
                }
        return false;
    };
    const double before = node("conv")->card().height();
    QVERIFY(node("conv")->previewRect().isEmpty());
    m_page->graph()->setPreviewsShown(true);
    QVERIFY(node("conv")->card().height() > before + 60);
    QVERIFY(node("conv")->card().contains(node("conv")->previewRect()));
    QVERIFY(!overlap());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    QVERIFY2(node("conv")->spokenText().contains("mean"), qPrintable(node("conv")->spokenText()));
    QVERIFY(bar()->state().label.size() == 1);
    m_page->graph()->setPreviewsShown(false);
    QCOMPARE(node("conv")->card().height(), before);
    QVERIFY(!node("conv")->spokenText().contains("mean"));
}

void DesignPreviewTest::placesOfAPersonKeepTheirOrder()
{
    Project project = trainable();
    double y = 0;
    for (const LayerSpec& layer : project.model.layers)
        project.layout[layer.name] = {200, y += 100};
    m_studio->document().setProject(project, {});
    const Positions arranged = scene().positions();
    m_page->graph()->setPreviewsShown(true);
    QVERIFY(scene().positions() == arranged); // the document's places are what they were
    const QStringList& order = scene().order();
    for (qsizetype i = 1; i < order.size(); ++i) {
        const LayerNode *above = scene().node(order[i - 1]), *below = scene().node(order[i]);
        QVERIFY(above->y() + above->card().height() + 20 <= below->y());
    }
    // A step with the keyboard moves it alone, and it stays where it was put when the previews go.
    m_page->graph()->setSelection({"flatten"});
    QTest::keyClick(m_page->graph(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_studio->document().project().layout.at("flatten").x, 208.0);
    QCOMPARE(m_studio->document().project().layout.at("flatten").y, arranged.at("flatten").y);
    QVERIFY(m_studio->document().project().layout.at("digit") == arranged.at("digit"));
    m_page->graph()->setPreviewsShown(false);
    QCOMPARE(node("flatten")->pos(), QPointF(208, arranged.at("flatten").y));
}

void DesignPreviewTest::anEditShowsAgainAndAFaultStopsThere()
{
    m_page->graph()->setPreviewsShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    m_studio->document().execute(new SetLayerConfig("conv", "filters", Json(5)));
    QTRY_COMPARE_WITH_TIMEOUT(node("conv")->preview()->mapCount, 5, 30000);
    m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(0)));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(), 30000);
    QVERIFY(node("flatten")->preview());
    QVERIFY(!node("hidden")->preview());
    QVERIFY(node("digit")->spokenText().contains("Waits"));
    m_studio->document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
}

void DesignPreviewTest::anotherSampleIsChosenWithKeysAndButtons()
{
    m_page->graph()->setPreviewsShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    QCOMPARE(preview()->answer().sample, 0);
    QTest::keyClick(m_page->graph(), Qt::Key_BracketLeft); // around the end
    QTRY_COMPARE_WITH_TIMEOUT(preview()->answer().sample, 99, 30000);
    QTest::keyClick(m_page->graph(), Qt::Key_BracketRight);
    QTest::keyClick(m_page->graph(), Qt::Key_BracketRight);
    QTRY_COMPARE_WITH_TIMEOUT(preview()->answer().sample, 1, 30000);
    QTest::keyClick(m_page->graph(), Qt::Key_A);
    QTRY_VERIFY_WITH_TIMEOUT(preview()->answer().sample != 1, 30000);
    QCOMPARE(bar()->state().sample, preview()->answer().sample);
}

void DesignPreviewTest::aTrainingIsFollowedToItsEnd()
{
    m_page->graph()->setPreviewsShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    QVERIFY(!preview()->answer().snapshot);
    const QString initial = bar()->state().weights;
    const float before = node("digit")->preview()->high;
    m_studio->session().start(m_studio->document().project(), {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->session().isBusy(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(preview()->answer().snapshot == m_studio->session().snapshot(), 30000);
    QCOMPARE(preview()->answer().snapshot->step, 10);
    QVERIFY(node("digit")->preview()->high != before);
    QVERIFY(bar()->state().weights != initial);
    // An edit makes it another model, which has its initial weights.
    m_studio->document().execute(new SetLayerConfig("conv", "filters", Json(5)));
    QTRY_VERIFY_WITH_TIMEOUT(!preview()->answer().snapshot, 30000);
    QCOMPARE(bar()->state().weights, initial);
    m_studio->document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(preview()->answer().snapshot, 30000);
}

void DesignPreviewTest::aClickSeesItClose()
{
    m_page->graph()->setPreviewsShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    const auto popup = [this] { return m_page->findChild<ActivationPopup*>(); };
    QWidget* viewport = m_page->graph()->viewport();
    m_page->graph()->reveal("flatten");
    const LayerNode* flatten = node("flatten");
    const auto on = [&](QPointF inNode) {
        return m_page->graph()->mapFromScene(flatten->mapToScene(inNode));
    };
    QTest::mouseClick(viewport, Qt::LeftButton, {}, on({40, 20})); // its head
    QVERIFY(!popup());
    QTest::mouseClick(viewport, Qt::LeftButton, {}, on(flatten->previewRect().center()));
    QVERIFY(popup());
    QCOMPARE(popup()->layer(), QStringLiteral("flatten"));
    QTRY_VERIFY_WITH_TIMEOUT(preview()->answer().close, 30000);
    popup()->close();
    QTRY_VERIFY(!popup());
    m_page->graph()->setSelection({"conv"});
    QTest::keyClick(m_page->graph(), Qt::Key_V);
    QVERIFY(popup());
    QCOMPARE(popup()->layer(), QStringLiteral("conv"));
}

void DesignPreviewTest::looksAtATrainingTakeASmallShare()
{
    QCOMPARE(DesignPreview::pauseAfter(0.0001, 1e6), 400);
    QVERIFY(DesignPreview::pauseAfter(0.06, 1e6) >= 2000); // 60 ms at most every two seconds
    QVERIFY(DesignPreview::pauseAfter(0.001, 6e8) >= 6000); // a copy of 138 million weights takes long
}

LAMINA_TEST(DesignPreviewTest)
#include "design_preview_test.moc"
