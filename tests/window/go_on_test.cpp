// A training that was stopped, or whose window is gone, goes on: from the Train page and from Home.
#include "app/commands/set_data.h"
#include "app/commands/set_layer_config.h"
#include "app/commands/set_training.h"
#include "app/language.h"
#include "app/main_window.h"
#include "app/pages/epoch_model.h"
#include "app/pages/home_page.h"
#include "app/pages/train_page.h"
#include "app/pages/training_bar.h"
#include "app/pages/try_page.h"
#include "app/runs.h"
#include "app/settings.h"
#include "engine/formats/project_file.h"
#include "tests/support/run.h"
#include "tests/training/spirals.h"
#include "widgets/charts/training_chart.h"

#include <QDir>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lamina;

using State = TrainingSession::State;

namespace {
// Long enough to be stopped in the middle.
Project project()
{
    Project made = spirals();
    made.training.epochs = 2000;
    return made;
}
} // namespace

class TestGoOn final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void stoppingOffersToGoOnAndTheCurvesContinue();
    void anotherWindowGoesOnFromThePage();
    void homeOffersTheInterruptedRunOfARecentProject();
    void aRunIsTakenOffHomeAndItsFilesStay();
    void aProjectThatWasChangedSaysWhyAndStartsAfresh();
    void dataThatWereChangedSayWhy();
    void aRunOfAProjectWithoutAFileIsFound();
    void aTrainedProjectAnswersWhenItIsOpenedAgain();
    void logAndResultFollowTheLanguage();

private:
    static TrainPage& pageOf(MainWindow& window) { return *window.findChild<TrainPage*>(); }
    static QPushButton* goOnOf(MainWindow& window) { return pageOf(window).bar().goOnButton(); }
    // Trains for some epochs and stops within one.
    static void trainABit(MainWindow& window)
    {
        window.studio().startTraining();
        QTRY_VERIFY_WITH_TIMEOUT(pageOf(window).epochs().rowCount() >= 2, 60000);
        window.studio().session().stop();
        QTRY_COMPARE_WITH_TIMEOUT(window.studio().session().state(), State::Idle, 60000);
    }
    // A project file, open in the window.
    void openIn(MainWindow& window)
    {
        m_file = m_folder->filePath(QStringLiteral("spirals.lamina"));
        QVERIFY(writeProject(project(), m_file.toStdString()));
        window.openProject(m_file);
        QCOMPARE(window.studio().document().filePath(), m_file);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestGoOn::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_go_on"));
}

void TestGoOn::init()
{
    QSettings().clear();
    language::apply(QStringLiteral("en"));
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Lamina/runs"))
        .removeRecursively();
}

void TestGoOn::stoppingOffersToGoOnAndTheCurvesContinue()
{
    MainWindow window;
    window.show();
    openIn(window);
    QVERIFY(goOnOf(window)->isHidden());
    trainABit(window);
    window.setMode(Mode::Train);
    QVERIFY(!goOnOf(window)->isHidden() && goOnOf(window)->isEnabled());
    TrainPage& page = pageOf(window);
    const QString folder = window.studio().lastRunFolder();
    const int epochs = page.epochs().rowCount();
    const std::vector<CurvePoint> curve = page.lossChart().trainingPoints();
    const std::vector<EpochReport> before = page.epochs().epochs();

    QTest::mouseClick(goOnOf(window), Qt::LeftButton);
    QVERIFY(goOnOf(window)->isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(page.epochs().rowCount() > epochs + 1, 60000);
    window.studio().session().stop();
    QTRY_COMPARE_WITH_TIMEOUT(window.studio().session().state(), State::Idle, 60000);
    QCOMPARE(window.studio().lastRunFolder(), folder);
    const std::vector<CurvePoint>& now = page.lossChart().trainingPoints();
    QVERIFY(now.size() > curve.size());
    for (std::size_t i = 0; i < curve.size(); ++i) { // not one step twice, none left out
        QCOMPARE(now[i].epoch, curve[i].epoch);
        QCOMPARE(now[i].value, curve[i].value);
    }
    QVERIFY(std::abs(now[curve.size()].epoch - curve.back().epoch - 1.0 / 6) < 1e-6);
    QVERIFY(page.lossChart().earlierPoints().empty()); // it is no other run
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(page.epochs().epochs()[i].epoch, static_cast<Index>(i));
        QCOMPARE(page.epochs().epochs()[i].seconds, before[i].seconds);
    }
}

void TestGoOn::anotherWindowGoesOnFromThePage()
{
    int epochs = 0;
    {
        MainWindow window;
        openIn(window);
        trainABit(window);
        epochs = pageOf(window).epochs().rowCount();
    }
    MainWindow window;
    window.show();
    window.openProject(m_file);
    window.setMode(Mode::Train);
    TrainPage& page = pageOf(window);
    QVERIFY(page.showsEmptyState());
    QVERIFY(window.studio().unfinishedRun());
    QCOMPARE(window.studio().unfinishedRun()->run.standing.epochs, static_cast<Index>(epochs));
    QTest::mouseClick(goOnOf(window), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page.epochs().rowCount() > epochs, 60000);
    QCOMPARE(page.lossChart().trainingPoints().front().epoch, 1.0); // the mean of the first epoch
    QVERIFY(page.lossChart().validationPoints().size() >= static_cast<std::size_t>(epochs));
    QVERIFY(page.bar().progressText().contains(QStringLiteral("of 2000")));
    // A fresh start leaves the run alone.
    window.studio().session().stop();
    QTRY_COMPARE_WITH_TIMEOUT(window.studio().session().state(), State::Idle, 60000);
    const QString first = window.studio().lastRunFolder();
    QTest::mouseClick(page.bar().trainButton(), Qt::LeftButton);
    QVERIFY(window.studio().lastRunFolder() != first);
    QTRY_VERIFY_WITH_TIMEOUT(page.epochs().rowCount() > 0, 60000);
    QCOMPARE(page.epochs().epochs()[0].epoch, Index{0});
}

void TestGoOn::homeOffersTheInterruptedRunOfARecentProject()
{
    {
        MainWindow window;
        openIn(window);
        trainABit(window);
    }
    const QList<InterruptedRun> runs = interruptedRuns({m_file});
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].epochs, 2000);
    QVERIFY(runs[0].standing.epochs >= 2);
    MainWindow window;
    window.show();
    window.setMode(Mode::Home);
    auto* home = window.findChild<HomePage*>();
    QPushButton* goOn = nullptr;
    for (auto* button : home->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Go on"))
            goOn = button;
    QVERIFY(goOn);
    QTest::mouseClick(goOn, Qt::LeftButton);
    QCOMPARE(window.mode(), Mode::Train);
    QCOMPARE(window.studio().document().filePath(), m_file);
    QCOMPARE(window.studio().lastRunFolder(), runs[0].folder);
    QTRY_VERIFY_WITH_TIMEOUT(pageOf(window).epochs().rowCount() > runs[0].standing.epochs, 60000);
}

void TestGoOn::aRunIsTakenOffHomeAndItsFilesStay()
{
    const auto offered = [](MainWindow& window) {
        window.setMode(Mode::Train);
        window.setMode(Mode::Home);
        QToolButton* dismiss = nullptr;
        for (auto* button : window.findChild<HomePage*>()->findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Dismiss spirals") && button->isVisible())
                dismiss = button;
        return dismiss;
    };
    QString folder;
    {
        MainWindow window;
        window.show();
        openIn(window);
        trainABit(window);
        folder = window.studio().lastRunFolder();
        QVERIFY(offered(window));
        QTest::mouseClick(offered(window), Qt::LeftButton);
        QVERIFY(!offered(window));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/project.lamina")));
    }
    MainWindow window;
    window.show();
    window.openProject(m_file);
    QVERIFY(!offered(window));
    QVERIFY(window.studio().unfinishedRun()); // its own page still offers it
    // Once it goes on, it is one to be told of again.
    window.studio().goOn();
    const int before = pageOf(window).epochs().rowCount();
    QTRY_VERIFY_WITH_TIMEOUT(pageOf(window).epochs().rowCount() > before + 1, 60000);
    window.studio().session().stop();
    QTRY_COMPARE_WITH_TIMEOUT(window.studio().session().state(), State::Idle, 60000);
    QCOMPARE(window.studio().lastRunFolder(), folder);
    QVERIFY(offered(window));
}

void TestGoOn::aProjectThatWasChangedSaysWhyAndStartsAfresh()
{
    MainWindow window;
    window.show();
    openIn(window);
    trainABit(window);
    TrainingSpec changed = project().training;
    changed.epochs = 3000; // the total alone: it still fits
    window.studio().document().execute(new SetTraining(changed, QStringLiteral("more")));
    QVERIFY(goOnOf(window)->isEnabled());
    changed.batchSize = 8;
    window.studio().document().execute(new SetTraining(changed, QStringLiteral("smaller")));
    QVERIFY(!goOnOf(window)->isHidden() && !goOnOf(window)->isEnabled());
    QVERIFY2(goOnOf(window)->toolTip().contains(QStringLiteral("another state of it")),
             qPrintable(goOnOf(window)->toolTip()));
    window.studio().goOn();
    QVERIFY(!window.studio().session().isBusy());
    window.studio().document().undoStack().undo();
    QVERIFY(goOnOf(window)->isEnabled());
}

void TestGoOn::dataThatWereChangedSayWhy()
{
    MainWindow window;
    window.show();
    openIn(window);
    trainABit(window);
    DataSpec changed = project().data;
    changed.options["train"] = 210;
    window.studio().document().execute(new SetData(changed, QStringLiteral("more data")));
    QVERIFY(!goOnOf(window)->isHidden() && !goOnOf(window)->isEnabled());
    QVERIFY2(goOnOf(window)->toolTip().contains(QStringLiteral("another state of it")),
             qPrintable(goOnOf(window)->toolTip()));
    window.studio().document().undoStack().undo();
    QVERIFY(goOnOf(window)->isEnabled());
}

void TestGoOn::aRunOfAProjectWithoutAFileIsFound()
{
    QString folder;
    {
        MainWindow window;
        window.studio().document().setProject(project(), {});
        trainABit(window);
        folder = window.studio().lastRunFolder();
    }
    const QList<InterruptedRun> runs = interruptedRuns({});
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].folder, folder);
    MainWindow window;
    window.show();
    window.goOnWith(runs[0].projectFile, runs[0].folder);
    QCOMPARE(window.studio().document().project().name, project().name);
    QVERIFY(window.studio().session().isBusy());
    QCOMPARE(window.studio().lastRunFolder(), folder);
    QTRY_VERIFY_WITH_TIMEOUT(pageOf(window).epochs().rowCount() > runs[0].standing.epochs, 60000);
}

void TestGoOn::aTrainedProjectAnswersWhenItIsOpenedAgain()
{
    Project small = spirals();
    small.training.epochs = 3;
    m_file = m_folder->filePath(QStringLiteral("spirals.lamina"));
    QVERIFY(writeProject(small, m_file.toStdString()));
    QString model;
    {
        MainWindow window;
        window.openProject(m_file);
        QVERIFY(window.studio().trainedModel().isEmpty());
        window.studio().startTraining();
        QTRY_COMPARE_WITH_TIMEOUT(window.studio().session().state(), State::Idle, 60000);
        model = window.studio().lastRunFolder() + QStringLiteral("/model.h5");
        QCOMPARE(window.studio().trainedModel(), model);
    }
    MainWindow window;
    window.show();
    window.openProject(m_file);
    QCOMPARE(window.studio().trainedModel(), model);
    window.setMode(Mode::Try);
    auto& page = *window.findChild<TryPage*>();
    QCOMPARE(page.weightsText(), QString("Weights of this project's last training"));
    TrainingSpec training = small.training;
    training.batchSize += 1; // for the next training
    window.studio().document().execute(new SetTraining(training, QStringLiteral("change")));
    QCOMPARE(window.studio().trainedModel(), model);
    // Another network has not been trained.
    const LayerSpec& last = small.model.layers.back();
    window.studio().document().execute(new SetLayerConfig(last.name, "use_bias", false));
    QVERIFY(window.studio().trainedModel().isEmpty());
    QVERIFY(page.weightsText().startsWith(QLatin1String("Untrained")));
    window.studio().document().undoStack().undo();
    QCOMPARE(window.studio().trainedModel(), model);
}

void TestGoOn::logAndResultFollowTheLanguage()
{
    MainWindow window;
    window.show();
    openIn(window);
    trainABit(window);
    TrainPage& page = pageOf(window);
    const QString english = page.resultText();
    QVERIFY2(english.contains(QStringLiteral("Stopped")), qPrintable(english));
    language::apply(QStringLiteral("ko"));
    QCoreApplication::processEvents();
    QVERIFY2(!page.resultText().contains(QStringLiteral("Stopped")), qPrintable(page.resultText()));
    language::apply(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(page.resultText(), english);
}

LAMINA_TEST(TestGoOn)
#include "go_on_test.moc"
