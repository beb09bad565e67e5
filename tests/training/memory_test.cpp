// What a training takes is known before it is taken, and refused where there is less.
#include "engine/training/batch_stream.h"
#include "engine/training/memory.h"

#include "engine/model/plan.h"
#include "runs.h"
#include "tests/support/run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
// In megabytes; files of a system that has little.
void writeSystem(const QTemporaryDir& root, const QString& name, const QByteArray& text)
{
    const QString path = root.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

double availableIn(const QTemporaryDir& root)
{
    return availableMemory(root.path().toStdString());
}

struct Compiled {
    Project project = spirals();
    Network network = *Network::make(project.model);
    Objective objective = *compileObjective(network, project.training);

    double total(Index batch) const
    {
        return trainingMemory(network, objective, project.training, batch, 162, 41).total();
    }
    Result<void> check(double available) const
    {
        return checkMemory(network, objective, project.training, 162, 41, available);
    }
};
} // namespace

class MemoryTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPlanSaysWhatItWouldTake()
    {
        const Compiled compiled;
        for (const Index batch : {1, 7, 64, 1000})
            for (const int lanes : {1, 3})
                for (const bool training : {false, true}) {
                    if (lanes > batch)
                        continue;
                    const PlanOptions options{.batch = batch,
                                              .training = training,
                                              .objective = &compiled.objective,
                                              .taps = {},
                                              .lanes = lanes};
                    const double told = Plan::memoryOf(compiled.network, options).total;
                    QCOMPARE(told, Plan(compiled.network, options).memory());
                    // Each lane's gradients and the first layer's outputs at the least.
                    const double least =
                        training ? static_cast<double>(compiled.network.weightCount()) * lanes : 0;
                    QVERIFY(told >= 4 * (least + 24.0 * static_cast<double>(batch)));
                }
    }

    void theTotalIsMadeOfItsParts()
    {
        const Compiled compiled;
        const double weights = 4.0 * static_cast<double>(compiled.network.weightCount());
        const TrainingMemory memory =
            trainingMemory(compiled.network, compiled.objective, compiled.project.training, 32, 162, 41);
        QCOMPARE(memory.weights, 2 * weights);
        QCOMPARE(memory.optimizer, 2 * weights); // Adam's
        QCOMPARE(memory.states, 3 * weights);
        QCOMPARE(memory.gradients, 2 * weights); // one lane for 32 samples, and one for the two left over
        // Two coordinates and a class, in training and validation, and the batches that are made ready ahead.
        QCOMPARE(memory.batches, 2 * 4.0 * 32 * 3 * static_cast<double>(BatchStream::held(32 * 2)));
        QVERIFY(memory.activations > 0);
        QVERIFY(compiled.total(64) > compiled.total(32));
    }

    void whatDoesNotFitIsRefusedWithWhatWould()
    {
        const Compiled compiled;
        const double all = compiled.total(32);
        QVERIFY(compiled.check(all));
        const double available = (all + compiled.total(1)) / 2;
        const Result<void> refused = compiled.check(available);
        QVERIFY(!refused);
        QCOMPARE(exitStatus(refused.faults()), 3);
        const std::string remedy = render(refused.faults()[0].remedy);
        const std::string before = "a batch of at most ";
        QVERIFY2(remedy.starts_with(before), remedy.c_str());
        const Index fits = std::stol(remedy.substr(before.size()));
        QVERIFY(fits >= 1 && fits < 32);
        QVERIFY(compiled.total(fits) <= available);

        const Result<void> hopeless = compiled.check(1000);
        QVERIFY(!hopeless);
        QVERIFY(render(hopeless.faults()[0].remedy).find("smaller model") != std::string::npos);
        QVERIFY(!checkWeights(compiled.network, 1000));
        QVERIFY(checkWeights(compiled.network, all));
    }

    void aTrainingIsRefusedBeforeItsFirstStep()
    {
        const Result<TrainingSetup> refused = TrainingSetup::make(spirals(), {}, 5000);
        QVERIFY(!refused);
        QCOMPARE(exitStatus(refused.faults()), 3);
        QCOMPARE(refused.faults().size(), std::size_t{1});
        QVERIFY(TrainingSetup::make(spirals(), {}, 1e9));
    }

    void whatTheSystemHasIsAvailable()
    {
        const QTemporaryDir root;
        QVERIFY(std::isinf(availableIn(root))); // nothing is known
        writeSystem(root, "proc/meminfo", "MemTotal:  9000 kB\nMemAvailable:    3000 kB\n");
        QCOMPARE(availableIn(root), 3000.0 * 1024);
        QVERIFY(availableMemory() > 1e6);
    }

    void aGroupsLimitCounts()
    {
        const QTemporaryDir root;
        writeSystem(root, "proc/meminfo", "MemAvailable:    3000 kB\n");
        writeSystem(root, "proc/self/cgroup", "0::/outer/inner\n");
        writeSystem(root, "sys/fs/cgroup/outer/inner/memory.max", "max\n");
        writeSystem(root, "sys/fs/cgroup/outer/inner/memory.current", "500000\n");
        QCOMPARE(availableIn(root), 3000.0 * 1024);
        writeSystem(root, "sys/fs/cgroup/outer/memory.max", "1000000\n");
        writeSystem(root, "sys/fs/cgroup/outer/memory.current", "600000\n");
        writeSystem(root, "sys/fs/cgroup/outer/memory.stat", "file 300000\ninactive_file 100000\n");
        QCOMPARE(availableIn(root), 500000.0); // of the outer one, whose cache can be freed
    }

    void aLimitOfTheOlderKindCounts()
    {
        const QTemporaryDir root;
        writeSystem(root, "proc/self/cgroup", "9:cpu,cpuacct:/a\n4:memory:/a\n");
        writeSystem(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", "2000000\n");
        writeSystem(root, "sys/fs/cgroup/memory/memory.usage_in_bytes", "500000\n");
        QCOMPARE(availableIn(root), 1500000.0); // in a container the group stands at the root
    }
};

LAMINA_TEST(MemoryTest)
#include "memory_test.moc"
