// The two recurrent lessons learn all that they are shown; and an id that an embedding does not know is told
// before the first step.
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/training/trainer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
struct Watcher final : TrainingObserver {
    std::vector<EpochReport> epochs;
    void onEpoch(const EpochReport& report) override { epochs.push_back(report); }
};

Project lesson(const char* id)
{
    const Lesson* found = lessons::find(id);
    return *parseProject(found->projectText, id);
}
} // namespace

class SequenceLessonsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsLearned_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("the last letter of a word") << QByteArray("last-letter");
        QTest::newRow("the next word of a sentence") << QByteArray("next-word");
    }

    void everythingIsLearned()
    {
        QFETCH(const QByteArray, id);
        Result<TrainingSetup> setup = TrainingSetup::make(lesson(id.constData()), {});
        QVERIFY2(setup, setup ? "" : sentence(setup.faults()).c_str());
        Watcher watcher;
        TrainingControl control;
        Trainer trainer(std::move(*setup), 1, nullptr, watcher, control);
        const Result<TrainingOutcome> outcome = trainer.run();
        QVERIFY2(outcome, outcome ? "" : sentence(outcome.faults()).c_str());
        QCOMPARE(watcher.epochs.back().logs.at("accuracy"), 1.0);
    }

    void unknownIdsAreToldBeforeTraining()
    {
        Project project = lesson("next-word");
        for (LayerSpec& layer : project.model.layers)
            if (layer.className == "Embedding")
                layer.config["input_dim"] = 40;
        const Result<TrainingSetup> setup = TrainingSetup::make(project, {});
        QVERIFY(!setup);
        QCOMPARE(setup.faults()[0].where.layer, std::string("words"));
        QVERIFY(sentence(setup.faults()).find("input_dim to 65") != std::string::npos);
    }
};

LAMINA_TEST(SequenceLessonsTest)
#include "sequence_lessons_test.moc"
