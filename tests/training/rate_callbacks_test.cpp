// The callbacks that set the learning rate, and the one that logs to a table.
#include "engine/training/trainer.h"

#include "runs.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
// Stands for the run that a callback belongs to.
struct Run final : RunningTraining {
    double rate = 1;
    bool set = true;
    std::map<std::string, std::string> files;
    std::vector<std::string> said;
    void stopTraining(std::string) override { }
    Buffer weights() const override { return {}; }
    void setWeights(const Buffer&) override { }
    double learningRate() const override { return rate; }
    void setLearningRate(double value) override { rate = value; }
    Result<void> saveModel(const std::filesystem::path&, bool) override { return {}; }
    void say(const Text& message) override { said.push_back(render(message)); }
    bool ratesAreSet() const override { return set; }
    Result<void> writeText(const std::filesystem::path& path, const std::string& text) override
    {
        files[path.string()] = text;
        return {};
    }
    Result<std::string> readText(const std::filesystem::path& path) override { return files[path.string()]; }
};

std::unique_ptr<Callback> make(const char* name, const char* config)
{
    const CallbackType* type = callbacks::find(name);
    const Json json = Json::parse(config);
    const Faults faults = check(type->fields, json, {});
    [&] { QVERIFY2(faults.empty(), sentence(faults).c_str()); }();
    return type->create(Attributes(type->fields, json));
}

// The learning rate after each epoch.
std::vector<double> ratesOver(const char* config, const std::vector<double>& values, const char* name)
{
    Run run;
    const std::unique_ptr<Callback> callback = make("ReduceLROnPlateau", config);
    [&] { QVERIFY(callback->trainBegin(run)); }();
    std::vector<double> rates;
    for (std::size_t epoch = 0; epoch < values.size(); ++epoch) {
        [&] { QVERIFY(callback->epochEnd(run, static_cast<Index>(epoch), {{name, values[epoch]}})); }();
        rates.push_back(run.rate);
    }
    return rates;
}

using Values = std::vector<double>;
} // namespace

class RateCallbacksTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plateauReducesAfterItsPatience()
    {
        const char* const config = R"({"factor": 0.5, "patience": 2, "min_delta": 0.1})";
        // 0.95 is better, but not by enough.
        QCOMPARE(ratesOver(config, {1, 0.95, 0.95, 0.5, 0.5, 0.5, 0.5}, "val_loss"),
                 (Values{1, 1, 0.5, 0.5, 0.5, 0.25, 0.25}));
    }

    void plateauWaitsWhileItCoolsDown()
    {
        const char* const config = R"({"factor": 0.5, "patience": 1, "cooldown": 2})";
        QCOMPARE(ratesOver(config, Values(7, 1), "val_loss"),
                 (Values{1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125}));
    }

    void plateauStopsAtTheSmallestRate()
    {
        const char* const config = R"({"factor": 0.1, "patience": 1, "min_lr": 0.05})";
        QCOMPARE(ratesOver(config, Values(5, 1), "val_loss"), (Values{1, 0.1, 0.05, 0.05, 0.05}));
    }

    // Keras 2.13: more is better where the name has acc in it, and nowhere else.
    void plateauTellsTheDirectionByTheName()
    {
        const char* const accuracy = R"({"monitor": "val_accuracy", "factor": 0.5, "patience": 1})";
        QCOMPARE(ratesOver(accuracy, {0.1, 0.2, 0.3}, "val_accuracy"), (Values{1, 1, 1}));
        const char* const auc = R"({"monitor": "val_auc", "factor": 0.5, "patience": 1})";
        QCOMPARE(ratesOver(auc, {0.1, 0.2, 0.3}, "val_auc"), (Values{1, 0.5, 0.25}));
        const char* const told = R"({"monitor": "val_auc", "factor": 0.5, "patience": 1, "mode": "max"})";
        QCOMPARE(ratesOver(told, {0.1, 0.2, 0.3}, "val_auc"), (Values{1, 1, 1}));
    }

    void plateauSaysWhatIsMissing()
    {
        Run run;
        const std::unique_ptr<Callback> callback = make("ReduceLROnPlateau", "{}");
        for (Index epoch = 0; epoch < 20; ++epoch)
            QVERIFY(callback->epochEnd(run, epoch, {{"loss", 1}}));
        QCOMPARE(run.said.size(), std::size_t{1});
        QCOMPARE(run.rate, 1.0);
    }

    void schedulerSetsTheRateOfEachEpoch()
    {
        Project project = spirals();
        project.training.callbacks = {
            {"LearningRateScheduler", Json::parse(R"({"schedule": {"class_name": "ExponentialDecay", "config":
                {"initial_learning_rate": 0.04, "decay_steps": 2, "decay_rate": 0.5, "staircase": true}}})")}};
        Watcher watcher;
        TrainingControl control;
        const Result<TrainingOutcome> outcome = train(project, nullptr, watcher, control);
        QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
        Values rates;
        for (const EpochReport& epoch : watcher.epochs)
            rates.push_back(epoch.logs.at("lr"));
        QCOMPARE(rates, (Values{0.04, 0.04, 0.02, 0.02}));
    }

    void aScheduledRateCannotBeSet_data()
    {
        QTest::addColumn<QByteArray>("callback");
        QTest::newRow("plateau") << QByteArray(R"({"class_name": "ReduceLROnPlateau"})");
        QTest::newRow("scheduler") << QByteArray(
            R"({"class_name": "LearningRateScheduler", "config": {"schedule": 0.1}})");
    }
    void aScheduledRateCannotBeSet()
    {
        QFETCH(QByteArray, callback);
        Project project = spirals();
        project.training.callbacks = {partFrom(Json::parse(callback.toStdString()))};
        QVERIFY(TrainingSetup::make(project, {}));
        project.training.optimizer.config["learning_rate"] = Json::parse(
            R"({"class_name": "CosineDecay", "config": {"initial_learning_rate": 0.1, "decay_steps": 5}})");
        const Result<TrainingSetup> setup = TrainingSetup::make(project, {});
        QVERIFY(!setup);
        QCOMPARE(setup.faults()[0].where.path, std::string("training.callbacks[0]"));
    }

    void aLogIsWrittenAsKerasDoes()
    {
        Run run;
        const std::unique_ptr<Callback> callback = make("CSVLogger", R"({"filename": "log.csv"})");
        QVERIFY(callback->trainBegin(run));
        const Logs first{
            {"loss", 0.5}, {"val_loss", 1}, {"accuracy", 1e-7}, {"val_accuracy", 0.1}, {"lr", 1e16}};
        QVERIFY(callback->epochEnd(run, 0, first));
        QVERIFY(callback->epochEnd(run, 1, {{"loss", 2e15}, {"accuracy", 0.0001}, {"lr", 0}}));
        QCOMPARE(run.files["log.csv"],
                 std::string("epoch,accuracy,loss,lr,val_accuracy,val_loss\r\n"
                             "0,1e-07,0.5,1e+16,0.1,1.0\r\n"
                             "1,0.0001,2000000000000000.0,0.0,NA,NA\r\n"));
    }

    // Without validation Keras keeps columns for it; without a callback that sets it there is no rate.
    void aLogHasColumnsForValidation()
    {
        Run run;
        run.set = false;
        const std::unique_ptr<Callback> callback =
            make("CSVLogger", R"({"filename": "log.csv", "separator": ";"})");
        QVERIFY(callback->trainBegin(run));
        QVERIFY(callback->epochEnd(run, 0, {{"loss", 0.5}, {"acc", 1}, {"lr", 0.1}}));
        QCOMPARE(run.files["log.csv"], std::string("epoch;acc;loss;val_acc;val_loss\r\n0;1.0;0.5;NA;NA\r\n"));
    }

    void aLogIsAppendedTo()
    {
        Run run;
        run.set = false;
        run.files["log.csv"] = "epoch,loss,val_loss\r\n0,1.0,2.0\r\n";
        const std::unique_ptr<Callback> callback =
            make("CSVLogger", R"({"filename": "log.csv", "append": true})");
        QVERIFY(callback->trainBegin(run));
        QVERIFY(callback->epochEnd(run, 0, {{"loss", 3}, {"val_loss", 4}}));
        const std::string expected = "epoch,loss,val_loss\r\n0,1.0,2.0\r\n0,3.0,4.0\r\n";
        QCOMPARE(run.files["log.csv"], expected);
        // A run that goes on: what was written after its state is cut off.
        const Json state = callback->state();
        QVERIFY(callback->epochEnd(run, 1, {{"loss", 5}, {"val_loss", 6}}));
        const std::unique_ptr<Callback> next =
            make("CSVLogger", R"({"filename": "log.csv", "append": true})");
        QVERIFY(next->trainBegin(run));
        next->setState(state);
        QVERIFY(next->resumed(run));
        QCOMPARE(run.files["log.csv"], expected);
        QVERIFY(next->epochEnd(run, 1, {{"loss", 7}, {"val_loss", 8}}));
        QCOMPARE(run.files["log.csv"], expected + "1,7.0,8.0\r\n");
    }
};

LAMINA_TEST(RateCallbacksTest)
#include "rate_callbacks_test.moc"
