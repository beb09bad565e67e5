// Every mistake that a project file can hold is told with its exact place and what would be right.
#include "engine/formats/project_file.h"

#include "samples.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
// The sample with the value at a JSON pointer replaced, or removed if `value` is empty.
std::string changed(const QByteArray& pointer, const QByteArray& value)
{
    Json root = Json::parse(textOf(samplePath("version_1.lamina")));
    const Json::json_pointer at(pointer.toStdString());
    if (value.isEmpty())
        root.at(at.parent_pointer()).erase(at.back());
    else
        root[at] = Json::parse(value.toStdString());
    return root.dump();
}

Faults faultsOf(const std::string& text)
{
    const Result<Project> project = parseProject(text, "digits.lamina");
    return project ? Faults() : project.faults();
}
} // namespace

class ProjectFaultsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMistakeIsToldAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* path,
                            const char* words) {
            QTest::newRow(name) << QByteArray(pointer) << QByteArray(value) << QString(path)
                                << QString(words);
        };
        row("other format", "/format", "\"netron\"", "format", "lamina-project");
        row("no format", "/format", "", "format", "lamina-project");
        row("no version", "/version", "", "version", "\"version\": 1");
        row("version of a text", "/version", "\"1\"", "version", "\"version\": 1");
        row("version zero", "/version", "0", "version", "above 0");
        row("newer version", "/version", "2", "version", "update Lamina");
        row("much newer version", "/version", "99999999999", "version", "99999999999");
        row("unknown key at the root", "/modle", "{}", "modle", "did you mean 'model'");
        row("name of a number", "/name", "5", "name", "not a text");
        row("negative seed", "/seed", "-1", "seed", "from 0 up");
        row("broken seed", "/seed", "1.5", "seed", "from 0 up");

        row("data of a list", "/data", "[]", "data", "not an object");
        row("unknown source", "/data/source", "\"idy\"", "data.source", "did you mean 'idx'");
        row("source of a number", "/data/source", "1", "data.source", "not a text");
        row("unknown option", "/data/options/train_image", "\"a\"", "data.options.train_image",
            "train_images");
        row("option of a wrong kind", "/data/options/train_images", "3", "data.options.train_images",
            "give a text");
        row("missing option", "/data/options/train_images", "", "data.options.train_images", "missing");
        row("options of a text", "/data/options", "\"a\"", "data.options", "not an object");
        row("unknown input", "/data/input", "\"drawn\"", "data.input", "drawing, picture");
        row("split above 1", "/data/validation_split", "1.5", "data.validation_split", "from 0 to");
        row("another target", "/data/target", "\"output\"", "data.target", "input");
        row("split of a text", "/data/validation_split", "\"a\"", "data.validation_split", "give a number");
        row("unknown key in data", "/data/sauce", "1", "data.sauce", "did you mean 'source'");
        row("preprocess of an object", "/data/preprocess", "{}", "data.preprocess", "not a list");
        row("unknown step", "/data/preprocess/0/class_name", "\"Rescale\"", "data.preprocess[0].class_name",
            "did you mean 'Rescaling'");
        row("step's unknown setting", "/data/preprocess/0/config/scales", "1",
            "data.preprocess[0].config.scales", "scale");
        row("step of a number", "/data/preprocess/0", "7", "data.preprocess[0]",
            "neither a name nor an object");
        row("step without class", "/data/preprocess/0/class_name", "", "data.preprocess[0].class_name",
            "missing");
        row("augmentation's unknown key", "/data/augment/0/confg", "{}", "data.augment[0].confg",
            "did you mean 'config'");

        row("no model", "/model", "", "model", "missing");
        row("model of a number", "/model", "1", "model", "not an object");
        row("no layers", "/model/layers", "", "model.layers", "missing");
        row("layers of an object", "/model/layers", "{}", "model.layers", "not a list");
        row("layer of a text", "/model/layers/1", "\"conv\"", "model.layers[1]", "not an object");
        row("unknown layer", "/model/layers/3/class_name", "\"Desne\"", "model.layers[3].class_name",
            "did you mean 'Dense'");
        row("unknown layer near nothing", "/model/layers/3/class_name", "\"Quetzalcoatl\"",
            "model.layers[3].class_name", "use one of: ");
        row("class of a number", "/model/layers/3/class_name", "4", "model.layers[3].class_name",
            "not a text");
        row("no class", "/model/layers/3/class_name", "", "model.layers[3].class_name", "missing");
        row("no name", "/model/layers/2/name", "", "model.layers[2].name", "missing");
        row("empty name", "/model/layers/2/name", "\"\"", "model.layers[2].name", "empty");
        row("unknown key in a layer", "/model/layers/1/units", "3", "model.layers[1].units", "class_name");
        row("unknown setting", "/model/layers/1/config/filter", "3", "model.layers[1].config.filter",
            "filters");
        row("missing setting", "/model/layers/1/config/filters", "", "model.layers[1].config.filters",
            "missing");
        row("setting of a wrong kind", "/model/layers/3/config/units", "\"ten\"",
            "model.layers[3].config.units", "whole number");
        row("setting out of limits", "/model/layers/3/config/units", "0", "model.layers[3].config.units",
            "from 1");
        row("unknown activation", "/model/layers/3/config/activation", "\"softmx\"",
            "model.layers[3].config.activation", "softmax");
        row("unknown initialiser", "/model/layers/3/config/kernel_initializer", "\"he_norm\"",
            "model.layers[3].config.kernel_initializer", "he_normal");
        row("trainable of a text", "/model/layers/3/config/trainable", "\"no\"",
            "model.layers[3].config.trainable", "true or false");
        row("config of a list", "/model/layers/3/config", "[]", "model.layers[3].config", "not an object");
        row("dangling input", "/model/layers/3/inputs/0", "\"flaten\"", "model.layers[3].inputs[0]",
            "did you mean 'flatten'");
        row("input of a number", "/model/layers/3/inputs/0", "5", "model.layers[3].inputs[0]", "\"layer\"");
        row("input with a negative index", "/model/layers/3/inputs/0", "[\"flatten\", -1]",
            "model.layers[3].inputs[0]", "index");
        row("inputs of a text", "/model/layers/3/inputs", "\"flatten\"", "model.layers[3].inputs",
            "not a list");
        row("dangling input of the model", "/model/inputs/0", "\"inputs\"", "model.inputs[0]",
            "did you mean 'input'");
        row("dangling output", "/model/outputs/0", "\"digits\"", "model.outputs[0]", "did you mean 'digit'");
        row("weights of a number", "/model/weights", "1", "model.weights", "not a text");

        row("no epochs", "/training/epochs", "0", "training.epochs", "from 1");
        row("epochs of a text", "/training/epochs", "\"5\"", "training.epochs", "whole number");
        row("batch of a half", "/training/batch_size", "1.5", "training.batch_size", "whole number");
        row("shuffle of a number", "/training/shuffle", "1", "training.shuffle", "true or false");
        row("unknown precision", "/training/precision", "\"float64\"", "training.precision",
            "mixed_bfloat16");
        row("unknown key in training", "/training/epoch", "1", "training.epoch", "did you mean 'epochs'");
        row("unknown loss", "/training/loss", "\"sparse_categorical_crosentropy\"", "training.loss",
            "did you mean 'sparse_categorical_crossentropy'");
        row("loss of a number", "/training/loss", "1", "training.loss", "neither a name nor an object");
        row("loss for no output", "/training/loss", R"({"digi": "sparse_categorical_crossentropy"})",
            "training.loss.digi", "did you mean 'digit'");
        row("unknown metric", "/training/metrics/0", "\"acuracy\"", "training.metrics[0]",
            "did you mean 'accuracy'");
        row("setting of a keyed loss", "/training/loss",
            R"({"digit": {"class_name": "huber", "config": {"delt": 1}}})", "training.loss.digit.config.delt",
            "delta");
        row("metrics for no output", "/training/metrics", R"({"digi": ["accuracy"]})",
            "training.metrics.digi", "did you mean 'digit'");
        row("unknown metric of an output", "/training/metrics", R"({"digit": ["accuracy", "acuracy"]})",
            "training.metrics.digit[1]", "did you mean 'accuracy'");
        row("weighted metric", "/training/weighted_metrics", R"(["acuracy"])", "training.weighted_metrics[0]",
            "did you mean 'accuracy'");
        row("loss weights of a text", "/training/loss_weights", "\"1\"", "training.loss_weights", "0.5");
        row("loss weight of a text", "/training/loss_weights", R"({"digit": "1"})",
            "training.loss_weights.digit", "0.5");
        row("loss weight of a flag", "/training/loss_weights", "[true]", "training.loss_weights[0]", "0.5");
        row("class weights of a list", "/training/class_weight", "[1, 2]", "training.class_weight",
            "\"0\": 1");
        row("class weight of a text", "/training/class_weight", R"({"0": "1"})", "training.class_weight.0",
            "0.5");
        row("no steps an update", "/training/gradient_accumulation_steps", "0",
            "training.gradient_accumulation_steps", "from 1");
        row("unknown schedule", "/training/optimizer/config/learning_rate",
            R"({"class_name": "ExponentialDecline", "config": {}})",
            "training.optimizer.config.learning_rate", "ExponentialDecay");
        row("schedule without a setting", "/training/optimizer/config/learning_rate",
            R"({"class_name": "ExponentialDecay", "config": {"decay_steps": 1, "decay_rate": 1}})",
            "training.optimizer.config.learning_rate.config.initial_learning_rate", "missing");
        row("two norms", "/training/optimizer/config", R"({"clipnorm": 1, "global_clipnorm": 1})",
            "training.optimizer.config.global_clipnorm", "clipnorm");
        row("unknown regularizer", "/model/layers/3/config/kernel_regularizer", "\"l3\"",
            "model.layers[3].config.kernel_regularizer", "l1_l2");
        row("constraint's setting", "/model/layers/3/config/kernel_constraint",
            R"({"class_name": "MaxNorm", "config": {"max": 1}})",
            "model.layers[3].config.kernel_constraint.config.max", "max_value");
        row("metrics of a text", "/training/metrics", "\"accuracy\"", "training.metrics", "not a list");
        row("unknown optimizer", "/training/optimizer/class_name", "\"Adm\"", "training.optimizer.class_name",
            "did you mean 'Adam'");
        row("optimizer's unknown setting", "/training/optimizer/config/lr", "0.1",
            "training.optimizer.config.lr", "learning_rate");
        row("optimizer's setting out of limits", "/training/optimizer/config/learning_rate", "-1",
            "training.optimizer.config.learning_rate", "learning_rate");
        row("optimizer's config of a list", "/training/optimizer/config", "[]", "training.optimizer.config",
            "not an object");
        row("unknown callback", "/training/callbacks/0/class_name", "\"EarlyStop\"",
            "training.callbacks[0].class_name", "did you mean 'EarlyStopping'");
        row("callback's wrong setting", "/training/callbacks/0/config/patience", "\"a\"",
            "training.callbacks[0].config.patience", "whole number");

        row("layout of a list", "/layout", "[]", "layout", "not an object");
        row("place of a number", "/layout/conv", "5", "layout.conv", "[x, y]");
        row("place of three numbers", "/layout/conv", "[1, 2, 3]", "layout.conv", "[x, y]");

        row("blocks of a list", "/groups", "[]", "groups", "\"layers\"");
        row("block of a list", "/groups", R"({"B": ["conv"]})", "groups.B", "not an object");
        row("block without layers", "/groups", R"({"B": {"closed": true}})", "groups.B.layers", "missing");
        row("block of no layers", "/groups", R"({"B": {"layers": []}})", "groups.B.layers",
            "holds no layers");
        row("block without a name", "/groups", R"({"": {"layers": ["conv"]}})", "groups", "needs a name");
        row("block's unknown layer", "/groups", R"({"B": {"layers": ["cnov", "flatten"]}})",
            "groups.B.layers[0]", "There is no layer 'cnov'");
        row("block's unknown key", "/groups", R"({"B": {"layers": ["conv"], "close": true}})",
            "groups.B.close", "did you mean 'closed'");
        row("block closed by a word", "/groups", R"({"B": {"layers": ["conv"], "closed": "yes"}})",
            "groups.B.closed", "true");
        row("layer of a number", "/groups", R"({"B": {"layers": [3]}})", "groups.B.layers[0]",
            "no layer's name");
        row("layer in two blocks", "/groups",
            R"({"A": {"layers": ["conv"]}, "B": {"layers": ["flatten", "conv"]}})", "groups.B.layers[1]",
            "in the block 'A' already");
    }
    void aMistakeIsToldAtItsPlace()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, path);
        QFETCH(QString, words);
        const Faults faults = faultsOf(changed(pointer, value));
        QVERIFY(!faults.empty());
        const auto found = std::find_if(faults.begin(), faults.end(), [&](const Fault& fault) {
            return fault.where.path == path.toStdString();
        });
        const QString all = QString::fromStdString(sentence(faults));
        QVERIFY2(found != faults.end(), qPrintable(all));
        QCOMPARE(QString::fromStdString(found->where.file), QString("digits.lamina"));
        QCOMPARE(found->kind, FaultKind::Input);
        QVERIFY(!found->remedy.empty());
        const QString told = QString::fromStdString(sentence(*found));
        QVERIFY2(told.contains(words), qPrintable(told));
        // One mistake is told once; a layer without a name is also missed by those who name it.
        if (!path.endsWith(".name") && path != "model.layers[1]" && path != "model.layers")
            QCOMPARE(static_cast<int>(faults.size()), 1);
    }

    // What a person may have typed and saved is opened again; what is no setting at all is not.
    void valuesThatASettingCannotTakeAreOpenedForEditing()
    {
        const std::pair<const char*, const char*> values[]{
            {"/model/layers/3/config/units", "0"},
            {"/model/layers/1/config/filters", ""},
            {"/model/layers/3/config/kernel_regularizer", "\"l3\""},
            {"/data/options/train_images", ""},
            {"/data/preprocess/0/config/scale", "\"a\""},
            {"/training/optimizer/config/learning_rate", "-1"},
            {"/training/callbacks/0/config/patience", "\"a\""}};
        for (const auto& [pointer, value] : values) {
            const std::string text = changed(pointer, value);
            QVERIFY2(!parseProject(text, "digits.lamina"), pointer);
            const Result<Project> read = parseForEditing(text, "digits.lamina");
            QVERIFY2(read, pointer);
            // As it stands in the file, so that nothing is lost by saving it.
            const Json kept = Json::parse(projectText(*read)), wanted = Json::parse(text);
            for (const char* section : {"data", "model", "training"})
                QVERIFY2(kept[section] == wanted[section], pointer);
        }
        for (const auto& [pointer, value] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"/model/layers/1/config/filter", "3"},
                 {"/model/layers/3/class_name", "\"Desne\""},
                 {"/model/layers/3/config", "[]"},
                 {"/model/layers/3/inputs/0", "\"flaten\""},
                 {"/training/epochs", "0"},
                 {"/training/optimizer/config/lr", "0.1"},
                 {"/layout/conv", "5"},
                 {"/version", "2"}})
            QVERIFY2(!parseForEditing(changed(pointer, value), "digits.lamina"), pointer);
    }

    void twoLayersOfOneNameAreTold()
    {
        const Faults faults = faultsOf(changed("/model/layers/2/name", "\"conv\""));
        QVERIFY(!faults.empty());
        QCOMPARE(faults[0].where.path, std::string("model.layers[2].name"));
        QCOMPARE(faults[0].where.layer, std::string("conv"));
    }

    void aFaultInALayerNamesTheLayer()
    {
        const Faults faults = faultsOf(changed("/model/layers/3/config/units", "0"));
        QCOMPARE(faults.at(0).where.layer, std::string("digit"));
    }

    void allMistakesAreTold()
    {
        Json root = Json::parse(textOf(samplePath("version_1.lamina")));
        root["training"]["epochs"] = 0;
        root["model"]["layers"][3]["config"]["units"] = "ten";
        root["model"]["layers"][1]["class_name"] = "Conv";
        root["data"]["source"] = "nowhere";
        const Faults faults = faultsOf(root.dump());
        std::vector<std::string> places;
        for (const Fault& fault : faults)
            places.push_back(fault.where.path);
        QCOMPARE(places,
                 (std::vector<std::string>{"data.source", "model.layers[1].class_name",
                                           "model.layers[3].config.units", "training.epochs"}));
        QVERIFY(sentence(faults).find('\n') == std::string::npos);
    }

    void aMissingFileIsTold()
    {
        const Result<Project> project = readProject("/nowhere/at/all.lamina");
        QVERIFY(!project);
        QCOMPARE(project.faults()[0].where.file, std::string("/nowhere/at/all.lamina"));
        QCOMPARE(exitStatus(project.faults()), 3);
    }

    void aFolderAndAnEmptyFileAreTold()
    {
        const QTemporaryDir folder;
        QVERIFY(!readProject(folder.path().toStdString()));
        QFile file(folder.filePath("empty.lamina"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const Result<Project> project = readProject(file.fileName().toStdString());
        QVERIFY(!project);
        QVERIFY(sentence(project.faults()).find("empty") != std::string::npos);
    }
};

LAMINA_TEST(ProjectFaultsTest)
#include "project_faults_test.moc"
