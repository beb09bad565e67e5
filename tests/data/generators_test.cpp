#include "engine/data/generator_type.h"
#include "engine/data/sequence_text.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace lamina;

namespace {
// One sample, all fields.
std::vector<std::vector<float>> made(const GeneratorType& generator, std::uint64_t seed, std::uint64_t sample)
{
    std::vector<std::vector<float>> values;
    for (const DataField& field : generator.fields())
        values.emplace_back(field.kind == DataKind::Class ? 1
                                                          : static_cast<std::size_t>(field.shape.elements()));
    std::vector<std::span<float>> spans(values.begin(), values.end());
    generator.generate(seed, sample, spans);
    return values;
}
} // namespace

class GeneratorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyGenerator_data()
    {
        QTest::addColumn<QString>("name");
        QVERIFY(!generators::all().empty());
        for (const GeneratorType* type : generators::all())
            QTest::newRow(type->name) << QString(type->name);
    }

    void everyGenerator()
    {
        QFETCH(QString, name);
        const GeneratorType* type = generators::find(name.toStdString());
        QVERIFY(type);
        const std::vector<DataField> fields = type->fields();
        QVERIFY(fields.size() >= 2);
        std::set<std::vector<std::vector<float>>> different;
        std::set<float> labels;
        for (std::uint64_t sample = 0; sample < 300; ++sample) {
            const auto values = made(*type, 9, sample);
            QCOMPARE(values, made(*type, 9, sample));
            different.insert(values);
            for (std::size_t i = 0; i < fields.size(); ++i)
                for (const float value : values[i]) {
                    QVERIFY(std::isfinite(value));
                    if (fields[i].kind == DataKind::Class) {
                        QVERIFY(value >= 0 && value < static_cast<float>(fields[i].classNames.size()));
                        QCOMPARE(value, std::floor(value));
                        labels.insert(value);
                    }
                    if (type->bytes)
                        QVERIFY(value >= 0 && value <= 255 && value == std::floor(value));
                }
        }
        // Letters and words come from a list, all of which is seen before anything comes again.
        const bool fromList = !fields[0].classNames.empty();
        QVERIFY2(different.size() > (fromList ? 50 : 250), "samples differ");
        QVERIFY(made(*type, 9, 0) != made(*type, 10, 0));
        if (fields.back().kind == DataKind::Class && !fromList)
            QCOMPARE(labels.size(), fields.back().classNames.size());
    }

    void marksRiseWithTheHoursOfStudy()
    {
        const GeneratorType* type = generators::find("study_scores");
        QVERIFY(type);
        double few = 0, many = 0;
        int fewCount = 0, manyCount = 0;
        for (std::uint64_t sample = 0; sample < 2000; ++sample) {
            const auto values = made(*type, 1, sample);
            const float hours = values[0][0];
            const float mark = values[1][0];
            QVERIFY(hours >= 0 && hours <= 12 && mark >= 0 && mark <= 20);
            if (hours < 3) {
                few += static_cast<double>(mark);
                ++fewCount;
            } else if (hours > 9) {
                many += static_cast<double>(mark);
                ++manyCount;
            }
        }
        QVERIFY(many / manyCount > few / fewCount + 6);
    }

    void sequencesAreReadAsText()
    {
        std::set<std::string> words;
        const GeneratorType& letters = *generators::find("words");
        for (std::uint64_t sample = 0; sample < 60; ++sample) {
            const auto values = made(letters, 3, sample);
            words.insert(*sequenceText(letters.fields()[0], values[0]));
        }
        QCOMPARE(words.size(), std::size_t{60}); // no two begin alike, so the rest can be known
        QVERIFY(words.contains("brea"));

        const GeneratorType& sentences = *generators::find("sentences");
        const std::vector<DataField> fields = sentences.fields();
        std::map<std::string, std::string> next;
        for (std::uint64_t sample = 0; sample < 62; ++sample) {
            const auto values = made(sentences, 3, sample);
            const std::string& word = fields[1].classNames[static_cast<std::size_t>(values[1][0])];
            QVERIFY(next.emplace(*sequenceText(fields[0], values[0]), word).second);
        }
        QCOMPARE(next.at("two foxes ran across the field after the"), std::string("rain"));
        QCOMPARE(next.at("when"), std::string("winter"));
        QVERIFY(!sequenceText(DataField{"x", DataKind::Numbers, Shape{2}, {}}, std::vector<float>{1, 2}));
    }

    void anUnknownGeneratorIsNotFound() { QVERIFY(!generators::find("letters")); }
};

LAMINA_TEST(GeneratorsTest)
#include "generators_test.moc"
