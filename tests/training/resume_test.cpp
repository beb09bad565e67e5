// A run that is stopped and goes on leaves the same bits as one that never stopped: with every optimizer, and
// with all that keeps a state of its own.
#include "engine/model/optimizer_type.h"
#include "engine/training/trainer.h"

#include "runs.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
struct Ended {
    Memory memory;
    std::vector<StepReport> steps;
};

// stopAfter 0: never.
void runInto(Ended& into, const Project& project, int stopAfter, int threads = 1)
{
    Watcher watcher;
    TrainingControl control;
    watcher.step = [&](const StepReport&) {
        if (static_cast<int>(watcher.steps.size()) == stopAfter)
            control.stop();
    };
    const Result<TrainingOutcome> outcome = train(project, &into.memory, watcher, control, threads);
    QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
    into.steps.insert(into.steps.end(), watcher.steps.begin(), watcher.steps.end());
}

void addProject(const char* name, const char* training, const char* hidden = "{}")
{
    QTest::newRow(name) << QByteArray(training) << QByteArray(hidden);
}
} // namespace

class ResumeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStoppedRunLeavesTheSameBits_data()
    {
        QTest::addColumn<QByteArray>("training");
        QTest::addColumn<QByteArray>("hidden");
        for (const OptimizerType* type : optimizers::all()) {
            Json config{{"learning_rate", 0.01}, {"weight_decay", 0.01}, {"global_clipnorm", 1}};
            const Json training{{"optimizer", {{"class_name", type->className}, {"config", config}}}};
            addProject(type->className, training.dump().c_str());
        }
        addProject("gathered gradients", R"({"gradient_accumulation_steps": 4})");
        addProject("gathered over more than an epoch", R"({"gradient_accumulation_steps": 100})");
        addProject("schedule",
                   R"({"gradient_accumulation_steps": 2, "optimizer": {"class_name": "Adam", "config":
            {"learning_rate": {"class_name": "CosineDecay", "config": {"initial_learning_rate": 0.001,
             "decay_steps": 9, "warmup_target": 0.01, "warmup_steps": 3}}, "clipnorm": 0.5}}})");
        addProject("plateau", R"({"callbacks": [{"class_name": "ReduceLROnPlateau", "config":
            {"monitor": "loss", "min_delta": 10, "patience": 1, "factor": 0.5}}]})");
        addProject("scheduler", R"({"callbacks": [{"class_name": "LearningRateScheduler", "config":
            {"schedule": {"class_name": "OneCycle", "config": {"max_learning_rate": 0.02, "total_steps": 4}}}}]})");
        addProject("logger",
                   R"({"callbacks": [{"class_name": "CSVLogger", "config": {"filename": "log.csv"}}]})");
        addProject("metrics", R"({"metrics": ["accuracy", "sparse_top_k_categorical_accuracy"],
            "weighted_metrics": ["accuracy"], "class_weight": {"0": 1, "1": 2, "2": 0.5}})");
        addProject("penalties", "{}", R"({"kernel_regularizer": "l2", "activity_regularizer": "l1",
            "kernel_constraint": "max_norm", "bias_constraint": "non_neg"})");
    }
    void aStoppedRunLeavesTheSameBits()
    {
        QFETCH(QByteArray, training);
        QFETCH(QByteArray, hidden);
        Project project = spirals();
        const Json given = Json::parse(training.toStdString());
        const auto parts = [&](const char* key, std::vector<PartSpec>& into) {
            if (!given.contains(key))
                return;
            into.clear();
            for (const Json& part : given[key])
                into.push_back(partFrom(part));
        };
        if (given.contains("optimizer"))
            project.training.optimizer = partFrom(given["optimizer"]);
        project.training.gradientAccumulationSteps = given.value("gradient_accumulation_steps", 1);
        project.training.classWeight = given.value("class_weight", Json());
        parts("callbacks", project.training.callbacks);
        parts("metrics", project.training.metrics);
        parts("weighted_metrics", project.training.weightedMetrics);
        project.model.layers[1].config.update(Json::parse(hidden.toStdString()));

        Ended straight;
        runInto(straight, project, 0, 3);
        QCOMPARE(straight.steps.size(), std::size_t{24});
        for (const int stopAfter : {1, 2, 3, 5, 6, 7, 13, 23}) {
            Ended resumed;
            runInto(resumed, project, stopAfter);
            QCOMPARE(static_cast<int>(resumed.steps.size()), stopAfter);
            runInto(resumed, project, 0);
            const RunState& a = *straight.memory.kept;
            const RunState& b = *resumed.memory.kept;
            QVERIFY2(sameBits(a.weights, b.weights), qPrintable(QString::number(stopAfter)));
            QCOMPARE(a.optimizerSlots.size(), b.optimizerSlots.size());
            for (std::size_t s = 0; s < a.optimizerSlots.size(); ++s)
                QVERIFY(sameBits(a.optimizerSlots[s], b.optimizerSlots[s]));
            QCOMPARE(a.learningRate, b.learningRate);
            QCOMPARE(a.optimizerStep, b.optimizerStep);
            QVERIFY(straight.memory.texts == resumed.memory.texts);
            for (std::size_t e = 0; e < straight.memory.history.size(); ++e)
                QVERIFY(straight.memory.history[e].logs == resumed.memory.history[e].logs);
            for (std::size_t s = 0; s < straight.steps.size(); ++s) {
                QCOMPARE(straight.steps[s].loss, resumed.steps[s].loss);
                QVERIFY(straight.steps[s].running == resumed.steps[s].running);
            }
        }
    }

    // Killed right after any state was kept, with the files of a run that had gone on for as long as it
    // liked.
    void aRunGoesOnFromEveryState()
    {
        Project project = spirals();
        project.training.epochs = 12;
        project.training.optimizer = partFrom(Json::parse(R"({"class_name": "Adam", "config":
            {"learning_rate": 0.2}})"));
        for (const char* callback :
             {R"({"class_name": "EarlyStopping", "config": {"patience": 2, "restore_best_weights": true}})",
              R"({"class_name": "ReduceLROnPlateau", "config": {"patience": 1, "factor": 0.5}})",
              R"({"class_name": "ModelCheckpoint", "config": {"filepath": "{batch}.h5", "save_freq": 4}})",
              R"({"class_name": "CSVLogger", "config": {"filename": "log.csv"}})",
              R"({"class_name": "CSVLogger", "config": {"filename": "before.csv", "append": true}})"})
            project.training.callbacks.push_back(partFrom(Json::parse(callback)));
        Ended straight;
        straight.memory.keepsAll = true;
        straight.memory.texts["before.csv"] = "of another run\n";
        runInto(straight, project, 0, 2);
        const std::vector<RunState>& states = straight.memory.all;
        QVERIFY(states.back().ended);
        QCOMPARE(states.back().stopReason, std::string("early_stopping"));
        QCOMPARE(states[0].step, Index{0});
        QVERIFY(states.size() > straight.steps.size());
        for (std::size_t s = 0; s + 1 < states.size(); ++s) {
            Ended resumed;
            resumed.memory.kept = states[s];
            resumed.memory.texts = straight.memory.texts;
            runInto(resumed, project, 0);
            const RunState& end = *resumed.memory.kept;
            QVERIFY2(sameBits(end.weights, states.back().weights), qPrintable(QString::number(s)));
            QVERIFY(sameBits(end.optimizerSlots[1], states.back().optimizerSlots[1]));
            QVERIFY(end.callbacks == states.back().callbacks);
            QVERIFY(end.ended);
            QCOMPARE(end.stopReason, states.back().stopReason);
            QCOMPARE(end.history.size(), states.back().history.size());
            QVERIFY(end.history.back().logs == states.back().history.back().logs);
            QVERIFY(resumed.memory.texts == straight.memory.texts);
        }
    }

    // Four batches of 8 whose gradients are gathered are one batch of 32, but for rounding.
    void gatheredBatchesAreOneLargeOne()
    {
        Project project = spirals();
        project.model.layers.erase(project.model.layers.begin() + 2, project.model.layers.begin() + 4);
        project.model.layers.back().inputs = {{"hidden"}};
        project.model.layers[1].config["kernel_regularizer"] = "l2";
        project.training.optimizer = {"SGD", Json::parse(R"({"learning_rate": 0.1, "momentum": 0.9})")};
        Ended large;
        runInto(large, project, 0);
        project.training.batchSize = 8;
        project.training.gradientAccumulationSteps = 4;
        Ended gathered;
        runInto(gathered, project, 0);
        QCOMPARE(gathered.steps.size(), std::size_t{4 * 21}); // 162 samples, so the last group is partial
        QCOMPARE(gathered.memory.kept->optimizerStep, large.memory.kept->optimizerStep);
        for (Index i = 0; i < large.memory.kept->weights.size(); ++i)
            QVERIFY(std::abs(large.memory.kept->weights.data()[i] - gathered.memory.kept->weights.data()[i])
                    < 1e-3F);
        QVERIFY(std::abs(large.memory.history[3].logs.at("val_loss")
                         - gathered.memory.history[3].logs.at("val_loss"))
                < 1e-3);
    }

    void aStateOfAnotherShapeIsRefused()
    {
        Ended ended;
        runInto(ended, spirals(), 3);
        ended.memory.kept->metricSums.pop_back();
        Watcher watcher;
        TrainingControl control;
        QVERIFY(!train(spirals(), &ended.memory, watcher, control));
        QVERIFY(watcher.steps.empty());
    }
};

LAMINA_TEST(ResumeTest)
#include "resume_test.moc"
