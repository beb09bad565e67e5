#include "engine/core/text_width.h"
#include "engine/model/network.h"
#include "engine/model/summary.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

class TextWidthTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettersTakeTheColumnsOfTheirScript()
    {
        QCOMPARE(textWidth("conv_1"), std::size_t{6});
        QCOMPARE(textWidth("합성곱"), std::size_t{6});
        QCOMPARE(textWidth("層 é ½"), std::size_t{6});
        QCOMPARE(textWidth("e\u0301"), std::size_t{1}); // an accent on the letter before
        QCOMPARE(textWidth("🐈"), std::size_t{2});
        QCOMPARE(textWidth("\xff\xe1"), std::size_t{2}); // what is no UTF-8 is counted, too
        QCOMPARE(textWidth(""), std::size_t{0});
    }
    void aTextIsCutBetweenLetters()
    {
        QCOMPARE(fitting("합성곱", 5), std::string_view("합성"));
        QCOMPARE(fitting("합성곱", 6), std::string_view("합성곱"));
        QCOMPARE(fitting("conv", 2), std::string_view("co"));
        QCOMPARE(fitting("합", 1), std::string_view());
    }
    void theColumnsOfASummaryStandBelowEachOther()
    {
        ModelSpec model;
        model.layers = {{"InputLayer", "입력", {{"shape", {4}}}, {}},
                        {"Dense", "아주 긴 이름을 가진 완전 연결 층", {{"units", 3}}, {{"입력"}}},
                        {"Dense", "class", {{"units", 2}}, {{"아주 긴 이름을 가진 완전 연결 층"}}}};
        const Result<Network> network = Network::make(model);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        const QStringList lines = QString::fromStdString(summary(*network, "한글")).split(QLatin1Char('\n'));
        int rows = 0;
        for (const QString& line : lines) {
            const qsizetype shape = line.indexOf(QLatin1String("(None"));
            if (shape < 0)
                continue;
            ++rows;
            QCOMPARE(textWidth(line.left(shape).toStdString()), std::size_t{29});
        }
        QCOMPARE(rows, 3);
    }
};

LAMINA_TEST(TextWidthTest)
#include "text_width_test.moc"
