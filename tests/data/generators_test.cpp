#include "engine/data/generator_type.h"

#include <QTest>

#include <cmath>
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
private slots:
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
        QVERIFY2(different.size() > 250, "samples differ");
        QVERIFY(made(*type, 9, 0) != made(*type, 10, 0));
        if (fields.back().kind == DataKind::Class)
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

    void anUnknownGeneratorIsNotFound() { QVERIFY(!generators::find("letters")); }
};

QTEST_GUILESS_MAIN(GeneratorsTest)
#include "generators_test.moc"
