// Every schedule of the learning rate against numbers computed elsewhere (make_schedules.py).
#include "engine/model/schedule_type.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace lamina;
using namespace lamina::test;

class GoldenSchedulesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void schedule_data()
    {
        addGoldenRows("schedules", [this](const Json& golden) {
            m_seen.insert(golden.at("schedule").get<std::string>());
            return golden.at("schedule").get<std::string>() + " " + golden.at("config").dump();
        });
    }

    void schedule()
    {
        QFETCH(const Json, golden);
        const ScheduleType* type = schedules::find(golden.at("schedule").get<std::string>());
        QVERIFY(type);
        const Faults faults = check(type->fields, golden.at("config"), {});
        QVERIFY2(faults.empty(), sentence(faults).c_str());
        const ScheduleFunction rate =
            compileSchedule({{"class_name", golden.at("schedule")}, {"config", golden.at("config")}});
        for (std::size_t i = 0; i < golden.at("steps").size(); ++i) {
            const auto step = golden.at("steps")[i].get<Index>();
            const auto expected = golden.at("rates")[i].get<double>();
            QVERIFY2(std::abs(rate(step) - expected) <= 1e-12,
                     qPrintable(QString("step %1: %2, not %3").arg(step).arg(rate(step)).arg(expected)));
        }
    }

    void everyScheduleHasNumbers()
    {
        for (const ScheduleType* type : schedules::all())
            QVERIFY2(m_seen.contains(type->className), type->className);
    }

private:
    std::set<std::string> m_seen;
};

LAMINA_TEST(GoldenSchedulesTest)
#include "golden_schedules_test.moc"
