// Constraints against numbers computed elsewhere in double precision (make_constraints.py).
#include "engine/model/constraints.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

class GoldenConstraintsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void constraint_data()
    {
        addGoldenRows("constraints", [](const Json& golden) {
            return golden.at("constraint").dump() + " " + golden.at("shape").dump();
        });
    }

    void constraint()
    {
        QFETCH(const Json, golden);
        const Shape shape(golden.at("shape").get<std::vector<Index>>());
        const Result<void> fits = checkConstraint(golden.at("constraint"), shape);
        QVERIFY2(fits, fits ? "" : sentence(fits.faults()).c_str());
        Numbers weights = numbersOf(golden.at("before"));
        QCOMPARE(static_cast<Index>(weights.size()), shape.elements());
        Constraint::make(golden.at("constraint"), shape)->apply(weights.data());
        QVERIFY(agrees(weights, golden.at("after"), "constrained weights"));
    }
};

LAMINA_TEST(GoldenConstraintsTest)
#include "golden_constraints_test.moc"
