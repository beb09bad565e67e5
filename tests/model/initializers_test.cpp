// How variables start: Keras' limits and deviations, by the fans of each kind of kernel.
#include "engine/model/initializers.h"
#include "tests/support/numbers.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
Numbers made(const char* initializer, const Shape& shape, std::uint64_t seed = 1)
{
    Numbers values(static_cast<std::size_t>(shape.elements()), NAN);
    initialize(Json::parse(initializer), shape, CounterRandom(seed, RandomPurpose::Weights), values);
    return values;
}

double deviation(const Numbers& values)
{
    double sum = 0;
    for (const float value : values)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(sum / static_cast<double>(values.size()));
}
} // namespace

class InitializersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spreadsFollowTheFans_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVector<int>>("sizes");
        QTest::addColumn<double>("expected"); // the standard deviation
        QTest::addColumn<double>("largest"); // in deviations; 0: without limit
        const QVector<int> rows{100, 300};
        const QVector<int> kernel{3, 3, 20, 50}; // fans 180 and 450
        const double uniform = std::sqrt(3);
        const double truncated = 2 / 0.87962566103423978;
        QTest::newRow("glorot_uniform") << R"("glorot_uniform")" << rows << std::sqrt(2.0 / 400) << uniform;
        QTest::newRow("GlorotUniform")
            << R"({"class_name": "GlorotUniform", "config": {}})" << rows << std::sqrt(2.0 / 400) << uniform;
        QTest::newRow("convolution") << R"("glorot_uniform")" << kernel << std::sqrt(2.0 / 630) << uniform;
        QTest::newRow("glorot_normal") << R"("glorot_normal")" << kernel << std::sqrt(2.0 / 630) << truncated;
        QTest::newRow("he_uniform") << R"("he_uniform")" << kernel << std::sqrt(2.0 / 180) << uniform;
        QTest::newRow("he_normal") << R"("he_normal")" << rows << std::sqrt(2.0 / 100) << truncated;
        QTest::newRow("lecun_uniform") << R"("lecun_uniform")" << rows << std::sqrt(1.0 / 100) << uniform;
        QTest::newRow("lecun_normal") << R"("lecun_normal")" << kernel << std::sqrt(1.0 / 180) << truncated;
        QTest::newRow("random_uniform") << R"("random_uniform")" << rows << 0.05 / std::sqrt(3) << uniform;
        QTest::newRow("random_normal") << R"("random_normal")" << rows << 0.05 << 0.0;
        QTest::newRow("truncated_normal")
            << R"("truncated_normal")" << rows << 0.05 * 0.87962566103423978 << truncated;
        QTest::newRow("variance_scaling")
            << R"({"class_name": "VarianceScaling", "config": {"scale": 3, "mode": "fan_out", "distribution": "untruncated_normal"}})"
            << rows << std::sqrt(3.0 / 300) << 0.0;
    }
    void spreadsFollowTheFans()
    {
        QFETCH(QString, name);
        QFETCH(QVector<int>, sizes);
        QFETCH(double, expected);
        QFETCH(double, largest);
        const Numbers values = made(qPrintable(name), Shape(std::vector<Index>(sizes.begin(), sizes.end())));
        const double found = deviation(values);
        QVERIFY2(std::abs(found / expected - 1) < 0.03, qPrintable(QString::number(found / expected)));
        const double most = lamina::test::largest(values) / expected;
        if (largest > 0)
            QVERIFY2(most <= largest * 1.0001 && most > largest * 0.98, qPrintable(QString::number(most)));
        else
            QVERIFY2(most > 3, qPrintable(QString::number(most)));
        double sum = 0;
        for (const float value : values)
            sum += static_cast<double>(value);
        QVERIFY(std::abs(sum / static_cast<double>(values.size())) < 0.05 * expected);
    }

    void constants()
    {
        QCOMPARE(made(R"("zeros")", {3}), Numbers(3, 0));
        QCOMPARE(made(R"("ones")", {3}), Numbers(3, 1));
        QCOMPARE(made(R"({"class_name": "Constant", "config": {"value": 0.25}})", {2}), Numbers(2, 0.25F));
        QCOMPARE(made(R"({"class_name": "identity", "config": {"gain": 2}})", {2, 3}),
                 (Numbers{2, 0, 0, 0, 2, 0}));
    }

    void orthogonalRowsOrColumns_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("square") << 5 << 5;
        QTest::newRow("tall") << 7 << 3;
        QTest::newRow("wide") << 3 << 8;
    }
    void orthogonalRowsOrColumns()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        const Numbers q = made(R"("orthogonal")", {rows, columns});
        const int few = std::min(rows, columns);
        const int many = std::max(rows, columns);
        const auto at = [&](int vector, int i) {
            const int place = rows < columns ? vector * columns + i : i * columns + vector;
            return static_cast<double>(q[static_cast<std::size_t>(place)]);
        };
        for (int a = 0; a < few; ++a)
            for (int b = 0; b < few; ++b) {
                double dot = 0;
                for (int i = 0; i < many; ++i)
                    dot += at(a, i) * at(b, i);
                QVERIFY(std::abs(dot - (a == b ? 1 : 0)) < 1e-6);
            }
    }

    void aSeedOfItsOwnMakesItIndependent()
    {
        const char* seeded = R"({"class_name": "GlorotUniform", "config": {"seed": 3}})";
        QCOMPARE(made(seeded, {4, 4}, 1), made(seeded, {4, 4}, 2));
        QVERIFY(made(R"("glorot_uniform")", {4, 4}, 1) != made(R"("glorot_uniform")", {4, 4}, 2));
    }

    void whatCannotBeIsTold()
    {
        for (const char* name : initializerNames())
            QVERIFY2(checkInitializer(Json(name)), name);
        QVERIFY(!checkInitializer(Json("glorot")));
        QVERIFY(
            !checkInitializer(Json::parse(R"({"class_name": "RandomNormal", "config": {"stddev": -1}})")));
        QVERIFY(!checkInitializer(Json::parse(R"({"class_name": "Zeros", "config": {"seed": 1}})")));
    }
};

LAMINA_TEST(InitializersTest)
#include "initializers_test.moc"
