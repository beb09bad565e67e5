// The resume file gives back every bit, and a cut or altered one is told.
#include "engine/formats/resume_file.h"

#include "resume_sample.h"
#include "samples.h"
#include "tests/support/run.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <bit>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool sameBits(const Buffer& a, const Buffer& b)
{
    return a.size() == b.size()
        && std::equal(a.values().begin(), a.values().end(), b.values().begin(), [](float x, float y) {
               return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
           });
}

void writeBytes(const fs::path& path, const std::string& bytes)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
}
} // namespace

class ResumeFileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyBitComesBack()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        const ResumeState state = resumeSample();
        QVERIFY(writeResumeFile(path, state));
        const Result<ResumeState> again = readResumeFile(path);
        QVERIFY2(again, again ? "" : sentence(again.faults()).c_str());
        QCOMPARE(again->identity, state.identity);
        QCOMPARE(again->projectHash, state.projectHash);
        const RunState& a = again->run;
        const RunState& b = state.run;
        QVERIFY(sameBits(a.weights, b.weights));
        QCOMPARE(a.optimizerSlots.size(), b.optimizerSlots.size());
        for (std::size_t s = 0; s < b.optimizerSlots.size(); ++s)
            QVERIFY(sameBits(a.optimizerSlots[s], b.optimizerSlots[s]));
        QCOMPARE(a.optimizerStep, b.optimizerStep);
        QVERIFY(sameBits(a.learningRate, b.learningRate));
        QCOMPARE(a.epoch, b.epoch);
        QCOMPARE(a.step, b.step);
        QVERIFY(sameBits(a.lossSum, b.lossSum));
        QCOMPARE(a.metricSums.size(), b.metricSums.size());
        for (std::size_t m = 0; m < b.metricSums.size(); ++m)
            QVERIFY(sameBits(a.metricSums[m], b.metricSums[m]));
        QVERIFY(a.callbacks == b.callbacks);
        QCOMPARE(a.callbacks[0]["best"].get<double>(), std::numeric_limits<double>::infinity());
        QCOMPARE(a.keptWeights.size(), b.keptWeights.size());
        QVERIFY(sameBits(a.keptWeights[1].at("best"), b.keptWeights[1].at("best")));
        QCOMPARE(a.history.size(), b.history.size());
        QCOMPARE(a.history[0].epoch, b.history[0].epoch);
        QVERIFY(a.history[0].logs == b.history[0].logs);
        QVERIFY(std::isnan(a.history[1].logs.at("loss")));
        QVERIFY(sameBits(a.history[1].seconds, b.history[1].seconds));
        QCOMPARE(a.stopReason, b.stopReason);
        QCOMPARE(a.ended, b.ended);
    }

    void theFirstVersionIsRead()
    {
        const Result<ResumeState> state = readResumeFile(samplePath("resume_version_1.lamina-state"));
        QVERIFY2(state, state ? "" : sentence(state.faults()).c_str());
        QCOMPARE(state->run.epoch, Index{2});
        QCOMPARE(state->run.history.size(), std::size_t{2});
        QVERIFY(state->run.ended); // all was written before such a state
        QVERIFY(state->run.stopReason.empty());
    }

    void equalStatesAreEqualFiles()
    {
        const QTemporaryDir folder;
        QVERIFY(writeResumeFile(folder.filePath("a").toStdString(), resumeSample()));
        QVERIFY(writeResumeFile(folder.filePath("b").toStdString(), resumeSample()));
        QCOMPARE(textOf(folder.filePath("a").toStdString()), textOf(folder.filePath("b").toStdString()));
    }

    void aFileCutAnywhereIsTold()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        QVERIFY(writeResumeFile(path, resumeSample()));
        const std::string bytes = textOf(path);
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            writeBytes(path, bytes.substr(0, size));
            const Result<ResumeState> state = readResumeFile(path);
            QVERIFY(!state);
            QCOMPARE(state.faults()[0].where.file, path.string());
        }
    }

    void aSingleAlteredBitAnywhereIsTold()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        QVERIFY(writeResumeFile(path, resumeSample()));
        const std::string bytes = textOf(path);
        for (std::size_t at = 0; at < bytes.size(); at += 3) {
            std::string altered = bytes;
            altered[at] = static_cast<char>(altered[at] ^ (1 << (at % 8)));
            writeBytes(path, altered);
            QVERIFY2(!readResumeFile(path), qPrintable(QString::number(at)));
        }
    }

    void bytesAfterTheEndAreTold()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        QVERIFY(writeResumeFile(path, resumeSample()));
        writeBytes(path, textOf(path) + "x");
        QVERIFY(!readResumeFile(path));
    }

    void theStateBeforeStandsInForADamagedOne()
    {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(!findResumeState(root)->has_value());
        ResumeState state = resumeSample();
        state.run.epoch = 1;
        QVERIFY(keepResumeState(root, state));
        QVERIFY(!fs::exists(root / previousResumeFileName));
        state.run.epoch = 2;
        QVERIFY(keepResumeState(root, state));
        QCOMPARE((*findResumeState(root))->state.run.epoch, Index{2});
        QVERIFY((*findResumeState(root))->damaged.empty());

        writeBytes(root / resumeFileName, textOf(root / resumeFileName).substr(0, 100));
        Result<std::optional<FoundResumeState>> found = findResumeState(root);
        QVERIFY(found && found->has_value());
        QCOMPARE((*found)->state.run.epoch, Index{1});
        QCOMPARE((*found)->damaged.size(), std::size_t{1});
        QVERIFY(dropDamagedState(root)); // or the next state would push the good one out
        QCOMPARE((*findResumeState(root))->state.run.epoch, Index{1});
        QVERIFY((*findResumeState(root))->damaged.empty());

        writeBytes(root / resumeFileName, "");
        writeBytes(root / previousResumeFileName, "");
        found = findResumeState(root);
        QVERIFY(!found);
        QCOMPARE(found.faults().size(), std::size_t{2});
        QCOMPARE(exitStatus(found.faults()), 3);
    }

    // Between the two steps both are names of one file, and renaming one to the other does nothing.
    void aWriterKilledBetweenItsStepsLeavesNothing()
    {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        QVERIFY(keepResumeState(root, resumeSample()));
        fs::create_hard_link(root / resumeFileName, root / previousResumeFileName);
        QVERIFY(keepResumeState(root, resumeSample()));
        const QStringList all = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(all, QStringList({resumeFileName, previousResumeFileName}));
    }

    void aStateOfAnotherModelIsRefused()
    {
        const ResumeState state = resumeSample();
        QVERIFY(checkResumeState(state, state.run.weights.size(), 2, "f"));
        QVERIFY(!checkResumeState(state, state.run.weights.size() + 16, 2, "f"));
        QVERIFY(!checkResumeState(state, state.run.weights.size(), 3, "f"));
    }
};

LAMINA_TEST(ResumeFileTest)
#include "resume_file_test.moc"
