// Project files: what is written is what was read, and old samples keep opening.
#include "engine/formats/project_file.h"

#include "samples.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
Project sample()
{
    Result<Project> project = readProject(samplePath("version_1.lamina"));
    if (!project)
        qFatal("%s", sentence(project.faults()).c_str());
    return *project;
}

const std::string smallest = R"({"format": "lamina-project", "version": 1, "model": {"layers": []}})";
} // namespace

class ProjectFileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSampleOfVersionOneSaysWhatItSaid()
    {
        const Project project = sample();
        QCOMPARE(project.name, std::string("Handwritten digits"));
        QCOMPARE(project.seed, std::uint64_t{7});
        QCOMPARE(project.data.source, std::string("idx"));
        QVERIFY(project.data.options["test_labels"] == Json("t10k-labels-idx1-ubyte.gz"));
        QCOMPARE(project.data.input, std::string("drawing"));
        QCOMPARE(project.data.validationSplit, 0.2);
        QCOMPARE(project.data.preprocess,
                 (std::vector<PartSpec>{{"Rescaling", {{"scale", 0.00392156862745098}}}}));
        QVERIFY(project.data.augment[0].config["rotation_range"] == Json(20));
        QCOMPARE(project.model.layers.size(), std::size_t{4});
        QCOMPARE(project.model.layers[1].className, std::string("Conv2D"));
        QVERIFY(project.model.layers[1].config["kernel_size"] == Json({3, 3}));
        QCOMPARE(project.model.layers[2].inputs, (std::vector<TensorRef>{{"conv", 0}}));
        QCOMPARE(project.model.inputs, (std::vector<TensorRef>{{"input", 0}}));
        QCOMPARE(project.model.outputs, (std::vector<TensorRef>{{"digit", 0}}));
        QCOMPARE(project.weights, std::string("digits.h5"));
        QCOMPARE(project.training.epochs, 5);
        QCOMPARE(project.training.batchSize, 128);
        QCOMPARE(project.training.loss.className, std::string("sparse_categorical_crossentropy"));
        QCOMPARE(project.training.metrics, (std::vector<PartSpec>{{"accuracy", Json::object()}}));
        QVERIFY(project.training.optimizer.config["learning_rate"] == Json(0.001));
        QCOMPARE(project.training.callbacks[1].className, std::string("ModelCheckpoint"));
        QCOMPARE(project.layout.at("conv"), (CanvasPosition{120, 80}));
    }

    void theTargetMayBeTheInput()
    {
        Project project = sample();
        project.data.target = "input";
        const Result<Project> read = parseProject(projectText(project), "target");
        QVERIFY(read && *read == project);
    }

    void textBecomesAProjectAndTheSameTextAgain()
    {
        const std::string text = textOf(samplePath("version_1.lamina"));
        QCOMPARE(QString::fromStdString(projectText(sample())), QString::fromStdString(text));
    }

    void keysStandInTheOrderOfTheDesignWhateverOrderTheyCameIn()
    {
        std::string text = smallest;
        text.insert(text.size() - 1,
                    R"(, "training": {"batch_size": 8, "epochs": 2}, "seed": 3, "name": "n")");
        const std::string written = projectText(*parseProject(text, "p"));
        std::size_t last = 0;
        for (const char* key : {"\"format\"", "\"version\"", "\"name\"", "\"seed\"", "\"data\"", "\"model\"",
                                "\"training\"", "\"epochs\"", "\"batch_size\"", "\"optimizer\""}) {
            const std::size_t at = written.find(key);
            QVERIFY2(at != std::string::npos && at > last, key);
            last = at;
        }
    }

    void blocksStandBehindTheLayoutInTheOrderOfTheLayers()
    {
        Project project = sample();
        project.groups = {{"Stem", {{"flatten", "conv"}, true}}, {"Ende", {{"digit"}, false}}};
        const std::string text = projectText(project);
        const std::string groups = text.substr(text.find("\"groups\""));
        QVERIFY(text.find("\"layout\"") < text.find("\"groups\""));
        const QString wanted =
            R"("groups": {
    "Ende": { "layers": ["digit"], "closed": false },
    "Stem": { "layers": ["conv", "flatten"], "closed": true }
  }
}
)";
        QCOMPARE(QString::fromStdString(groups), wanted);
        const Result<Project> read = parseProject(text, "p");
        QVERIFY(read);
        QCOMPARE(*read, project);
        // Without blocks the file is what it was before there were any; "closed" may be left out.
        QVERIFY(projectText(sample()).find("groups") == std::string::npos);
        std::string brief = text;
        brief.erase(brief.find(", \"closed\": false"), std::string(", \"closed\": false").size());
        QCOMPARE(*parseProject(brief, "p"), project);
    }

    void missingKeysMeanTheDefaults()
    {
        const Result<Project> project = parseProject(smallest, "p");
        QVERIFY(project);
        QCOMPARE(*project, Project());
        QCOMPARE(project->training.optimizer.className, std::string("RMSprop"));
    }

    void inputsMayNameAnOutputOfALayer()
    {
        const Result<Project> project = parseProject(
            R"({"format": "lamina-project", "version": 1, "model": {"layers": [
                {"class_name": "InputLayer", "name": "a", "config": {"shape": [4]}},
                {"class_name": "Flatten", "name": "b", "inputs": [["a", 0]]},
                {"class_name": "Flatten", "name": "c", "inputs": [["a", 1]]}], "outputs": [["c", 2], "b"]}})",
            "p");
        QVERIFY2(project, project ? "" : sentence(project.faults()).c_str());
        QCOMPARE(project->model.layers[1].inputs, (std::vector<TensorRef>{{"a", 0}}));
        QCOMPARE(project->model.layers[2].inputs, (std::vector<TensorRef>{{"a", 1}}));
        QCOMPARE(project->model.outputs, (std::vector<TensorRef>{{"c", 2}, {"b", 0}}));
        const std::string text = projectText(*project);
        QVERIFY(text.find(R"("inputs": ["a"])") != std::string::npos);
        QVERIFY(text.find(R"("inputs": [["a", 1]])") != std::string::npos);
        QCOMPARE(*parseProject(text, "p"), *project);
    }

    void aLayerMayBeFrozen()
    {
        const Result<Project> project = parseProject(
            R"({"format": "lamina-project", "version": 1, "model": {"layers": [
                {"class_name": "Flatten", "name": "b", "config": {"trainable": false}}]}})",
            "p");
        QVERIFY(project);
        QVERIFY(project->model.layers[0].config["trainable"] == Json(false));
    }

    void lossesMayBeNamesObjectsOrKeyedByOutput_data()
    {
        QTest::addColumn<QByteArray>("loss");
        QTest::addColumn<QByteArray>("className");
        QTest::newRow("name") << QByteArray(R"("sparse_categorical_crossentropy")")
                              << QByteArray("sparse_categorical_crossentropy");
        QTest::newRow("object") << QByteArray(
            R"({"class_name": "sparse_categorical_crossentropy", "config": {}})")
                                << QByteArray("sparse_categorical_crossentropy");
        QTest::newRow("keyed") << QByteArray(R"({"b": "sparse_categorical_crossentropy"})") << QByteArray();
        QTest::newRow("not chosen yet") << QByteArray("null") << QByteArray();
    }
    void lossesMayBeNamesObjectsOrKeyedByOutput()
    {
        QFETCH(QByteArray, loss);
        QFETCH(QByteArray, className);
        const std::string text = R"({"format": "lamina-project", "version": 1, "model": {"layers": [
            {"class_name": "Flatten", "name": "b"}]}, "training": {"loss": )"
            + loss.toStdString() + "}}";
        const Result<Project> project = parseProject(text, "p");
        QVERIFY2(project, project ? "" : sentence(project.faults()).c_str());
        QCOMPARE(project->training.loss.className, className.toStdString());
        QCOMPARE(*parseProject(projectText(*project), "p"), *project);
    }

    void allThatATrainingCanWeighReadsBackAsItWas()
    {
        const std::string text = R"({"format": "lamina-project", "version": 1, "model": {"layers": [
            {"class_name": "InputLayer", "name": "a", "config": {"shape": [2]}},
            {"class_name": "Dense", "name": "b", "config": {"units": 2, "kernel_regularizer": "l1_l2",
              "bias_constraint": {"class_name": "UnitNorm", "config": {"axis": [0]}}}, "inputs": ["a"]}]},
            "training": {"gradient_accumulation_steps": 4, "loss": {"b": "mse"}, "loss_weights": {"b": 0.5},
              "metrics": {"b": [{"class_name": "AUC", "config": {"curve": "PR"}}, "mae"]},
              "weighted_metrics": ["mse"], "class_weight": {"0": 1, "1": 2.5},
              "optimizer": {"class_name": "Nadam", "config": {"learning_rate": {"class_name": "CosineDecay",
                "config": {"initial_learning_rate": 0.1, "decay_steps": 100}}, "clipnorm": 1}},
              "callbacks": [{"class_name": "CSVLogger", "config": {"filename": "log.csv"}}]}})";
        const Result<Project> project = parseProject(text, "a.lamina");
        QVERIFY2(project, project ? "" : sentence(project.faults()).c_str());
        QCOMPARE(project->training.gradientAccumulationSteps, 4);
        QCOMPARE(project->training.outputMetrics.at("b").size(), std::size_t{2});
        QCOMPARE(project->training.weightedMetrics.size(), std::size_t{1});
        const Result<Project> again = parseProject(projectText(*project), "a.lamina");
        QVERIFY2(again, again ? "" : sentence(again.faults()).c_str());
        QVERIFY(*again == *project);
    }

    void everyFloatAndTheLargestSeedReadBackAsTheyWere()
    {
        Project project = sample();
        project.seed = 18446744073709551615ULL;
        project.training.epochs = 1'000'000;
        for (const double value : {0.1, 1.0 / 3, 1e-300, 1e22, 123456789.123456789, 1.0, 5e-324}) {
            project.data.preprocess[0].config["scale"] = value;
            project.layout["conv"] = {value, -value};
            const Result<Project> again = parseProject(projectText(project), "p");
            QVERIFY2(again, again ? "" : sentence(again.faults()).c_str());
            QCOMPARE(*again, project);
            QCOMPARE(again->data.preprocess[0].config["scale"].get<double>(), value);
            QCOMPARE(projectText(*again), projectText(project));
        }
    }

    void wordsOfAnyLanguageReadBackAsTheyWere()
    {
        Project project = sample();
        project.name = "손글씨 \"숫자\" \\ \n\t é 🙂";
        project.layout["레이어"] = {1, 2};
        QCOMPARE(*parseProject(projectText(project), "p"), project);
        QVERIFY(projectText(project).find("손글씨") != std::string::npos);
    }

    void smallThingsStandOnOneLine()
    {
        const std::string text = projectText(sample());
        QVERIFY(text.find(R"("config": { "shape": [28, 28, 1] }, "inputs": [] })") != std::string::npos);
        QVERIFY(text.ends_with("}\n"));
    }

    void aWrittenFileIsReadBack()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("p.lamina").toStdString();
        QVERIFY(writeProject(sample(), path));
        QCOMPARE(textOf(path), projectText(sample()));
        QCOMPARE(*readProject(path), sample());
    }

    void theBenchesCasesAreRead_data()
    {
        QTest::addColumn<QString>("path");
        const std::filesystem::path cases = sharedFolder() / "bench/cases";
        QTest::newRow("a folder of them")
            << QString::fromStdString(std::filesystem::exists(cases) ? std::string() : "missing");
        if (std::filesystem::exists(cases))
            for (const auto& entry : std::filesystem::directory_iterator(cases))
                QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
    }
    void theBenchesCasesAreRead()
    {
        QFETCH(QString, path);
        if (path == "missing")
            QSKIP("there are no bench/cases here");
        if (path.isEmpty())
            return;
        const Result<Project> project = readProject(path.toStdString());
        QVERIFY2(project, project ? "" : sentence(project.faults()).c_str());
        QVERIFY(project->model.layers.size() > 5);
        QCOMPARE(*parseProject(projectText(*project), "p"), *project);
    }
};

LAMINA_TEST(ProjectFileTest)
#include "project_file_test.moc"
