// The loop: what it reports, that threads change nothing, and that a stopped run goes on as if it had never
// stopped.
#include "engine/training/trainer.h"

#include "runs.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace lamina;

class TrainerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepAndEpochIsReported()
    {
        Watcher watcher;
        TrainingControl control;
        const Result<TrainingOutcome> outcome = train(spirals(), nullptr, watcher, control);
        QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
        QCOMPARE(watcher.plan.stepsPerEpoch, Index{6}); // 162 samples, the last batch is partial
        QCOMPARE(watcher.plan.validationSamples, Index{41});
        QCOMPARE(watcher.steps.size(), std::size_t{24});
        QCOMPARE(watcher.epochs.size(), std::size_t{4});
        for (const char* key : {"loss", "accuracy", "val_loss", "val_accuracy", "lr"})
            QVERIFY(watcher.epochs[0].logs.contains(key));
        QCOMPARE(watcher.epochs[3].logs.at("loss"), watcher.steps[23].running.at("loss"));
        QCOMPARE(outcome->reason, EndReason::Completed);
        QVERIFY(watcher.epochs[3].logs.at("loss") < watcher.epochs[0].logs.at("loss"));
    }

    void threadsChangeNothing()
    {
        std::vector<Buffer> weights;
        for (const int threads : {1, 2, 5}) {
            Watcher watcher;
            TrainingControl control;
            weights.push_back(train(spirals(), nullptr, watcher, control, threads)->final->weights);
        }
        QVERIFY(sameBits(weights[0], weights[1]));
        QVERIFY(sameBits(weights[0], weights[2]));
    }

    void aStoppedRunGoesOnAsIfItHadNot_data()
    {
        QTest::addColumn<int>("stopAfter");
        for (const int step : {1, 5, 6, 7, 11, 12, 23, 24})
            QTest::addRow("after step %d", step) << step;
    }
    void aStoppedRunGoesOnAsIfItHadNot()
    {
        QFETCH(int, stopAfter);
        Project project = spirals();
        project.training.callbacks = {
            {"EarlyStopping",
             Json::parse(R"({"monitor": "val_loss", "patience": 2, "restore_best_weights": true})")}};
        Memory straight;
        {
            Watcher watcher;
            TrainingControl control;
            QVERIFY(train(project, &straight, watcher, control));
        }
        Memory resumed;
        {
            Watcher watcher;
            TrainingControl control;
            watcher.step = [&](const StepReport&) {
                if (static_cast<int>(watcher.steps.size()) == stopAfter)
                    control.stop();
            };
            const Result<TrainingOutcome> outcome = train(project, &resumed, watcher, control);
            QVERIFY(outcome);
            QCOMPARE(outcome->reason, EndReason::Stopped);
            QCOMPARE(static_cast<int>(watcher.steps.size()), stopAfter);
        }
        Watcher watcher;
        TrainingControl control;
        QVERIFY(train(project, &resumed, watcher, control));
        QVERIFY(sameBits(straight.kept->weights, resumed.kept->weights));
        QCOMPARE(resumed.history.size(), straight.history.size());
        for (std::size_t e = 0; e < straight.history.size(); ++e)
            QVERIFY(resumed.history[e].logs == straight.history[e].logs);
        for (std::size_t s = 0; s < straight.kept->optimizerSlots.size(); ++s)
            QVERIFY(sameBits(straight.kept->optimizerSlots[s], resumed.kept->optimizerSlots[s]));
    }

    void aFinishedRunSaysSo()
    {
        Memory memory;
        Watcher watcher;
        TrainingControl control;
        QVERIFY(train(spirals(), &memory, watcher, control));
        const Buffer weights = memory.kept->weights;
        Watcher again;
        TrainingControl other;
        const Result<TrainingOutcome> outcome = train(spirals(), &memory, again, other);
        QVERIFY(outcome);
        QVERIFY(again.steps.empty());
        QVERIFY(!memory.said.empty());
        QVERIFY(sameBits(weights, outcome->final->weights));
    }

    void pauseHoldsAndOneStepIsOneStep()
    {
        Watcher watcher;
        TrainingControl control;
        control.pause();
        std::atomic<int> steps{0};
        watcher.step = [&](const StepReport&) { ++steps; };
        std::thread training([&] { QVERIFY(train(spirals(), nullptr, watcher, control)); });
        QTest::qWait(50);
        QCOMPARE(steps.load(), 0);
        control.oneStep();
        QTRY_VERIFY(control.paused());
        QCOMPARE(steps.load(), 1);
        control.oneEpoch();
        QTRY_VERIFY(control.paused());
        QCOMPARE(steps.load(), 6);
        // Somebody who looks only now sees where it stands.
        QTRY_VERIFY(control.snapshot() && control.snapshot()->step == 6);
        control.resume();
        training.join();
        QCOMPARE(steps.load(), 24);
    }

    void aSnapshotIsOneMomentOfTheRun()
    {
        Watcher watcher;
        TrainingControl control;
        SnapshotPtr early;
        watcher.step = [&](const StepReport& report) {
            const SnapshotPtr now = control.snapshot();
            if (report.epoch == 1 && report.step == 2)
                early = now;
        };
        const Result<TrainingOutcome> outcome = train(spirals(), nullptr, watcher, control);
        QVERIFY(early);
        QCOMPARE(early->step, Index{8});
        QVERIFY(!sameBits(early->weights, outcome->final->weights));
    }

    void faultsAreFoundBeforeTheFirstStep_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("words");
        QTest::newRow("loss") << 0 << "squared_error_mean";
        QTest::newRow("optimizer") << 1 << "Adamant";
        QTest::newRow("metric") << 2 << "acuracy";
        QTest::newRow("callback") << 3 << "EarlyStop";
        QTest::newRow("units") << 4 << "units";
        QTest::newRow("input") << 5 << "input";
        QTest::newRow("precision") << 6 << "float16";
    }
    void faultsAreFoundBeforeTheFirstStep()
    {
        QFETCH(int, which);
        QFETCH(QString, words);
        Project project = spirals();
        switch (which) {
        case 0:
            project.training.loss.className = "squared_error_mean";
            break;
        case 1:
            project.training.optimizer.className = "Adamant";
            break;
        case 2:
            project.training.metrics[0].className = "acuracy";
            break;
        case 3:
            project.training.callbacks = {{"EarlyStop", Json::object()}};
            break;
        case 4:
            project.model.layers.back().config["units"] = 1;
            break;
        case 5:
            project.model.layers[0].config["shape"] = {3};
            break;
        default:
            project.training.precision = "float16";
        }
        Watcher watcher;
        TrainingControl control;
        const Result<TrainingOutcome> outcome = train(project, nullptr, watcher, control);
        QVERIFY(!outcome);
        QCOMPARE(exitStatus(outcome.faults()), 3);
        const QString said = QString::fromStdString(sentence(outcome.faults()));
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(watcher.steps.empty());
    }

    void aLossThatIsNoNumberWarnsAndGoesOn()
    {
        Project project = spirals();
        project.data.preprocess = {{"Rescaling", Json::parse(R"({"scale": 1e9})")},
                                   {"Rescaling", Json::parse(R"({"scale": 1e9})")},
                                   {"Rescaling", Json::parse(R"({"scale": 1e9})")},
                                   {"Rescaling", Json::parse(R"({"scale": 1e9})")},
                                   {"Rescaling", Json::parse(R"({"scale": 1e9})")}};
        Memory memory;
        Watcher watcher;
        TrainingControl control;
        const Result<TrainingOutcome> outcome = train(project, &memory, watcher, control);
        QVERIFY(outcome);
        QCOMPARE(outcome->reason, EndReason::Completed);
        QCOMPARE(memory.said.size(), std::size_t{1});
        project.training.callbacks = {{"TerminateOnNaN", Json::object()}};
        Memory second;
        Watcher stopped;
        const Result<TrainingOutcome> ended = train(project, &second, stopped, control);
        QVERIFY(ended);
        QCOMPARE(ended->reason, EndReason::NotANumber);
        QVERIFY(stopped.steps.size() < 24);
    }
};

LAMINA_TEST(TrainerTest)
#include "trainer_test.moc"
