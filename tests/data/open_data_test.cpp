#include "engine/data/open.h"
#include "tests/support/run.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace lamina;

namespace {

DataSpec synthetic(const char* generator, Index train, Index test, double split = 0)
{
    DataSpec spec;
    spec.options = {{"generator", generator}, {"train", train}, {"test", test}};
    spec.validationSplit = split;
    return spec;
}

Result<DataParts> open(const DataSpec& spec, std::uint64_t seed = 4)
{
    return openData(spec, ".", seed);
}

std::vector<float> values(const Dataset& set, Index sample, int field = 0)
{
    const DataField& declared = set.fields()[static_cast<std::size_t>(field)];
    std::vector<float> result(
        declared.kind == DataKind::Class ? 1 : static_cast<std::size_t>(declared.shape.elements()));
    if (!set.readNumbers(sample, field, result))
        qFatal("a sample cannot be read");
    return result;
}

QString words(const Faults& faults)
{
    return QString::fromStdString(sentence(faults));
}

} // namespace

class OpenDataTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void syntheticDataHasTheSizesThatWereAskedFor()
    {
        const Result<DataParts> parts = open(synthetic("digits", 30, 12));
        QVERIFY(parts);
        QCOMPARE(parts->train->size(), Index(30));
        QCOMPARE(parts->test->size(), Index(12));
        QVERIFY(!parts->validation);
        QCOMPARE(parts->inputFields, std::vector<std::string>{"image"});
        QCOMPARE(parts->targetFields, std::vector<std::string>{"label"});
        QVERIFY(parts->train->fields()[0].shape == (Shape{28, 28, 1}));
    }

    void syntheticDataIsTheSameEveryTimeAndOtherForAnotherSeed()
    {
        for (const char* generator : {"digits", "spirals", "blobs", "study_scores"}) {
            const Result<DataParts> first = open(synthetic(generator, 20, 5), 4);
            const Result<DataParts> second = open(synthetic(generator, 20, 5), 4);
            const Result<DataParts> other = open(synthetic(generator, 20, 5), 5);
            QVERIFY(first && second && other);
            for (Index i = 19; i >= 0; --i) {
                QCOMPARE(values(*first->train, i), values(*second->train, i));
                QVERIFY(values(*first->train, i) != values(*other->train, i));
                // Kept samples are the samples that were made.
                QCOMPARE(values(*first->train, i), values(*first->train, i));
                QCOMPARE(values(*first->train, i, 1), values(*second->train, i, 1));
            }
        }
    }

    void testSamplesAreOtherSamplesThanThoseOfTraining()
    {
        const Result<DataParts> parts = open(synthetic("digits", 60, 60));
        QVERIFY(parts);
        for (Index i = 0; i < 60; ++i)
            for (Index j = 0; j < 60; ++j)
                QVERIFY(values(*parts->test, i) != values(*parts->train, j));
    }

    void manyThreadsReadTheSameSamples()
    {
        const Result<DataParts> reference = open(synthetic("digits", 300, 0));
        const Result<DataParts> shared = open(synthetic("digits", 300, 0));
        QVERIFY(reference && shared && !shared->test);
        std::vector<std::vector<float>> expected;
        for (Index i = 0; i < 300; ++i)
            expected.push_back(values(*reference->train, i));
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (Index i = 0; i < 300; ++i) {
                    const Index sample = (i * (t % 2 ? 1 : 7) + t) % 300;
                    if (values(*shared->train, sample) != expected[static_cast<std::size_t>(sample)])
                        ++wrong;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void aHugeSetOpensAtOnceAndReadsItsLastSample()
    {
        const Result<DataParts> parts = open(synthetic("digits", 100'000'000, 1));
        QVERIFY(parts);
        QVERIFY(values(*parts->train, 99'999'999) != values(*parts->train, 0));
        QCOMPARE(values(*parts->train, 99'999'999), values(*parts->train, 99'999'999));
    }

    void wrongSettingsAreFaults_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown generator") << R"({"generator": "letters"})"
                                           << "data.options.generator"
                                           << "digits";
        QTest::newRow("no samples") << R"({"train": 0})"
                                    << "data.options.train"
                                    << "1";
        QTest::newRow("negative test") << R"({"test": -1})"
                                       << "data.options.test"
                                       << "0";
        QTest::newRow("a fraction") << R"({"train": 1.5})"
                                    << "data.options.train"
                                    << "whole";
        QTest::newRow("unknown setting") << R"({"count": 5})"
                                         << "data.options.count"
                                         << "train";
    }

    void wrongSettingsAreFaults()
    {
        QFETCH(QString, options);
        QFETCH(QString, place);
        QFETCH(QString, part);
        DataSpec spec;
        spec.options = Json::parse(options.toStdString());
        const Result<DataParts> parts = open(spec);
        QVERIFY(!parts);
        QCOMPARE(QString::fromStdString(parts.faults()[0].where.path), place);
        QVERIFY2(words(parts.faults()).contains(part), qPrintable(words(parts.faults())));
    }

    void anUnknownSourceIsAnsweredWithThoseThereAre()
    {
        DataSpec spec;
        spec.source = "telepathy";
        const Result<DataParts> parts = open(spec);
        QVERIFY(!parts);
        const QString text = words(parts.faults());
        QVERIFY2(text.contains("telepathy") && text.contains("idx") && text.contains("synthetic"),
                 qPrintable(text));
        QCOMPARE(parts.faults()[0].where.path, std::string("data.source"));
    }

    void anUnknownInputIsAFault()
    {
        DataSpec spec = synthetic("digits", 10, 0);
        spec.input = "photo";
        QVERIFY(!open(spec));
    }

    void theValidationPartIsTheTailOfTraining()
    {
        const Result<DataParts> whole = open(synthetic("blobs", 10, 0));
        const Result<DataParts> parts = open(synthetic("blobs", 10, 0, 0.25));
        QVERIFY(whole && parts && parts->validation);
        // floor(10 · 0.75) = 7
        QCOMPARE(parts->train->size(), Index(7));
        QCOMPARE(parts->validation->size(), Index(3));
        for (Index i = 0; i < 7; ++i)
            QCOMPARE(values(*parts->train, i), values(*whole->train, i));
        for (Index i = 0; i < 3; ++i)
            QCOMPARE(values(*parts->validation, i), values(*whole->train, 7 + i));
        QCOMPARE(parts->validation->sampleName(0), std::string("7"));
    }

    void theSplitRoundsAsKerasDoes_data()
    {
        QTest::addColumn<Index>("samples");
        QTest::addColumn<double>("split");
        QTest::addColumn<Index>("kept");
        QTest::newRow("MNIST") << Index(60000) << 0.2 << Index(48000);
        QTest::newRow("rounds down") << Index(11) << 0.5 << Index(5);
        QTest::newRow("one stays") << Index(2) << 0.5 << Index(1);
        QTest::newRow("in binary, 10 · (1 - 0.9) is below 1") << Index(10) << 0.9 << Index(0);
        QTest::newRow("nothing is taken: none for validation") << Index(10) << 0.0 << Index(10);
        QTest::newRow("any split takes one") << Index(1000) << 1e-9 << Index(999);
        QTest::newRow("one sample cannot be split") << Index(1) << 0.5 << Index(0);
    }

    void theSplitRoundsAsKerasDoes()
    {
        QFETCH(Index, samples);
        QFETCH(double, split);
        QFETCH(Index, kept);
        const Result<DataParts> parts = open(synthetic("blobs", samples, 0, split));
        if (kept == 0) {
            QVERIFY(!parts);
            QCOMPARE(parts.faults()[0].where.path, std::string("data.validation_split"));
            return;
        }
        QVERIFY(parts);
        QCOMPARE(parts->train->size(), kept);
        QCOMPARE(parts->validation != nullptr, kept < samples);
        if (parts->validation)
            QCOMPARE(parts->validation->size(), samples - kept);
    }

    void aSplitOutsideItsLimitsIsAFault()
    {
        for (const double split : {-0.1, 1.0, 7.0, std::nan("")}) {
            const Result<DataParts> parts = open(synthetic("blobs", 10, 0, split));
            QVERIFY(!parts);
            QCOMPARE(parts.faults()[0].where.path, std::string("data.validation_split"));
        }
    }

    void aSliceOfASliceShowsTheRightSamples()
    {
        const Result<DataParts> parts = open(synthetic("spirals", 20, 0));
        QVERIFY(parts);
        const DatasetPtr inner = slice(slice(parts->train, 5, 10), 2, 3);
        QCOMPARE(inner->size(), Index(3));
        QCOMPARE(values(*inner, 0), values(*parts->train, 7));
        QCOMPARE(values(*inner, 2, 1), values(*parts->train, 9, 1));
        const Result<FieldValue> read = inner->read(1, 0);
        QVERIFY(read);
        QCOMPARE(std::get<std::vector<float>>(*read), values(*parts->train, 8));
        QCOMPARE(inner->fieldIndex("label"), 1);
        QCOMPARE(inner->fieldIndex("nothing"), -1);
    }

    void rescalingMultipliesAndAdds()
    {
        const Result<PreprocessFunction> function = compilePreprocess(
            {{"Rescaling", {{"scale", 0.5}, {"offset", -1}}}, {"Rescaling", {{"scale", 10}}}});
        QVERIFY(function);
        std::vector<float> data{0, 2, 255};
        (*function)(data);
        QCOMPARE(data, (std::vector<float>{-10, 0, 1265}));
    }

    void noStepsAreNoFunction()
    {
        const Result<PreprocessFunction> function = compilePreprocess({});
        QVERIFY(function);
        QVERIFY(!*function);
    }

    void wrongStepsAreAllTold()
    {
        const Result<PreprocessFunction> function =
            compilePreprocess({{"Rescaling", Json::object()}, {"Rescale", {{"scale", 1}}}});
        QVERIFY(!function);
        QCOMPARE(function.faults().size(), std::size_t(2));
        QCOMPARE(function.faults()[0].where.path, std::string("data.preprocess[0].config.scale"));
        QCOMPARE(function.faults()[1].where.path, std::string("data.preprocess[1]"));
        QVERIFY(words(function.faults()).contains("Rescaling"));
    }

    void onlyDigitsArePreparedAsDrawings()
    {
        DataSpec digits = synthetic("digits", 5, 0);
        const Result<DataParts> parts = open(digits);
        QVERIFY(parts);
        QCOMPARE(effectiveInput(digits, *parts), std::string("drawing"));
        QCOMPARE(effectiveInput(DataSpec{}, *parts), std::string("drawing"));
        digits.input = "picture";
        QCOMPARE(effectiveInput(digits, *parts), std::string("picture"));
        const DataSpec blobs = synthetic("blobs", 5, 0);
        const Result<DataParts> points = open(blobs);
        QVERIFY(points);
        QCOMPARE(effectiveInput(blobs, *points), std::string("picture"));
    }
};

LAMINA_TEST(OpenDataTest)
#include "open_data_test.moc"
