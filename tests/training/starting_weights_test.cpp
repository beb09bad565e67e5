// Training that starts from the weights of a file: what it takes of the optimizer's state there, and what it
// says.
#include "engine/formats/keras_h5.h"
#include "engine/training/training.h"

#include "spirals.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace lamina;

namespace {
struct Listener final : TrainingObserver {
    std::vector<std::string> said;
    TrainingControl* stops = nullptr; // after the first step
    void onMessage(const Text& message) override { said.push_back(render(message)); }
    void onStep(const StepReport&) override
    {
        if (stops)
            stops->stop();
    }
};

struct Ended {
    std::vector<std::string> said;
    SnapshotPtr final;
};

Project from(const std::filesystem::path& weights, const PartSpec& optimizer)
{
    Project project = spirals();
    project.training.epochs = 1;
    project.training.optimizer = optimizer;
    project.weights = weights.string();
    return project;
}

bool sameBits(const Snapshot& a, const Snapshot& b)
{
    return a.weights.size() == b.weights.size()
        && std::equal(a.weights.values().begin(), a.weights.values().end(), b.weights.values().begin());
}
} // namespace

class StartingWeightsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const Ended adam = trained(from({}, {"Adam", Json::object()}), path("adam"));
        QVERIFY(adam.final);
        QVERIFY(writeKerasWeights(path("alone.h5"), *adam.final->network, adam.final->weights));
    }

    void theSameOptimizerGoesOn()
    {
        const PartSpec adam{"Adam", {{"learning_rate", 0.002}}}; // another rate is no other optimizer
        const Ended goesOn = trained(from(path("adam") / "model.h5", adam));
        const Ended anew = trained(from(path("alone.h5"), adam));
        QVERIFY(goesOn.said.empty() && anew.said.empty());
        QVERIFY(!sameBits(*goesOn.final, *anew.final));
    }

    // Adam's means have the shapes of Adadelta's sums, and are no such: their roots gave not-a-number.
    void anotherOptimizerStartsAnewAndSaysSo()
    {
        const PartSpec adadelta{"Adadelta", {{"learning_rate", 1.0}}};
        const Ended other = trained(from(path("adam") / "model.h5", adadelta));
        QVERIFY(other.said
                == std::vector<std::string>{"The file with the weights holds the state of Adam; Adadelta "
                                            "starts without it"});
        QVERIFY(std::ranges::all_of(other.final->weights.values(), [](float w) { return std::isfinite(w); }));
        QVERIFY(sameBits(*other.final, *trained(from(path("alone.h5"), adadelta)).final));
    }

    void aRunThatGoesOnDoesNotSayItAgain()
    {
        const Project project = from(path("adam") / "model.h5", {"Adadelta", Json::object()});
        QVERIFY(trained(project, path("stopped"), true).said.size() == 1);
        QVERIFY(trained(project, path("stopped")).said.empty());
    }

private:
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    static Ended trained(const Project& project, const std::filesystem::path& run = {}, bool stopped = false)
    {
        Listener listener;
        TrainingControl control;
        if (stopped)
            listener.stops = &control;
        const Result<TrainingOutcome> outcome = train(project,
                                                      {.projectFolder = {},
                                                       .runFolder = run,
                                                       .threads = 1,
                                                       .resume = !run.empty(),
                                                       .secondsBetweenStates = {}},
                                                      listener, control);
        if (!outcome)
            qWarning("%s", sentence(outcome.faults()).c_str());
        return {listener.said, outcome ? outcome->final : nullptr};
    }

    QTemporaryDir m_folder;
};

LAMINA_TEST(StartingWeightsTest)
#include "starting_weights_test.moc"
