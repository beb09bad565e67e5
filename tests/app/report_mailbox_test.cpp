#include "app/report_mailbox.h"
#include "tests/support/run.h"

#include <QTest>

#include <set>

using namespace lamina;

class TestReportMailbox final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ringsOnceUntilTheMailIsFetched();
    void keepsTheOrder();
    void manyStepsAreThinnedOutButNotTheEndsOfEpochs();
    void aStepPutsAnEndToTheValidation();
};

void TestReportMailbox::ringsOnceUntilTheMailIsFetched()
{
    int rings = 0;
    ReportMailbox box([&] { ++rings; });
    box.onStep({});
    box.onStep({});
    box.onMessage({});
    QCOMPARE(rings, 1);
    QCOMPARE(box.fetch().steps.size(), std::size_t(2));
    box.onStep({});
    QCOMPARE(rings, 2);
    QVERIFY(!box.fetch().empty());
    QVERIFY(box.fetch().empty());
}

void TestReportMailbox::keepsTheOrder()
{
    ReportMailbox box([] {});
    EpochReport epoch;
    epoch.epoch = 1;
    box.onMessage(LAMINA_TEXT("test", "first"));
    box.onEpoch(epoch);
    box.onSaved("model.h5");
    const Mail mail = box.fetch();
    QCOMPARE(mail.events.size(), std::size_t(3));
    QVERIFY(std::holds_alternative<Text>(mail.events[0]));
    QCOMPARE(std::get<EpochReport>(mail.events[1]).epoch, Index(1));
    QCOMPARE(std::get<std::filesystem::path>(mail.events[2]).string(), std::string("model.h5"));
}

void TestReportMailbox::manyStepsAreThinnedOutButNotTheEndsOfEpochs()
{
    ReportMailbox box([] {});
    const Index perEpoch = 999;
    for (Index i = 0; i < 100'000; ++i)
        box.onStep({i / perEpoch, i % perEpoch, 0, {}, 0});
    const std::vector<StepReport> steps = box.fetch().steps;
    QVERIFY(steps.size() <= ReportMailbox::mostSteps);
    QVERIFY(steps.size() > ReportMailbox::mostSteps / 4);
    QCOMPARE(steps.back().epoch * perEpoch + steps.back().step, Index(99'999));
    std::set<Index> ends;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].step == perEpoch - 1)
            ends.insert(steps[i].epoch);
        if (i > 0)
            QVERIFY(std::pair(steps[i - 1].epoch, steps[i - 1].step)
                    < std::pair(steps[i].epoch, steps[i].step));
    }
    QCOMPARE(ends.size(), std::size_t(100));
}

void TestReportMailbox::aStepPutsAnEndToTheValidation()
{
    ReportMailbox box([] {});
    box.onValidation(1, 4);
    box.onValidation(3, 4);
    QCOMPARE(box.fetch().validation->first, Index(3));
    box.onValidation(4, 4);
    box.onStep({});
    QVERIFY(!box.fetch().validation);
}

LAMINA_TEST(TestReportMailbox)
#include "report_mailbox_test.moc"
