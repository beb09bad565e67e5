// Generated Keras programs: every argument of every call is one that Keras 2.13 documents, and the text is
// what a person would write.
#include "engine/code/code.h"
#include "engine/code/keras_parts.h"
#include "engine/code/keras_photos.h"
#include "engine/data/augment_type.h"
#include "engine/model/layer_type.h"
#include "engine/model/loss_type.h"
#include "engine/model/metric_type.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/schedule_type.h"
#include "engine/training/callback_type.h"
#include "tests/code/keras_signatures.h"
#include "tests/golden/code_models.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;
using namespace lamina::code;

namespace {
// A value that is not the default, of the field's kind, whether or not it makes sense.
Json otherValue(const Field& field);

Json otherConfig(std::span<const Field> fields)
{
    Json config = Json::object();
    for (const Field& field : fields)
        config[field.name] = otherValue(field);
    return config;
}

Json otherValue(const Field& field)
{
    const Json usual = defaultOf(field);
    switch (field.kind) {
    case FieldKind::Flag:
        return usual != true;
    case FieldKind::Choice:
        return field.choices.size() > 1 && usual == field.choices[0] ? field.choices[1] : field.choices[0];
    case FieldKind::Whole:
        return 77;
    case FieldKind::Real:
        return 0.77;
    case FieldKind::WholeList:
    case FieldKind::ShapeList:
        return {7, 8};
    case FieldKind::RealList:
        return {0.25, 0.75};
    case FieldKind::TextList:
        return Json::array({"a"});
    case FieldKind::Words:
    case FieldKind::Path:
        return "words";
    case FieldKind::Layer:
        return {{"class_name", "LSTM"}, {"config", {{"units", 3}, {"return_state", true}}}};
    case FieldKind::Part:
    case FieldKind::RealOrPart:
        break;
    }
    if (!field.parts)
        return {{"class_name", "random_normal"}, {"config", {{"stddev", 0.2}}}};
    const NestedPart& part = field.parts().front();
    return {{"class_name", part.className}, {"config", otherConfig(part.fields)}};
}

// By place or by name: each field has its argument, and those without a default come first in Keras, too.
QStringList unlike(const QStringList& theirs, std::span<const Field> fields)
{
    QStringList wrong;
    int place = 0;
    bool leading = true;
    for (const Field& field : fields) {
        const QString name = QString::fromUtf8(field.name);
        leading = leading && !field.defaultJson;
        if (leading && theirs.value(place++) != name)
            wrong << name + " is not argument " + QString::number(place);
        if (!theirs.contains(name))
            wrong << "no argument " + name;
    }
    return wrong;
}

Project trained()
{
    Project project = *parseProject(lessons::find("digits-cnn")->projectText, "lesson");
    project.training.optimizer = {
        "SGD",
        {{"learning_rate",
          {{"class_name", "ExponentialDecay"},
           {"config", {{"initial_learning_rate", 0.1}, {"decay_steps", 100}, {"decay_rate", 0.9}}}}},
         {"momentum", 0.9},
         {"clipvalue", 1.0}}};
    project.training.metrics = {{"accuracy", Json::object()}, {"SparseTopKCategoricalAccuracy", {{"k", 3}}}};
    project.training.callbacks = {
        {"EarlyStopping", {{"monitor", "val_loss"}, {"patience", 3}, {"restore_best_weights", true}}},
        {"ModelCheckpoint", {{"filepath", "digits_{epoch:02d}.h5"}, {"save_best_only", true}}},
        {"LearningRateScheduler", {{"schedule", 0.01}}}};
    project.training.classWeight = {{"0", 1}, {"7", 2.5}};
    return project;
}

std::string keras(const Project& project)
{
    return codeDialects()[0].write(project, {})->text;
}
} // namespace

class KerasCodeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatComesInIsTheTargetWhereItIsAskedFor()
    {
        Project project = trained();
        project.data.target = "input";
        project.training.loss.className = "mean_squared_error";
        project.training.classWeight = nullptr;
        QVERIFY(keras(project).find("y_train, y_test = x_train, x_test") != std::string::npos);
        project.data.source = "image_folder";
        project.data.options = {{"train", "train"}};
        QVERIFY(keras(project).find("class_mode=\"input\"") != std::string::npos);
    }

    void theScanTellsRightFromWrong()
    {
        QVERIFY(m_signatures.breaches("layers.Dense(3, activation=\"a=(\", name=\"x\")(y)").isEmpty());
        QCOMPARE(m_signatures.breaches("layers.Dense(3, filters=2)"),
                 QStringList{"layers.Dense has no argument filters"});
        QCOMPARE(m_signatures.breaches("layers.Dance(3)"), QStringList{"layers.Dance is not known"});
        QCOMPARE(m_signatures.breaches("layers.Dense(keras.regularizers.L2(l1=2))"),
                 QStringList{"keras.regularizers.L2 has no argument l1"});
    }

    void everyPartIsCalledWithItsOwnArguments()
    {
        int calls = 0;
        const auto check = [&](const std::string& text) {
            const QStringList wrong = m_signatures.breaches(text, &calls);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("; ") + "\n" + QString::fromStdString(text)));
        };
        for (const LayerType* type : layers::all())
            if (type->compile) {
                check(kerasLayer({type->className, "layer", otherConfig(type->fields), {}}, "layer", 80));
                const QStringList wrong =
                    unlike(m_signatures.arguments[QString("layers.") + type->className], type->fields);
                QVERIFY2(wrong.isEmpty(), qPrintable(type->className + (": " + wrong.join("; "))));
            }
        for (const LossType* type : losses::all())
            check(kerasLoss({type->className, otherConfig(type->fields)}, 80));
        for (const MetricType* type : metrics::all())
            check(kerasMetric({type->className, otherConfig(type->fields)}, 80));
        for (const OptimizerType* type : optimizers::all())
            for (const ScheduleType* schedule : schedules::all()) {
                Json config = otherConfig(type->fields);
                config["learning_rate"] = {{"class_name", schedule->className},
                                           {"config", otherConfig(schedule->fields)}};
                if (schedule->inKeras)
                    check(kerasOptimizer({type->className, config}, 80));
            }
        for (const CallbackType* type : callbacks::all())
            check(kerasCallback({type->className, otherConfig(type->fields)}, 80));
        for (const AugmentType* type : augmenters::all())
            check(imageGenerator({{type->className, otherConfig(type->fields)}}, Json::object(), 80));
        for (const char* name :
             {"glorot_uniform", "he_normal", "variance_scaling", "lecun_uniform", "orthogonal"})
            check(kerasLayer(
                {"Dense",
                 "d",
                 {{"units", 1}, {"kernel_initializer", {{"class_name", name}, {"config", {{"seed", 3}}}}}},
                 {}},
                "d", 80));
        QVERIFY(calls > 200);
    }

    void everyProgramCallsKerasAsItIs()
    {
        int calls = 0;
        for (const auto& [name, project] : codeProjects()) {
            const QStringList wrong = m_signatures.breaches(keras(project), &calls);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(name) + ": " + wrong.join("; ")));
        }
        const QStringList wrong = m_signatures.breaches(keras(trained()), &calls);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("; ")));
        QVERIFY(calls > 100);
    }

    void onlyWhatDiffersFromTheDefaultIsWritten()
    {
        QCOMPARE(kerasLayer({"Conv2D",
                             "c",
                             {{"filters", 8},
                              {"kernel_size", {3, 3}},
                              {"strides", {1, 1}},
                              {"padding", "valid"},
                              {"kernel_initializer", "glorot_uniform"}},
                             {}},
                            "c", 80),
                 std::string("layers.Conv2D(8, (3, 3), name=\"c\")"));
        QCOMPARE(kerasLayer({"MaxPooling2D", "p", {{"pool_size", 2}}, {}}, "", 80),
                 std::string("layers.MaxPooling2D()"));
        QCOMPARE(kerasLayer({"Dense",
                             "d",
                             {{"units", 4},
                              {"kernel_regularizer", {{"class_name", "l2"}, {"config", {{"l2", 0.001}}}}},
                              {"trainable", false}},
                             {}},
                            "", 100),
                 std::string(
                     "layers.Dense(4, kernel_regularizer=keras.regularizers.L2(l2=0.001), trainable=False)"));
        QCOMPARE(kerasLayer({"Rescaling", "r", {{"scale", 0.00392156862745098}}, {}}, "", 80),
                 std::string("layers.Rescaling(1 / 255)"));
        QCOMPARE(
            kerasLayer(
                {"Bidirectional", "b", {{"layer", {{"class_name", "LSTM"}, {"config", {{"units", 3}}}}}}, {}},
                "", 80),
            std::string("layers.Bidirectional(layers.LSTM(3))"));
        QCOMPARE(kerasOptimizer({"adam", {{"learning_rate", 0.001}}}, 80),
                 std::string("keras.optimizers.Adam()"));
        QCOMPARE(kerasLoss({"mse", Json::object()}, 80), std::string("\"mse\""));
        QCOMPARE(kerasLoss({"kl_divergence", Json::object()}, 80), std::string("\"kl_divergence\""));
        QCOMPARE(kerasMetric({"AUC", {{"curve", "PR"}}}, 80), std::string("keras.metrics.AUC(curve=\"PR\")"));
    }

    void aProgramTrainsAsTheProjectSays()
    {
        const QString text = QString::fromStdString(keras(trained()));
        for (const char* part :
             {"keras.utils.set_random_seed(7)", "keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)",
              "momentum=0.9", "clipvalue=1.0", "keras.metrics.SparseTopKCategoricalAccuracy(k=3)",
              "keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)",
              "\"digits_{epoch:02d}.h5\", save_best_only=True", "lambda epoch: 0.01",
              "class_weight={0: 1, 7: 2.5}", "validation_split=0.2", "epochs=5", "batch_size=128", "/ 255",
              "model.evaluate(x_test, y_test)"})
            QVERIFY2(text.contains(part), qPrintable(QString(part) + "\n" + text));
        QVERIFY(!text.contains("shuffle"));
    }

    void eachLineKnowsItsLayer()
    {
        const GeneratedCode code = *codeDialects()[0].write(trained(), {});
        const QStringList lines = QString::fromStdString(code.text).split('\n');
        QCOMPARE(static_cast<qsizetype>(code.layers.size()) + 1, lines.size());
        int marked = 0;
        for (std::size_t i = 0; i < code.layers.size(); ++i)
            if (!code.layers[i].empty()) {
                QVERIFY(lines[static_cast<qsizetype>(i)].contains(QString::fromStdString(code.layers[i])));
                ++marked;
            }
        QCOMPARE(marked, 8);
    }

    void aModelWithFaultsGivesThem()
    {
        Project project = trained();
        project.model.layers.back().config["units"] = 0;
        for (const CodeDialect& dialect : codeDialects()) {
            const Result<GeneratedCode> code = dialect.write(project, {});
            QVERIFY(!code);
            QCOMPARE(code.faults().front().where.layer, std::string("digit"));
        }
    }

    // As a project is while a person edits it.
    void settingsThatAreWrongGiveTheirFaults()
    {
        const auto faultOf = [](const auto& spoil) {
            Project project = trained();
            spoil(project);
            for (const CodeDialect& dialect : codeDialects()) {
                const Result<GeneratedCode> code = dialect.write(project, {});
                if (code || code.faults().size() != 1)
                    return std::string("no fault, or several");
            }
            return codeDialects()[1].write(project, {}).faults().front().where.path;
        };
        QCOMPARE(faultOf([](Project& p) { p.training.optimizer.config["momentum"] = "much"; }),
                 std::string("training.optimizer.config.momentum"));
        QCOMPARE(faultOf([](Project& p) { p.training.callbacks[2].config = Json::object(); }),
                 std::string("training.callbacks[2].config.schedule"));
        QCOMPARE(faultOf([](Project& p) { p.training.metrics[0].className = "acuracy"; }),
                 std::string("training.metrics[0]"));
        QCOMPARE(faultOf([](Project& p) { p.data.options["train"] = 0; }), std::string("data.options.train"));
    }

    void picturesAreChangedOnTheirWay()
    {
        Project project = trained();
        project.data.augment = {{"ImageDataGenerator", {{"rotation_range", 20}, {"horizontal_flip", true}}}};
        const QString text = QString::fromStdString(keras(project));
        QVERIFY2(text.contains("ImageDataGenerator(rotation_range=20, horizontal_flip=True)")
                     && text.contains("model.fit(\n        changed.flow(x_train, y_train, batch_size=128)")
                     && text.contains("validation_data=validation"),
                 qPrintable(text));
    }

private:
    Signatures m_signatures;
};

LAMINA_TEST(KerasCodeTest)
#include "keras_code_test.moc"
