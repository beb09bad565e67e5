// How variables start: the whole distribution of each initializer, by Keras' names and defaults.
#include "engine/model/initializers.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace lamina;

namespace {
std::vector<float> made(const Json& initializer, const Shape& shape, std::uint64_t seed = 1)
{
    std::vector<float> values(static_cast<std::size_t>(shape.elements()), -99);
    initialize(initializer, shape, CounterRandom(seed, RandomPurpose::Weights, {0}), values);
    return values;
}

double normalShare(double x)
{
    return 0.5 * (1 + std::erf(x / std::numbers::sqrt2));
}

// The largest distance between the shares of numbers below a value, found and expected (Kolmogorov, Smirnov).
template <typename Share>
double distance(std::vector<float> values, const Share& expected)
{
    std::sort(values.begin(), values.end());
    double largest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double share = expected(static_cast<double>(values[i]));
        const auto count = static_cast<double>(values.size());
        largest = std::max({largest, std::abs(share - static_cast<double>(i) / count),
                            std::abs(share - static_cast<double>(i + 1) / count)});
    }
    return largest;
}

enum Kind { Uniform, Normal, Truncated };
} // namespace

class InitializerDistributionsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void distributions_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("centre"); // of the uniform range, of the normals
        QTest::addColumn<double>("size"); // half the range; the deviation before truncation
        const auto row = [](const char* json, Kind kind, double centre, double size) {
            QTest::newRow(json) << QString(json) << int(kind) << centre << size;
        };
        // The shape is (3, 5, 40, 30): 600 in, 450 out.
        const double cut = 0.87962566103423978;
        row(R"("random_uniform")", Uniform, 0, 0.05);
        row(R"({"class_name": "RandomUniform", "config": {"minval": -1, "maxval": 3}})", Uniform, 1, 2);
        row(R"("uniform")", Uniform, 0, 0.05);
        row(R"("random_normal")", Normal, 0, 0.05);
        row(R"({"class_name": "RandomNormal", "config": {"mean": 2, "stddev": 0.5}})", Normal, 2, 0.5);
        row(R"("truncated_normal")", Truncated, 0, 0.05);
        row(R"({"class_name": "TruncatedNormal", "config": {"mean": -1, "stddev": 2}})", Truncated, -1, 2);
        row(R"("glorot_uniform")", Uniform, 0, std::sqrt(6.0 / 1050));
        row(R"("GlorotNormal")", Truncated, 0, std::sqrt(2.0 / 1050) / cut);
        row(R"("he_uniform")", Uniform, 0, std::sqrt(6.0 / 600));
        row(R"("he_normal")", Truncated, 0, std::sqrt(2.0 / 600) / cut);
        row(R"("lecun_uniform")", Uniform, 0, std::sqrt(3.0 / 600));
        row(R"("lecun_normal")", Truncated, 0, std::sqrt(1.0 / 600) / cut);
        row(R"("variance_scaling")", Truncated, 0, std::sqrt(1.0 / 600) / cut);
        row(R"({"class_name": "VarianceScaling", "config": {"scale": 3, "mode": "fan_out", "distribution": "normal"}})",
            Truncated, 0, std::sqrt(3.0 / 450) / cut);
        row(R"({"class_name": "VarianceScaling", "config": {"distribution": "untruncated_normal"}})", Normal,
            0, std::sqrt(1.0 / 600));
        row(R"({"class_name": "VarianceScaling", "config": {"mode": "fan_avg", "distribution": "uniform"}})",
            Uniform, 0, std::sqrt(3.0 / 525));
    }
    void distributions()
    {
        QFETCH(QString, json);
        QFETCH(int, kind);
        QFETCH(double, centre);
        QFETCH(double, size);
        const Json initializer = Json::parse(json.toStdString());
        QVERIFY(checkInitializer(initializer));
        const std::vector<float> values = made(initializer, {3, 5, 40, 30});
        const double far = distance(values, [&](double x) {
            const double at = (x - centre) / size;
            if (kind == Uniform)
                return std::clamp((at + 1) / 2, 0.0, 1.0);
            if (kind == Normal)
                return normalShare(at);
            const double outside = normalShare(-2);
            return std::clamp((normalShare(at) - outside) / (1 - 2 * outside), 0.0, 1.0);
        });
        // 18 000 numbers come this near in 999 of 1000 draws.
        QVERIFY2(far < 1.95 / std::sqrt(static_cast<double>(values.size())),
                 qPrintable(QString::number(far)));
    }

    void orthogonalMatricesAre_data()
    {
        QTest::addColumn<std::vector<Index>>("shape");
        QTest::addColumn<double>("gain");
        QTest::newRow("square") << std::vector<Index>{20, 20} << 1.0;
        QTest::newRow("tall") << std::vector<Index>{30, 7} << 1.0;
        QTest::newRow("wide") << std::vector<Index>{5, 19} << 0.5;
        QTest::newRow("a convolution's") << std::vector<Index>{3, 3, 4, 10} << 2.0;
    }
    void orthogonalMatricesAre()
    {
        QFETCH(std::vector<Index>, shape);
        QFETCH(double, gain);
        const std::vector<float> q =
            made({{"class_name", "Orthogonal"}, {"config", {{"gain", gain}}}}, Shape(shape));
        const Index columns = shape.back();
        const Index rows = static_cast<Index>(q.size()) / columns;
        const bool tall = rows >= columns; // then the columns are orthogonal, else the rows
        const Index count = std::min(rows, columns);
        for (Index a = 0; a < count; ++a)
            for (Index b = 0; b < count; ++b) {
                double dot = 0;
                for (Index k = 0; k < std::max(rows, columns); ++k) {
                    const auto at = [&](Index i) {
                        return static_cast<double>(
                            q[static_cast<std::size_t>(tall ? k * columns + i : i * columns + k)]);
                    };
                    dot += at(a) * at(b);
                }
                QVERIFY(std::abs(dot - (a == b ? gain * gain : 0)) < 1e-5);
            }
        // Signs are as often one as the other: Q is not bent to one side.
        if (count >= 7) {
            const auto positive = std::ranges::count_if(q, [](float v) { return v > 0; });
            QVERIFY(std::abs(static_cast<double>(positive) / static_cast<double>(q.size()) - 0.5) < 0.15);
        }
    }

    void aSeedOfItsOwnFreesItFromTheProjects()
    {
        for (const char* name :
             {"glorot_uniform", "he_normal", "random_normal", "truncated_normal", "orthogonal"}) {
            const Shape shape{6, 5};
            QVERIFY(made(name, shape, 1) == made(name, shape, 1));
            QVERIFY(made(name, shape, 1) != made(name, shape, 2));
            const auto own = [&](int seed) -> Json {
                return {{"class_name", name}, {"config", {{"seed", seed}}}};
            };
            QVERIFY(made(own(7), shape, 1) == made(own(7), shape, 2));
            QVERIFY(made(own(7), shape, 1) != made(own(8), shape, 1));
        }
    }

    void matricesDoNotFillVectors()
    {
        QVERIFY(!checkInitializer("orthogonal", Shape{4}));
        QVERIFY(checkInitializer("orthogonal", Shape{3, 3, 2, 4}));
        QVERIFY(!checkInitializer("identity", Shape{3, 3, 2}));
        QVERIFY(checkInitializer("he_normal", Shape{}));
    }
};

LAMINA_TEST(InitializerDistributionsTest)
#include "initializer_distributions_test.moc"
