// Generated PyTorch programs beside what golden_code_test proves: what they say of layers and settings that
// they cannot write, and how they train.
#include "engine/code/code.h"
#include "engine/code/torch_form.h"
#include "engine/code/torch_parts.h"
#include "engine/model/optimizer_type.h"
#include "tests/golden/code_models.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;
using namespace lamina::code;

namespace {
GeneratedCode torchCodeOf(const Project& project)
{
    return *codeDialects()[1].write(project, {});
}

Project lesson(const char* id)
{
    return *parseProject(lessons::find(id)->projectText, id);
}
} // namespace

class TorchCodeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A new layer needs no form: then the program says so where it comes to it, and so does the window.
    void aLayerWithoutAFormSaysSo()
    {
        QStringList without;
        for (const LayerType* type : layers::all())
            if (type->compile && !findTorchWriter(type->className))
                without << type->className;
        qInfo("without a form: %s", qPrintable(without.join(", ")));
        Project project = projectOf("missing", modelOf(R"([["InputLayer", "x", {"shape": [2, 2, 2, 2, 2]}],
            ["BatchNormalization", "five", {}], ["Flatten", "flat", {}]])"));
        const GeneratedCode code = torchCodeOf(project);
        QCOMPARE(code.notes.size(), 1U);
        QCOMPARE(code.notes[0].arguments[0], std::string("five"));
        const QString text = QString::fromStdString(code.text);
        QVERIFY2(text.contains("raise NotImplementedError(") && text.contains("'five'"), qPrintable(text));
    }

    void everyFormIsOfALayerThatThereIs()
    {
        for (const TorchFamily* family : torch::all())
            for (const TorchWriter& writer : family->layers)
                QVERIFY2(layers::find(writer.className), writer.className);
    }

    void optimizersMeanTheSame()
    {
        QCOMPARE(torchOptimizer({"Adam", Json::object()}, 0.001),
                 std::string("torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-07)"));
        QCOMPARE(torchOptimizer({"RMSprop", Json::object()}, 0.01),
                 std::string("torch.optim.RMSprop(model.parameters(), lr=0.01, alpha=0.9, eps=1e-07)"));
        QCOMPARE(torchOptimizer({"SGD", {{"momentum", 0.9}, {"nesterov", true}}}, 0.1),
                 std::string("torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, nesterov=True)"));
        QCOMPARE(torchOptimizer({"Adam", {{"weight_decay", 0.01}}}, 0.1),
                 std::string("torch.optim.AdamW(model.parameters(), lr=0.1, eps=1e-07)"));
        QCOMPARE(torchOptimizer({"Nadam", Json::object()}, 0.001),
                 std::string("torch.optim.NAdam(model.parameters(), lr=0.001, eps=1e-07, momentum_decay=1)"));
        QVERIFY(torchOptimizer({"Ftrl", Json::object()}, 0.1).empty());
        QVERIFY(torchOptimizer({"SGD", {{"weight_decay", 0.01}}}, 0.1).empty());
    }

    void everyLossIsWrittenFromProbabilitiesAndLogits()
    {
        for (const LossType* type : losses::all())
            for (const bool logits : {false, true}) {
                if (logits && type->logitsOf == ActivationKind::Linear)
                    continue;
                const std::string text =
                    torchLoss({type->className, Json::object()},
                              {.loss = type, .logits = logits, .positions = 1, .classes = 3});
                QVERIFY2(!text.empty(), type->className);
                if (type->logitsOf != ActivationKind::Linear)
                    QCOMPARE(text.find("clamp") == std::string::npos, logits);
            }
    }

    void whatTheLossAppliesIsLeftToIt()
    {
        const QString text = QString::fromStdString(torchCodeOf(lesson("digits-mlp")).text);
        QVERIFY(text.contains("F.cross_entropy(prediction, target.long())"));
        QVERIFY(text.contains("return F.softmax(self(*inputs), dim=-1)"));
        Project other = lesson("digits-mlp");
        other.training.loss = {"mean_squared_error", Json::object()};
        const QString squares = QString::fromStdString(torchCodeOf(other).text);
        QVERIFY(squares.contains("x = F.softmax(self.digit(x), dim=-1)") && !squares.contains("def predict"));
        QVERIFY2(squares.contains("np.eye(10, dtype=\"float32\")[y_train]"), qPrintable(squares));
    }

    void callbacksBecomeLinesOfTheLoop()
    {
        Project project = lesson("digits-cnn");
        project.training.callbacks = {
            {"EarlyStopping", {{"patience", 2}, {"restore_best_weights", true}, {"min_delta", 0.01}}},
            {"ModelCheckpoint",
             {{"filepath", "d_{epoch:02d}_{val_accuracy:.2f}.h5"},
              {"monitor", "val_accuracy"},
              {"save_best_only", true}}},
            {"ReduceLROnPlateau", {{"patience", 5}}},
            {"TerminateOnNaN", Json::object()},
            {"CSVLogger", {{"filename", "log.csv"}}}};
        project.training.optimizer.config["global_clipnorm"] = 1.5;
        project.model.layers[1].config["kernel_regularizer"] = {{"class_name", "l2"},
                                                                {"config", {{"l2", 0.001}}}};
        const GeneratedCode code = torchCodeOf(project);
        const QString text = QString::fromStdString(code.text);
        for (const char* part :
             {"if best is None or logs[\"val_loss\"] < best - 0.01:", "if waited >= 2 and epoch > 0:",
              "model.load_state_dict(kept)", "logs[\"val_accuracy\"] > saved_2",
              "\"d_{epoch:02d}_{val_accuracy:.2f}.pt\".format(epoch=epoch + 1, **logs)", "patience=4",
              "torch.isfinite(loss)", "open(\"log.csv\"", "nn.utils.clip_grad_norm_(model.parameters(), 1.5)",
              "return 0.001 * model.conv_1.weight.square().sum()", "loss = loss + penalty(model)",
              "results[\"loss\"] += penalty(model).item()", "import copy"})
            QVERIFY2(text.contains(part), qPrintable(QString(part) + "\n" + text));
        QVERIFY(code.notes.empty());
    }

    void momentumKeepsItsRateWhereThatChanges()
    {
        Project project = lesson("digits-cnn");
        project.training.optimizer = {"SGD", {{"momentum", 0.9}}};
        QVERIFY(QString::fromStdString(torchCodeOf(project).text).contains("= torch.optim.SGD("));
        project.training.callbacks = {{"ReduceLROnPlateau", Json::object()}};
        const QString text = QString::fromStdString(torchCodeOf(project).text);
        QVERIFY(text.contains("class KerasSGD(torch.optim.Optimizer):")
                && text.contains("optimizer = KerasSGD("));
    }

    void whatCannotBeTrainedIsToldAndRefused()
    {
        Project project = lesson("digits-cnn");
        project.training.optimizer = {"Ftrl", Json::object()};
        project.training.metrics.push_back({"AUC", Json::object()});
        project.model.layers[1].config["kernel_constraint"] = "max_norm";
        const GeneratedCode code = torchCodeOf(project);
        QCOMPARE(code.notes.size(), 3U); // the metric, the constraint, the optimizer
        QCOMPARE(QString::fromStdString(code.text).count("raise NotImplementedError("), 2);
    }
};

LAMINA_TEST(TorchCodeTest)
#include "torch_code_test.moc"
