#include "engine/data/open.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;

namespace {
// Samples given as they stand.
class Given final : public Dataset {
public:
    Given(Shape shape, std::vector<std::vector<float>> samples, bool ids = false)
        : m_fields{{"x", DataKind::Numbers, std::move(shape), {}, ids}}, m_samples(std::move(samples))
    {
    }
    Index size() const override { return static_cast<Index>(m_samples.size()); }
    const std::vector<DataField>& fields() const override { return m_fields; }
    Result<void> readNumbers(Index sample, int, std::span<float> into) const override
    {
        std::ranges::copy(m_samples[static_cast<std::size_t>(sample)], into.begin());
        return {};
    }

private:
    std::vector<DataField> m_fields;
    std::vector<std::vector<float>> m_samples;
};

DataParts partsOf(const Shape& shape, const std::vector<std::vector<float>>& samples)
{
    DataParts parts;
    parts.train = std::make_shared<Given>(shape, samples);
    parts.inputFields = {"x"};
    return parts;
}

std::vector<float> prepared(const std::vector<PartSpec>& steps, const DataParts& parts,
                            std::vector<float> sample)
{
    const Result<LearnedSteps> learned = learnPreprocess(steps, parts);
    if (!learned)
        return {};
    const Result<PreprocessFunction> function = compilePreprocess(steps, *learned);
    if (!function)
        return {};
    (*function)(sample);
    return sample;
}

bool near(const std::vector<float>& got, const std::vector<float>& wanted)
{
    if (got.size() != wanted.size())
        return false;
    for (std::size_t i = 0; i < got.size(); ++i)
        if (!(std::abs(got[i] - wanted[i]) <= 1e-6F * std::max(1.0F, std::abs(wanted[i]))))
            return false;
    return true;
}
} // namespace

class NormalizationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Keras: layer.adapt([[1, 10], [3, 10], [5, 40]]); layer([[3, 20]]).
    void everyColumnGetsItsOwnMeanAndDeviation()
    {
        const DataParts parts = partsOf({2}, {{1, 10}, {3, 10}, {5, 40}});
        const Result<LearnedSteps> learned = learnPreprocess({{"Normalization", Json::object()}}, parts);
        QVERIFY(learned);
        QVERIFY(((*learned)[0]["mean"] == Json{3.0, 20.0}));
        QVERIFY((*learned)[0]["variance"][1] == Json(200.0));
        QVERIFY(std::abs((*learned)[0]["variance"][0].get<double>() - 8.0 / 3) < 1e-12);
        QVERIFY(near(prepared({{"Normalization", Json::object()}}, parts, {5, 40}),
                     {std::sqrt(1.5F), std::sqrt(2.0F)}));
    }

    void aConstantColumnStaysFinite()
    {
        const DataParts parts = partsOf({1}, {{7}, {7}, {7}});
        QVERIFY(near(prepared({{"Normalization", Json::object()}}, parts, {7}), {0}));
        QVERIFY(near(prepared({{"Normalization", Json::object()}}, parts, {8}), {1e7F}));
    }

    void theAxisSaysWhatHasAMeanOfItsOwn()
    {
        // Samples of 2 × 2: rows (0 2) (4 6) and (2 4) (6 8).
        const DataParts parts = partsOf({2, 2}, {{0, 2, 4, 6}, {2, 4, 6, 8}});
        const auto step = [](const Json& axis) {
            return std::vector<PartSpec>{{"Normalization", {{"axis", axis}}}};
        };
        const float root5 = std::sqrt(5.0F), root2 = std::sqrt(2.0F), root6 = std::sqrt(6.0F);
        // Columns: 0 4 2 6 and 2 6 4 8, means 3 and 5, variance 5.
        QVERIFY(
            near(prepared(step(-1), parts, {0, 2, 4, 6}), {-3 / root5, -3 / root5, 1 / root5, 1 / root5}));
        QVERIFY(near(prepared(step(2), parts, {0, 2, 4, 6}), {-3 / root5, -3 / root5, 1 / root5, 1 / root5}));
        // Rows: 0 2 2 4 and 4 6 6 8, means 2 and 6, variance 2.
        QVERIFY(near(prepared(step(1), parts, {0, 2, 4, 6}), {-2 / root2, 0, -2 / root2, 0}));
        QVERIFY(near(prepared(step(-2), parts, {0, 2, 4, 6}), {-2 / root2, 0, -2 / root2, 0}));
        // All: mean 4, variance 6.
        QVERIFY(near(prepared(step(Json()), parts, {0, 2, 4, 6}), {-4 / root6, -2 / root6, 0, 2 / root6}));
        for (const int wrong : {0, 3, -3})
            QVERIFY(!learnPreprocess(step(wrong), parts));
    }

    void itLearnsFromWhatTheStepsBeforeLeave()
    {
        const DataParts parts = partsOf({1}, {{10}, {30}});
        const std::vector<PartSpec> steps{{"Rescaling", {{"scale", 0.1}}}, {"Normalization", Json::object()}};
        const Result<LearnedSteps> learned = learnPreprocess(steps, parts);
        QVERIFY(learned);
        QVERIFY((*learned)[0].is_null());
        QVERIFY(near({(*learned)[1]["mean"][0].get<float>()}, {2}));
        QVERIFY(near(prepared(steps, parts, {30}), {1}));
    }

    void largeNumbersKeepTheirDigits()
    {
        const DataParts parts = partsOf({1}, {{16777214}, {16777215}, {16777216}});
        const Result<LearnedSteps> learned = learnPreprocess({{"Normalization", Json::object()}}, parts);
        QVERIFY(learned);
        QVERIFY(std::abs((*learned)[0]["variance"][0].get<double>() - 2.0 / 3) < 1e-9);
    }

    void whatWasNotLearnedIsNoStep()
    {
        const Result<PreprocessFunction> function = compilePreprocess({{"Normalization", Json::object()}});
        QVERIFY(!function);
        QCOMPARE(function.faults()[0].where.path, std::string("data.preprocess[0]"));
        for (const Json& damaged :
             {Json(1), Json::object(), Json{{"mean", {1}}, {"variance", {1, 2}}, {"inner", 1}},
              Json{{"mean", {1}}, {"variance", {1}}, {"inner", 0}}})
            QVERIFY(!compilePreprocess({{"Normalization", Json::object()}}, {damaged}));
    }

    void wordsAreNoNumbersToLearnFrom()
    {
        DataParts parts;
        parts.train = std::make_shared<Given>(Shape{1}, std::vector<std::vector<float>>{{1}, {2}}, true);
        parts.inputFields = {"x"};
        QVERIFY(!learnPreprocess({{"Normalization", Json::object()}}, parts));
    }
};

LAMINA_TEST(NormalizationTest)
#include "normalization_test.moc"
