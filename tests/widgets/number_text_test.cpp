#include "tests/support/run.h"
#include "widgets/common/number_text.h"

#include <QTest>

#include <cmath>

using namespace lamina;

class TestNumberText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersReadAsPeopleWriteThem_data();
    void numbersReadAsPeopleWriteThem();
};

void TestNumberText::numbersReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& shown, const char* expected) {
        QTest::newRow(expected) << shown << QString::fromUtf8(expected);
    };
    row(number::count(0), "0");
    row(number::count(9999), "9 999");
    row(number::count(10000), "10.0 k");
    row(number::count(12345), "12.3 k");
    row(number::count(999499), "999 k");
    row(number::count(999600), "1.00 M");
    row(number::count(1234567), "1.23 M");
    row(number::count(-34567), "-34.6 k");
    row(number::full(1234567), "1 234 567");
    row(number::full(-1000), "-1 000");
    row(number::full(-100), "-100");
    row(number::full(7), "7");
    row(number::loss(0.28371), "0.2837");
    row(number::loss(2.302585), "2.303");
    row(number::loss(9.9996), "10.00");
    row(number::loss(24.0634), "24.06");
    row(number::loss(123456), "123456");
    row(number::loss(0.00001234), "1.234e-05");
    row(number::loss(std::nan("")), "NaN");
    row(number::loss(INFINITY), "∞");
    row(number::percent(0.9823), "98.2 %");
    row(number::percent(1), "100.0 %");
    row(number::percent(std::nan("")), "–");
    row(number::duration(0.0004), "1 ms");
    row(number::duration(0.0314), "31 ms");
    row(number::duration(0.0996), "0.1 s");
    row(number::duration(0.4), "0.4 s");
    row(number::duration(9.97), "10 s");
    row(number::duration(12.2), "12 s");
    row(number::duration(59.7), "1 m 00 s");
    row(number::duration(65), "1 m 05 s");
    row(number::duration(3725), "1 h 02 m");
    row(number::duration(-1), "–");
    row(number::memory(48.0 * 1024 * 1024), "48 MiB");
    row(number::memory(1.5 * 1024 * 1024), "1.5 MiB");
    row(number::samplesPerSecond(12345), "12.3 k samples/s");
    row(number::samplesPerSecond(850.4), "850 samples/s");
    row(number::samplesPerSecond(2.24), "2.2 samples/s");
}

void TestNumberText::numbersReadAsPeopleWriteThem()
{
    QFETCH(QString, shown);
    QFETCH(QString, expected);
    // Units stay on their number's line.
    QCOMPARE(shown, expected.replace(QLatin1Char(' '), QChar(0x00A0)));
}

LAMINA_TEST(TestNumberText)
#include "number_text_test.moc"
