// The loop: what it reports, that threads change nothing, and that a stopped run goes on as if it had never
// stopped.
#include "engine/training/trainer.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace lamina;

namespace {
LayerSpec layer(const char* className, const char* name, const char* config, std::vector<TensorRef> inputs)
{
    return {className, name, Json::parse(config), std::move(inputs)};
}

Project spirals()
{
    Project project;
    project.name = "spirals";
    project.seed = 11;
    project.data.source = "synthetic";
    project.data.options = Json::parse(R"({"generator": "spirals", "train": 203, "test": 40})");
    project.data.validationSplit = 0.2;
    project.training.epochs = 4;
    project.training.batchSize = 32;
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    project.training.metrics = {{"accuracy", Json::object()}};
    project.training.optimizer = {"Adam", Json::parse(R"({"learning_rate": 0.01})")};
    project.model.layers = {
        layer("InputLayer", "input", R"({"shape": [2]})", {}),
        layer("Dense", "hidden", R"({"units": 24, "activation": "relu"})", {{"input"}}),
        layer("BatchNormalization", "norm", "{}", {{"hidden"}}),
        layer("Dropout", "dropout", R"({"rate": 0.1})", {{"norm"}}),
        layer("Dense", "class", R"({"units": 3, "activation": "softmax"})", {{"dropout"}})};
    return project;
}

// Keeps in memory what a run folder keeps on disk.
struct Memory final : RunRecorder {
    std::optional<RunState> kept;
    std::vector<EpochReport> history;
    std::vector<std::string> said;
    int models = 0;
    Result<std::optional<RunState>> begin(const Network&) override { return kept; }
    Result<void> epochEnded(const std::vector<EpochReport>& reports) override
    {
        history = reports;
        return {};
    }
    Result<void> keep(const RunState& state) override
    {
        kept = state;
        return {};
    }
    Result<void> saveModel(const std::filesystem::path&, const Network&, const Buffer&, bool) override
    {
        ++models;
        return {};
    }
    Result<void> end(const Network&, const Buffer&, EndReason) override { return {}; }
    void say(const std::string& line) override { said.push_back(line); }
};

struct Watcher final : TrainingObserver {
    std::function<void(const StepReport&)> step;
    RunPlan plan;
    std::vector<StepReport> steps;
    std::vector<EpochReport> epochs;
    void onBegin(const RunPlan& begun) override { plan = begun; }
    void onStep(const StepReport& report) override
    {
        steps.push_back(report);
        if (step)
            step(report);
    }
    void onEpoch(const EpochReport& report) override { epochs.push_back(report); }
};

Result<TrainingOutcome> train(const Project& project, RunRecorder* recorder, TrainingObserver& observer,
                              TrainingControl& control, int threads = 1)
{
    Result<TrainingSetup> setup = TrainingSetup::make(project, {});
    if (!setup)
        return setup.faults();
    Trainer trainer(std::move(*setup), threads, recorder, observer, control);
    return trainer.run();
}

bool sameBits(const Buffer& a, const Buffer& b)
{
    return a.size() == b.size() && std::equal(a.values().begin(), a.values().end(), b.values().begin());
}
} // namespace

class TrainerTest final : public QObject {
    Q_OBJECT
private slots:
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

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
