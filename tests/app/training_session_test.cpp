#include "tests/app/fake_training.h"
#include "tests/support/run.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace lamina;

using State = TrainingSession::State;
using Reach = TrainingSession::Reach;

class TestTrainingSession final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepArrivesOnceAndInOrder();
    void stepsComeInBatchesAtMostSixtyTimesASecond();
    void stopAnswersAndLeavesTheWeights();
    void pauseHoldsAndResumeGoesOn();
    void oneStepTakesOneAndPausesAgain();
    void oneEpochPausesAtItsEnd();
    void aFailingEngineBecomesFailed();
    void aRunWithoutWeightsLeavesThoseOfTheSameNetwork();
    void anExceptionBecomesFailed();
    void destroyingItStopsTheThread();
    void itCanBeStartedAgain();
    void snapshotsComeWhileItRuns();
};

void TestTrainingSession::everyStepArrivesOnceAndInOrder()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{3, 1000});
    std::vector<Index> got;
    std::vector<Index> epochs;
    connect(&session, &TrainingSession::stepsArrived, [&](const std::vector<StepReport>& steps) {
        for (const StepReport& step : steps)
            got.push_back(step.epoch * 1000 + step.step);
    });
    connect(&session, &TrainingSession::epochEnded,
            [&](const EpochReport& epoch) { epochs.push_back(epoch.epoch); });
    QSignalSpy began(&session, &TrainingSession::began);
    QSignalSpy ended(&session, &TrainingSession::ended);
    session.start({}, {});
    QCOMPARE(session.state(), State::Preparing);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<EndReason>(), EndReason::Completed);
    QCOMPARE(began.count(), 1);
    QCOMPARE(got.size(), std::size_t(3000));
    for (std::size_t i = 0; i < got.size(); ++i)
        QCOMPARE(got[i], static_cast<Index>(i));
    QCOMPARE(epochs, (std::vector<Index>{0, 1, 2}));
    QCOMPARE(session.state(), State::Idle);
    QVERIFY(session.snapshot());
    QCOMPARE(session.snapshot()->step, Index(3000));
}

void TestTrainingSession::stepsComeInBatchesAtMostSixtyTimesASecond()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{1'000'000, 7});
    QSignalSpy deliveries(&session, &TrainingSession::stepsArrived);
    session.start({}, {});
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 500)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const double seconds = static_cast<double>(time.elapsed()) / 1000;
    QVERIFY(deliveries.count() > 0);
    QVERIFY2(static_cast<double>(deliveries.count()) <= 60 * seconds + 1,
             qPrintable(QString::number(deliveries.count())));
}

void TestTrainingSession::stopAnswersAndLeavesTheWeights()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{1'000'000, 100, 100});
    QSignalSpy ended(&session, &TrainingSession::ended);
    QSignalSpy steps(&session, &TrainingSession::stepsArrived);
    session.start({}, {});
    QTRY_VERIFY(steps.count() > 0);
    session.stop();
    QCOMPARE(session.state(), State::Stopping);
    session.pause(); // too late: nothing happens
    QCOMPARE(session.state(), State::Stopping);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<EndReason>(), EndReason::Stopped);
    QVERIFY(session.snapshot());
}

void TestTrainingSession::pauseHoldsAndResumeGoesOn()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{2, 200, 200});
    QSignalSpy ended(&session, &TrainingSession::ended);
    QSignalSpy steps(&session, &TrainingSession::stepsArrived);
    session.start({}, {});
    QTRY_VERIFY(steps.count() > 0);
    session.pause();
    QCOMPARE(session.state(), State::Paused);
    QTest::qWait(60);
    const auto held = steps.count();
    QTest::qWait(120);
    QCOMPARE(steps.count(), held);
    QCOMPARE(ended.count(), 0);
    session.resume();
    QCOMPARE(session.state(), State::Running);
    QTRY_COMPARE(ended.count(), 1);
}

void TestTrainingSession::oneStepTakesOneAndPausesAgain()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{2, 50});
    std::size_t got = 0;
    connect(&session, &TrainingSession::stepsArrived,
            [&](const std::vector<StepReport>& steps) { got += steps.size(); });
    session.start({}, {}, Reach::OneStep);
    QTRY_COMPARE(got, std::size_t(1));
    QTest::qWait(60);
    QCOMPARE(got, std::size_t(1));
    session.goOn(Reach::OneStep);
    QTRY_COMPARE(got, std::size_t(2));
    QTest::qWait(60);
    QCOMPARE(got, std::size_t(2));
    QCOMPARE(session.state(), State::Paused);
    session.stop(); // also answers while it is paused
    QTRY_COMPARE(session.state(), State::Idle);
}

void TestTrainingSession::oneEpochPausesAtItsEnd()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{3, 20, 100});
    QSignalSpy epochs(&session, &TrainingSession::epochEnded);
    session.start({}, {}, Reach::OneEpoch);
    QCOMPARE(session.state(), State::Running);
    QTRY_COMPARE(epochs.count(), 1);
    QCOMPARE(session.state(), State::Paused);
    QTest::qWait(60);
    QCOMPARE(epochs.count(), 1);
}

void TestTrainingSession::aFailingEngineBecomesFailed()
{
    TrainingSession session;
    session.setTrainer([](const Project&, const TrainingOptions&, TrainingObserver&, TrainingControl&) {
        return Result<TrainingOutcome>(
            Fault{FaultKind::Runtime, LAMINA_TEXT("test", "The disk is full"), {}, {}});
    });
    Faults faults;
    connect(&session, &TrainingSession::failed, [&](const Faults& given) { faults = given; });
    QSignalSpy ended(&session, &TrainingSession::ended);
    session.start({}, {});
    QTRY_COMPARE(faults.size(), std::size_t(1));
    QCOMPARE(sentence(faults), std::string("The disk is full"));
    QCOMPARE(session.state(), State::Idle);
    QCOMPARE(ended.count(), 0);
}

void TestTrainingSession::anExceptionBecomesFailed()
{
    TrainingSession session;
    session.setTrainer(
        [](const Project&, const TrainingOptions&, TrainingObserver&,
           TrainingControl&) -> Result<TrainingOutcome> { throw std::runtime_error("no such kernel"); });
    Faults faults;
    connect(&session, &TrainingSession::failed, [&](const Faults& given) { faults = given; });
    session.start({}, {});
    QTRY_COMPARE(faults.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(sentence(faults)).contains("no such kernel"));
}

void TestTrainingSession::destroyingItStopsTheThread()
{
    std::atomic<bool> over = false;
    {
        TrainingSession session;
        session.setTrainer([&](const Project& project, const TrainingOptions& options,
                               TrainingObserver& observer, TrainingControl& control) {
            auto result = FakeTraining{1'000'000, 10, 50}(project, options, observer, control);
            over = true;
            return result;
        });
        session.start({}, {});
        QTest::qWait(30);
    }
    QVERIFY(over);
}

void TestTrainingSession::itCanBeStartedAgain()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{1, 5});
    int runs = 0;
    connect(&session, &TrainingSession::ended, [&](EndReason) {
        if (++runs < 3)
            session.start({}, {});
    });
    session.start({}, {});
    QTRY_COMPARE(runs, 3);
    QCOMPARE(session.state(), State::Idle);
}

void TestTrainingSession::aRunWithoutWeightsLeavesThoseOfTheSameNetwork()
{
    Project trained;
    trained.name = "Trained";
    trained.model.layers = {{"InputLayer", "input", {{"shape", {4}}}, {}}};
    Project edited = trained;
    edited.data.target = "what is not there";
    Project other;
    other.model.layers = {{"InputLayer", "other", {{"shape", {9}}}, {}}};

    TrainingSession session;
    const auto run = [&session](const TrainingSession::Trainer& trainer, const Project& project) {
        session.setTrainer(trainer);
        session.start(project, {});
        return QTest::qWaitFor([&session] { return !session.isBusy(); });
    };
    const auto refuses = [](const Project&, const TrainingOptions&, TrainingObserver&,
                            TrainingControl&) -> Result<TrainingOutcome> {
        return Fault{FaultKind::Input, LAMINA_TEXT("test", "There is no such column"), {}, {}};
    };
    QVERIFY(run(FakeTraining{2, 10, 0}, trained));
    const SnapshotPtr weights = session.snapshot();
    QVERIFY(weights);
    QVERIFY(run(refuses, edited));
    QCOMPARE(session.snapshot(), weights);
    QCOMPARE(session.trainedProject()->name, std::string("Trained"));
    QVERIFY(session.trainedProject()->data.target.empty());
    QVERIFY(run(refuses, other));
    QVERIFY(!session.snapshot());
}

void TestTrainingSession::snapshotsComeWhileItRuns()
{
    TrainingSession session;
    session.setTrainer(FakeTraining{1'000'000, 100, 50});
    QVERIFY(!session.snapshot());
    session.start({}, {});
    QTRY_VERIFY(session.snapshot());
    const Index first = session.snapshot()->step;
    QTRY_VERIFY(session.snapshot()->step > first);
}

LAMINA_TEST(TestTrainingSession)
#include "training_session_test.moc"
