#include "engine/model/memory_layout.h"

#include "engine/core/random.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

class MemoryLayoutTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arraysAliveTogetherNeverOverlap()
    {
        for (std::uint64_t round = 0; round < 200; ++round) {
            const CounterRandom random(round, RandomPurpose::Bench);
            std::vector<Lifetime> arrays;
            Index separate = 0;
            for (std::uint64_t i = 0; i < 40; ++i) {
                const int first = static_cast<int>(random.below(3 * i, 50));
                arrays.push_back({static_cast<Index>(random.below(3 * i + 1, 500)), first,
                                  first + static_cast<int>(random.below(3 * i + 2, 20))});
                separate += (arrays.back().size + 15) / 16 * 16;
            }
            const MemoryLayout layout = layOut(arrays);
            QVERIFY(layout.total <= separate);
            for (std::size_t a = 0; a < arrays.size(); ++a) {
                QVERIFY(layout.offsets[a] % 16 == 0);
                QVERIFY(layout.offsets[a] + arrays[a].size <= layout.total);
                for (std::size_t b = 0; b < a; ++b) {
                    const bool together =
                        arrays[a].first <= arrays[b].last && arrays[b].first <= arrays[a].last;
                    const bool apart = layout.offsets[a] + arrays[a].size <= layout.offsets[b]
                        || layout.offsets[b] + arrays[b].size <= layout.offsets[a];
                    QVERIFY(!together || apart);
                }
            }
        }
    }

    void arraysOfDifferentTimesShare()
    {
        QCOMPARE(layOut({{160, 0, 1}, {160, 2, 3}, {160, 4, 5}}).total, Index{160});
    }
};

LAMINA_TEST(MemoryLayoutTest)
#include "memory_layout_test.moc"
