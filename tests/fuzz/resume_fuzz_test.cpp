// Damaged resume files are told; a description that lies in spite of right checksums is, too.
#include "engine/formats/resume_file.h"
#include "engine/formats/section_file.h"

#include "mutations.h"
#include "tests/formats/resume_sample.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;
namespace fs = std::filesystem;

namespace {
std::string bytesOfFile(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}
} // namespace

class ResumeFuzzTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damagedFilesAreTold()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        QVERIFY(writeResumeFile(path, resumeSample()));
        const std::string bytes = bytesOfFile(path);
        FuzzRounds rounds(3000);
        Mutations mutations(rounds.seed(2));
        while (rounds.next()) {
            const std::string damaged = mutations.damage(bytes);
            QFile file(QString::fromStdString(path.string()));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(damaged.data(), static_cast<qint64>(damaged.size()));
            file.close();
            QCOMPARE(static_cast<bool>(readResumeFile(path)), damaged == bytes);
        }
        qInfo("%d damaged states", rounds.done());
    }

    void descriptionsThatLieNeverCrash()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("state").toStdString();
        QVERIFY(writeResumeFile(path, resumeSample()));
        const Result<SectionFile> file = SectionFile::read(path, "LAMRESUM", 2);
        QVERIFY(file);
        const auto* state = file->find("state");
        QVERIFY(state);
        const std::string description(reinterpret_cast<const char*>(state->data()), state->size());
        const auto* weights = file->find("weights");
        FuzzRounds rounds(1000);
        Mutations mutations(rounds.seed(3));
        int told = 0;
        while (rounds.next()) {
            const std::string damaged = mutations.damage(description);
            const std::vector<Section> sections{{"state", std::as_bytes(std::span(damaged))},
                                                {"weights", *weights}};
            QVERIFY(writeSections(folder.filePath("lies").toStdString(), "LAMRESUM", 2, sections));
            const Result<ResumeState> read = readResumeFile(folder.filePath("lies").toStdString());
            told += read ? 0 : 1; // the slots are missing
        }
        qInfo("%d descriptions that lie, %d of them told", rounds.done(), told);
        QVERIFY(told > rounds.done() / 10 * 9);
    }
};

LAMINA_TEST(ResumeFuzzTest)
#include "resume_fuzz_test.moc"
