#include "app/batch_metric.h"
#include "app/commands/set_training.h"
#include "app/loss_advice.h"
#include "app/pages/epoch_model.h"
#include "app/pages/output_settings.h"
#include "app/pages/part_editors.h"
#include "app/pages/train_page.h"
#include "app/pages/training_bar.h"
#include "app/pages/training_settings.h"
#include "app/studio.h"
#include "engine/model/objective.h"
#include "tests/app/fake_training.h"
#include "tests/support/run.h"
#include "widgets/charts/training_chart.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/field_form.h"
#include "widgets/inspector/number_box.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace lamina;

using State = TrainingSession::State;

namespace {
Project digits()
{
    Project project;
    project.name = "Digits";
    project.model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                            {"Flatten", "flatten", Json::object(), {{"input"}}},
                            {"Dense", "digit", {{"units", 10}, {"activation", "softmax"}}, {{"flatten"}}}};
    project.training.epochs = 2;
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    project.training.optimizer = {"Adam", Json::object()};
    project.training.metrics = {{"accuracy", Json::object()}};
    return project;
}

// Two numbers out of one picture.
Project twoOutputs()
{
    Project project = digits();
    project.model.layers.push_back({"Dense", "slant", {{"units", 1}}, {{"flatten"}}});
    project.model.outputs = {{"digit"}, {"slant"}};
    project.training.loss = {"mse", Json::object()};
    project.training.metrics = {{"mae", Json::object()}};
    return project;
}

struct Page {
    Studio studio;
    std::unique_ptr<TrainPage> page;

    explicit Page(FakeTraining engine = {2, 10, 200}, Project project = digits())
    {
        studio.session().setTrainer(engine);
        studio.document().setProject(std::move(project), QString());
        page = std::make_unique<TrainPage>(studio);
        page->resize(1200, 760);
        page->show();
    }
    TrainingBar& bar() const { return page->bar(); }
};
} // namespace

class TestTrainPage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void buttonsFollowTheStateOfTheSession();
    void theFocusStaysWithTheTraining();
    void aProjectWithoutLayersCannotBeTrained();
    void theEmptyStateGoesWhenATrainingBegins();
    void aRunFillsChartsTableAndResult();
    void theBestEpochIsMarked();
    void oneStepBeginsATrainingAndPauses();
    void aFailureIsSaid();
    void anEditIsOneStepOfUndo();
    void eachOutputHasItsLossWeightAndMetrics();
    void whatAllOutputsShareIsWrittenOnce();
    void outputsComeAndGoWithTheModel();
    void weightedMetricsAreEdited();
    void adviceComesWhenLossAndActivationDoNotFit();
    void batchMetricsComeFromRunningMeans();
};

void TestTrainPage::initTestCase()
{
    QCoreApplication::setOrganizationName("LaminaTest");
    QCoreApplication::setApplicationName("train_page");
}

void TestTrainPage::buttonsFollowTheStateOfTheSession()
{
    Page on({1000, 100, 200});
    TrainingBar& bar = on.bar();
    const auto enabled = [&bar] {
        return std::tuple(bar.trainButton()->isEnabled(), bar.pauseButton()->isEnabled(),
                          bar.stepButton()->isEnabled(), bar.epochButton()->isEnabled(),
                          bar.stopButton()->isEnabled());
    };
    QCOMPARE(enabled(), std::tuple(true, false, true, true, false));
    QTest::mouseClick(bar.trainButton(), Qt::LeftButton);
    QCOMPARE(enabled(), std::tuple(false, true, true, true, true));
    QTRY_COMPARE(on.studio.session().state(), State::Running);
    const QString pause = bar.pauseButton()->text();
    QTest::mouseClick(bar.pauseButton(), Qt::LeftButton);
    QCOMPARE(on.studio.session().state(), State::Paused);
    QVERIFY(bar.pauseButton()->text() != pause);
    QTest::mouseClick(bar.pauseButton(), Qt::LeftButton);
    QCOMPARE(on.studio.session().state(), State::Running);
    QTest::mouseClick(bar.stopButton(), Qt::LeftButton);
    QCOMPARE(enabled(), std::tuple(false, false, false, false, false));
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    QCOMPARE(enabled(), std::tuple(true, false, true, true, false));
}

// And does not wander to whatever comes next in the window, where a second press would do something else.
void TestTrainPage::theFocusStaysWithTheTraining()
{
    Page on({1000, 100, 200});
    TrainingBar& bar = on.bar();
    on.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(on.page.get()));
    bar.trainButton()->setFocus();
    QTest::keyClick(bar.trainButton(), Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), bar.pauseButton());
    QTRY_COMPARE(on.studio.session().state(), State::Running);
    bar.stopButton()->setFocus();
    QTest::keyClick(bar.stopButton(), Qt::Key_Space);
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    QCOMPARE(QApplication::focusWidget(), bar.trainButton());

    on.studio.document().setProject(digits(), QString());
    QVERIFY(on.page->showsEmptyState());
    auto* begin = on.page->findChild<QPushButton*>(QStringLiteral("beginTraining"));
    begin->setFocus();
    QTest::keyClick(begin, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), bar.pauseButton());
    QTest::mouseClick(bar.stopButton(), Qt::LeftButton);
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
}

void TestTrainPage::aProjectWithoutLayersCannotBeTrained()
{
    Page on({}, {});
    QVERIFY(!on.bar().trainButton()->isEnabled());
    QVERIFY(!on.bar().stepButton()->isEnabled());
    QVERIFY(on.page->showsEmptyState());
    on.studio.document().setProject(digits(), QString());
    QVERIFY(on.bar().trainButton()->isEnabled());
}

void TestTrainPage::theEmptyStateGoesWhenATrainingBegins()
{
    Page on;
    QVERIFY(on.page->showsEmptyState());
    QTest::mouseClick(on.bar().trainButton(), Qt::LeftButton);
    QVERIFY(!on.page->showsEmptyState());
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    QVERIFY(!on.page->showsEmptyState());
    QVERIFY(on.bar().progressText() != QStringLiteral("Ready"));
    on.studio.document().setProject(digits(), QString());
    QVERIFY(on.page->showsEmptyState());
    QCOMPARE(on.bar().progressText(), QStringLiteral("Ready"));
}

void TestTrainPage::aRunFillsChartsTableAndResult()
{
    Page on;
    QTest::mouseClick(on.bar().trainButton(), Qt::LeftButton);
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    QCOMPARE(on.page->lossChart().trainingPoints().size(), std::size_t(20));
    QCOMPARE(on.page->lossChart().trainingPoints().back().epoch, 2.0);
    QCOMPARE(on.page->lossChart().trainingPoints().front().value, 1.0);
    QCOMPARE(on.page->metricChart().trainingPoints().size(), std::size_t(20));
    QCOMPARE(on.page->lossChart().validationPoints().size(), std::size_t(2));
    QCOMPARE(on.page->epochs().rowCount(), 2);
    const QString result = on.page->resultText();
    QVERIFY2(result.contains("80") && result.contains("2"),
             qPrintable(result)); // the last validation accuracy
}

void TestTrainPage::theBestEpochIsMarked()
{
    Page on; // the fake's validation accuracy is best in the first epoch
    QTest::mouseClick(on.bar().trainButton(), Qt::LeftButton);
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    const EpochModel& epochs = on.page->epochs();
    QCOMPARE(epochs.monitor(), std::string("val_accuracy"));
    QCOMPARE(epochs.bestRow(), 0);
    QVERIFY(epochs.data(epochs.index(0, 0), Qt::DisplayRole).toString().contains(QStringLiteral("★")));
    QVERIFY(!epochs.data(epochs.index(1, 0), Qt::DisplayRole).toString().contains(QStringLiteral("★")));
}

void TestTrainPage::oneStepBeginsATrainingAndPauses()
{
    Page on({2, 10, 0});
    QTest::mouseClick(on.bar().stepButton(), Qt::LeftButton);
    QTRY_VERIFY(!on.page->lossChart().trainingPoints().empty());
    QTest::qWait(50);
    QCOMPARE(on.page->lossChart().trainingPoints().size(), std::size_t(1));
    QCOMPARE(on.studio.session().state(), State::Paused);
    QTest::mouseClick(on.bar().stepButton(), Qt::LeftButton);
    QTRY_COMPARE(on.page->lossChart().trainingPoints().size(), std::size_t(2));
    QTest::mouseClick(on.bar().epochButton(), Qt::LeftButton);
    QTRY_COMPARE(on.page->lossChart().trainingPoints().size(), std::size_t(10));
    QTRY_COMPARE(on.studio.session().state(), State::Paused);
}

void TestTrainPage::aFailureIsSaid()
{
    Page on;
    on.studio.session().setTrainer(
        [](const Project&, const TrainingOptions&, TrainingObserver&, TrainingControl&) {
            return Result<TrainingOutcome>(
                Fault{FaultKind::Runtime, LAMINA_TEXT("test", "The disk is full"), {}, {}});
        });
    QTest::mouseClick(on.bar().trainButton(), Qt::LeftButton);
    QTRY_COMPARE(on.studio.session().state(), State::Idle);
    QVERIFY2(on.page->epochs().rowCount() == 0, "nothing was trained");
    QVERIFY2(on.page->resultText().contains("The disk is full"), qPrintable(on.page->resultText()));
    QVERIFY(on.bar().trainButton()->isEnabled());
}

void TestTrainPage::anEditIsOneStepOfUndo()
{
    Page on;
    QSpinBox* epochs = on.page->settingsForm().findChild<QSpinBox*>();
    QVERIFY(epochs);
    QCOMPARE(epochs->value(), 2);
    epochs->setValue(3);
    epochs->setValue(4);
    QCOMPARE(on.studio.document().project().training.epochs, 4);
    QCOMPARE(on.studio.document().undoStack().count(), 1);
    on.studio.document().undoStack().undo();
    QCOMPARE(on.studio.document().project().training.epochs, 2);
    QCOMPARE(epochs->value(), 2);
}

namespace {
// The editors of one output, as they stand on the page.
struct OutputRow {
    PartChoice* loss;
    FieldForm* weight;
    PartList* metrics;
};

std::vector<OutputRow> rowsOf(const Page& on)
{
    const auto* outputs = on.page->settingsForm().findChild<OutputSettings*>();
    std::vector<OutputRow> rows;
    for (QFrame* panel : outputs->findChildren<QFrame*>(QString(), Qt::FindDirectChildrenOnly))
        if (auto* loss = panel->findChild<PartChoice*>(QString(), Qt::FindDirectChildrenOnly))
            rows.push_back({loss, panel->findChild<FieldForm*>(QString(), Qt::FindDirectChildrenOnly),
                            panel->findChild<PartList*>(QString(), Qt::FindDirectChildrenOnly)});
    return rows;
}

void chooseLoss(const OutputRow& row, const char* name)
{
    auto* combo = row.loss->findChild<QComboBox*>(QString(), Qt::FindDirectChildrenOnly);
    const int at = combo->findData(QString::fromLatin1(name));
    combo->setCurrentIndex(at);
    Q_EMIT combo->activated(at);
}

void typeWeight(const OutputRow& row, const QString& text)
{
    auto* line = row.weight->editor("loss_weight")->findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}
} // namespace

void TestTrainPage::eachOutputHasItsLossWeightAndMetrics()
{
    Page on({}, twoOutputs());
    QVERIFY(QTest::qWaitForWindowActive(on.page.get())); // what is being typed is only then not rewritten
    const auto training = [&on]() -> const TrainingSpec& { return on.studio.document().project().training; };
    QUndoStack& undo = on.studio.document().undoStack();
    const std::vector<OutputRow> rows = rowsOf(on);
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(rows[0].loss->isVisible());
    for (const OutputRow& row : rows) { // what stood for all stands for each
        QCOMPARE(row.loss->part().className, std::string("mse"));
        QCOMPARE(row.metrics->parts().size(), std::size_t(1));
    }

    chooseLoss(rows[0], "sparse_categorical_crossentropy");
    QVERIFY(training().loss.className.empty());
    QCOMPARE(partFrom(training().loss.config.at("digit")).className,
             std::string("sparse_categorical_crossentropy"));
    QCOMPARE(partFrom(training().loss.config.at("slant")).className, std::string("mse"));
    QVERIFY(compileObjective(*Network::make(on.studio.document().project().model), training()));
    QVERIFY(undo.undoText().contains("digit"));

    typeWeight(rows[1], "0.25");
    QVERIFY2(training().lossWeights == Json::parse(R"({"digit": 1, "slant": 0.25})"),
             training().lossWeights.dump().c_str());
    QCOMPARE(undo.count(), 2); // one typing is one step

    for (QAction* action : rows[0].metrics->addButton()->menu()->actions())
        if (action->toolTip().contains("<b>accuracy</b>"))
            action->trigger();
    QVERIFY(training().metrics.empty());
    QCOMPARE(training().outputMetrics.at("digit").back().className, std::string("accuracy"));
    QCOMPARE(training().outputMetrics.at("slant").size(), std::size_t(1));

    undo.setIndex(0);
    QVERIFY(training() == twoOutputs().training);
    QCOMPARE(rows[0].loss->part().className, std::string("mse"));
    QCOMPARE(rows[0].metrics->parts().size(), std::size_t(1));
}

void TestTrainPage::whatAllOutputsShareIsWrittenOnce()
{
    Project project = twoOutputs();
    project.training.loss = {{}, {{"digit", "mse"}, {"slant", "mae"}}};
    project.training.lossWeights = Json{2, 1};
    Page on({}, project);
    const std::vector<OutputRow> rows = rowsOf(on);
    QCOMPARE(rows[1].loss->part().className, std::string("mae"));
    chooseLoss(rows[1], "mean_squared_error");
    chooseLoss(rows[0], "mean_absolute_error");
    chooseLoss(rows[0], "mean_squared_error");
    const TrainingSpec& training = on.studio.document().project().training;
    QCOMPARE(training.loss.className, std::string("mean_squared_error"));
    Q_EMIT rows[0].weight->resetRequested("loss_weight");
    QVERIFY(training.lossWeights.is_null());
}

void TestTrainPage::outputsComeAndGoWithTheModel()
{
    Page on;
    QVERIFY(rowsOf(on).empty());
    on.studio.document().setProject(twoOutputs(), QString());
    QCOMPARE(rowsOf(on).size(), std::size_t(2));
    on.studio.document().setProject(digits(), QString());
    QVERIFY(rowsOf(on).empty());
}

void TestTrainPage::weightedMetricsAreEdited()
{
    Page on;
    for (PartList* list : on.page->settingsForm().findChildren<PartList*>())
        if (list->addButton()->text() == QLatin1String("Add a weighted metric"))
            list->addButton()->menu()->actions().front()->trigger();
    QCOMPARE(on.studio.document().project().training.weightedMetrics.size(), std::size_t(1));
    on.studio.document().undoStack().undo();
    QVERIFY(on.studio.document().project().training.weightedMetrics.empty());
}

void TestTrainPage::adviceComesWhenLossAndActivationDoNotFit()
{
    Project project = digits();
    const auto advice = [&project] { return adviseLoss(project, analyse(project.model)); };
    QVERIFY(!advice());
    project.training.loss.className = "mse";
    QVERIFY(advice());
    QCOMPARE(advice()->loss, std::string("sparse_categorical_crossentropy"));
    project.model.layers[2].config = {{"units", 1}, {"activation", "sigmoid"}};
    QCOMPARE(advice()->loss, std::string("binary_crossentropy"));
    project.training.loss.className = "binary_crossentropy";
    QVERIFY(!advice());
    project.model.layers[2].config = {{"units", 1}};
    QVERIFY(advice());
    QVERIFY(advice()->loss.empty()); // the layer must change, or the loss: not ours to choose
    project.training.loss.className = "mean_squared_error";
    QVERIFY(!advice());
    project.training.loss.className.clear();
    QCOMPARE(advice()->loss, std::string("mean_squared_error"));
}

void TestTrainPage::batchMetricsComeFromRunningMeans()
{
    // Batches of 4, 4 and 2 of 10 samples with 4, 1 and 1 right: means 4/4, 5/8, 6/10.
    BatchMetric metric("accuracy", 4, 10);
    QCOMPARE(metric.take({0, 0, 0, {{"accuracy", 1.0}}, 0}), 1.0);
    QCOMPARE(metric.take({0, 1, 0, {{"accuracy", 5.0 / 8}}, 0}), 0.25);
    QCOMPARE(metric.take({0, 2, 0, {{"accuracy", 0.6}}, 0}), 0.5);
    QCOMPARE(metric.take({1, 0, 0, {{"accuracy", 0.75}}, 0}), 0.75); // a new epoch begins anew
    QVERIFY(std::isnan(metric.take({1, 1, 0, {}, 0})));
}

LAMINA_TEST(TestTrainPage)
#include "train_page_test.moc"
