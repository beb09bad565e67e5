// Reads the golden numbers: every file of tests/golden with a kind's name, layers.json and layers_*.json.
#pragma once

#include "engine/core/json.h"
#include "tests/support/numbers.h"

#include <QDir>
#include <QTest>

#include <limits>

namespace lamina::test {

// A row `case` for each case of all files, named after the file, its place there and its title.
template <typename Title>
void addGoldenRows(const char* kind, Title title)
{
    QTest::addColumn<Json>("golden");
    const QDir folder(QStringLiteral(LAMINA_SOURCE_DIR "/tests/golden"));
    int count = 0;
    for (const QString& name :
         folder.entryList({QString("%1.json").arg(kind), QString("%1_*.json").arg(kind)})) {
        QFile file(folder.filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const QByteArray bytes = file.readAll();
        Json cases = Json::parse(bytes.begin(), bytes.end());
        QVERIFY2(cases.is_array() && !cases.empty(), qPrintable(name));
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (const std::string told = title(cases[i]); !told.empty()) {
                QTest::addRow("%s %zu: %s", qPrintable(name), i, told.c_str()) << cases[i];
                ++count;
            }
    }
    QVERIFY2(count > 0, "no golden numbers were found");
    qInfo("%d cases of %s", count, kind);
}

// null stands for not-a-number.
inline Numbers numbersOf(const Json& list)
{
    Numbers numbers;
    for (const Json& each : list)
        numbers.push_back(each.is_null() ? std::numeric_limits<float>::quiet_NaN() : each.get<float>());
    return numbers;
}

// The largest difference over the largest value. `from`: what the numbers are sums of; where these cancel,
// nothing can be closer than they are rounded.
inline bool agrees(std::span<const float> found, const Json& golden, const QString& what,
                   std::span<const float> from = {})
{
    const Numbers expected = numbersOf(golden);
    const double difference = largestDifference(found, expected);
    double largestOne = 0;
    for (const float value : expected)
        largestOne =
            std::isnan(value) ? largestOne : std::max(largestOne, std::abs(static_cast<double>(value)));
    if (difference <= std::max(1e-5 * largestOne, 0x1p-23 * largest(from)))
        return true;
    qWarning("%s: %zu numbers differ by %g where the largest of %zu expected is %g", qPrintable(what),
             found.size(), difference, expected.size(), largestOne);
    return false;
}

} // namespace lamina::test
