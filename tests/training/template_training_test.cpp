// What data ask of a template, the projects that come of it, and that they train.
#include "engine/data/open.h"
#include "engine/formats/template_project.h"
#include "engine/training/bench.h"
#include "engine/training/data_task.h"
#include "tests/support/run.h"
#include "tests/training/runs.h"

#include <QTest>

using namespace lamina;

class TemplateTrainingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepIsTaken_data()
    {
        QTest::addColumn<QString>("id");
        for (const ModelTemplate* made : templates::inOrder())
            if (!made->topIsOptional) // the others take seconds and gigabytes
                QTest::newRow(made->id) << made->id;
    }
    void aStepIsTaken()
    {
        QFETCH(QString, id);
        const ModelTemplate& made = *templates::find(id.toStdString());
        ModelTask task = made.usual;
        if (task.input.rank() == 3)
            task.input = {16, 16, 2};
        const Result<Project> project = projectFrom(made, task, "step");
        QVERIFY(project);
        BenchOptions options;
        options.batch = 2;
        options.steps = 1;
        options.warmup = 0;
        options.threads = 1;
        const Result<BenchResult> stepped = bench(*project, options);
        QVERIFY2(stepped, stepped ? "" : sentence(stepped.faults()).c_str());
    }

    void builtInDataAreTrainedOn_data()
    {
        QTest::addColumn<QString>("id");
        for (const ModelTemplate* made : templates::inOrder())
            if (!made->topIsOptional)
                QTest::newRow(made->id) << made->id;
    }
    void builtInDataAreTrainedOn()
    {
        QFETCH(QString, id);
        const ModelTemplate& made = *templates::find(id.toStdString());
        ModelTask task = made.usual;
        if (task.input.rank() == 3)
            task.input = {28, 28, 1};
        Result<Project> project = projectFrom(made, task, "trained");
        QVERIFY(project);
        QCOMPARE(project->data.source, std::string("synthetic"));
        project->data.options["train"] = 20;
        project->data.options["test"] = 0;
        project->training.epochs = 1;
        project->training.batchSize = 8;
        const TaskFacts facts = taskFacts(*openData(project->data, {}, 1));
        for (const Advice& advice : advise(*project, analyse(project->model), &facts))
            QVERIFY2(!advice.blocks, sentence(advice.fault).c_str());
        Watcher watcher;
        TrainingControl control;
        const Result<TrainingOutcome> outcome = train(*project, nullptr, watcher, control);
        QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
        QVERIFY(std::isfinite(outcome->epochs.at(0).logs.at("loss")));
        QVERIFY(outcome->epochs[0].logs.contains(made.givesInputBack ? "mean_absolute_error" : "accuracy"));
    }

    // As it comes in: prepared and changed at random with it.
    void whatComesInIsTheTargetWhereItIsAskedFor()
    {
        const ModelTemplate& made = *templates::find("autoencoder");
        Result<Project> project = projectFrom(made, made.usual, "back");
        QVERIFY(project);
        QCOMPARE(project->data.target, std::string("input"));
        project->data.options["train"] = 4;
        project->data.augment = {{"ImageDataGenerator", {{"horizontal_flip", true}, {"rotation_range", 20}}}};
        const Result<TrainingSetup> setup = TrainingSetup::make(*project, {});
        QVERIFY2(setup, setup ? "" : sentence(setup.faults()).c_str());
        BatchBuffers buffers(*setup->feed, 2, BatchUse::Training);
        float largest = 0;
        for (Index sample = 0; sample < 2; ++sample)
            QVERIFY(buffers.fillSample(*setup->data.train, sample, sample, 0));
        for (std::size_t i = 0; i < 2 * 28 * 28; ++i) {
            QCOMPARE(buffers.targets()[0][i], buffers.inputs()[0][i]);
            largest = std::max(largest, buffers.targets()[0][i]);
        }
        QVERIFY(largest > 0.5F && largest <= 1);
        project->data.target = "output";
        const Result<DataParts> refused = openData(project->data, {}, 1);
        QVERIFY(!refused && refused.faults()[0].where.path == "data.target");
    }

    void dataSayWhatTheyAsk()
    {
        const auto asked = [](const char* generator, const char* loss) {
            DataSpec data;
            data.options = {{"generator", generator}, {"train", 4}, {"test", 0}};
            TrainingSpec training;
            training.loss.className = loss;
            return taskOf(taskFacts(*openData(data, {}, 1)), training);
        };
        using Ending = ModelTask::Ending;
        const char* const sparse = "sparse_categorical_crossentropy";
        QVERIFY(asked("digits", sparse) == (ModelTask{.input = {28, 28, 1}, .outputs = 10}));
        QVERIFY(asked("words", sparse) == (ModelTask{.input = {4, 26}, .outputs = 26}));
        QVERIFY(asked("sentences", sparse) == (ModelTask{.input = {8}, .ids = 65, .outputs = 65}));
        QVERIFY(asked("spirals", sparse) == (ModelTask{.input = {2}, .outputs = 2}));
        QVERIFY(asked("spirals", "binary_crossentropy")
                == (ModelTask{.input = {2}, .outputs = 2, .ending = Ending::YesOrNo}));
        QVERIFY(asked("study_scores", "mse")
                == (ModelTask{.input = {1}, .outputs = 1, .ending = Ending::Numbers}));
        // Classes called 0, 1, 2 … that somebody has chosen to learn as numbers.
        QVERIFY(asked("digits", "mse")
                == (ModelTask{.input = {28, 28, 1}, .outputs = 1, .ending = Ending::Numbers}));
    }

    void aTaskWithoutBuiltInDataAsksForFolders()
    {
        const Result<Project> project =
            projectFrom(*templates::find("lenet5"), {.input = {32, 48, 1}, .outputs = 5}, "mine");
        QVERIFY(project);
        QCOMPARE(project->data.source, std::string("image_folder"));
        QVERIFY(project->data.options["target_size"] == Json({32, 48}));
        QVERIFY(project->data.options["color_mode"] == "grayscale");
        QVERIFY(project->data.options["class_mode"] == "sparse");
        QCOMPARE(project->training.loss.className, std::string("sparse_categorical_crossentropy"));
        const Result<DataParts> parts = openData(project->data, "/nowhere", 1);
        QVERIFY(sentence(parts.faults()).find("data.options.train") != std::string::npos);
    }
};

LAMINA_TEST(TemplateTrainingTest)
#include "template_training_test.moc"
