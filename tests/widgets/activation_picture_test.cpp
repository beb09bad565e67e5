// What is drawn of a layer's output, by its shape and its numbers.
#include "tests/support/run.h"
#include "widgets/common/theme.h"
#include "widgets/designer/activation_painter.h"
#include "widgets/designer/activation_popup.h"

#include <QFloat16>
#include <QLabel>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace lamina;
using Kind = ActivationPicture::Kind;

namespace {
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

std::vector<float> rising(Index count)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), 0.0F);
    return values;
}

ActivationPicture pictureOf(const Shape& shape, const ActivationDetail& detail = {})
{
    return activationPicture(shape, rising(shape.elements()), detail);
}

QImage painted(const ActivationPicture& picture, QSize size = {200, 80})
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintActivation(painter, image.rect(), picture);
    return image;
}

bool holds(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).rgb() == colour.rgb())
                return true;
    return false;
}
} // namespace

class ActivationPictureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theShapeDecidesWhatIsDrawn_data();
    void theShapeDecidesWhatIsDrawn();
    void mapsAreTheChannels();
    void colourKeepsItsChannels();
    void aLargeMapIsAveraged();
    void aLongVectorIsFoldedRowByRow();
    void figuresLeaveOutWhatIsNotFinite();
    void whatIsNoNumberIsSeen_data();
    void whatIsNoNumberIsSeen();
    void aConstantOutputIsSaid();
    void probabilitiesNameTheLikeliest();
    void everyKindPaintsSomething_data();
    void everyKindPaintsSomething();
    void thePopupTellsTheFigures();
};

void ActivationPictureTest::theShapeDecidesWhatIsDrawn_data()
{
    QTest::addColumn<std::vector<qint64>>("sizes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const std::vector<qint64>& sizes, Kind kind) {
        QTest::newRow(name) << sizes << static_cast<int>(kind);
    };
    row("one number", {}, Kind::Bars);
    row("a vector", {10}, Kind::Bars);
    row("a long vector", {65}, Kind::Cells);
    row("a vector of one cell's channels", {1, 1, 24}, Kind::Bars);
    row("a series", {50, 1}, Kind::Curves);
    row("a series of four", {50, 4}, Kind::Curves);
    row("vectors in a row", {50, 8}, Kind::Cells);
    row("grey", {28, 28, 1}, Kind::Picture);
    row("colour", {8, 6, 3}, Kind::Picture);
    row("feature maps", {8, 8, 32}, Kind::Maps);
    row("a film", {5, 8, 8, 1}, Kind::Maps);
    row("nothing", {0}, Kind::Nothing);
}

void ActivationPictureTest::theShapeDecidesWhatIsDrawn()
{
    QFETCH(std::vector<qint64>, sizes);
    QFETCH(int, kind);
    const Shape shape(std::vector<Index>(sizes.begin(), sizes.end()));
    QCOMPARE(static_cast<int>(pictureOf(shape).kind), kind);
}

void ActivationPictureTest::mapsAreTheChannels()
{
    // Channel c of cell (y, x) is 30 · (2 y + x) + c.
    const ActivationPicture picture = pictureOf({2, 2, 30});
    QCOMPARE(picture.maps.size(), std::size_t(24));
    QCOMPARE(picture.mapCount, 30);
    const auto index = [](int value) { return static_cast<uint>(2 + std::lround(value / 119.0 * 253)); };
    QCOMPARE(uint(picture.maps[3].pixelIndex(1, 0)), index(33));
    QCOMPARE(uint(picture.maps[15].pixelIndex(0, 1)), index(75));
    QCOMPARE(pictureOf({2, 2, 30}, closeLook).maps.size(), std::size_t(30));
    const ActivationPicture film = pictureOf({2, 2, 2, 2}); // the second frame's maps come after the first's
    QCOMPARE(film.mapCount, 4);
    QCOMPARE(uint(film.maps[2].pixelIndex(0, 0)), static_cast<uint>(2 + std::lround(8 / 15.0 * 253)));
}

void ActivationPictureTest::colourKeepsItsChannels()
{
    const std::vector<float> values{1, 0, 0, 0, 0.5F, 1};
    const ActivationPicture picture = activationPicture({1, 2, 3}, values);
    QCOMPARE(picture.maps[0].pixel(0, 0), qRgb(255, 0, 0));
    QCOMPARE(picture.maps[0].pixel(1, 0), qRgb(0, 128, 255));
}

void ActivationPictureTest::aLargeMapIsAveraged()
{
    std::vector<float> values(std::size_t(96) * 96 * 2, 0.0F);
    for (std::size_t at = 0; at < 4; ++at) // the first cell of the smaller map
        values[(at / 2 * 96 + at % 2) * 2] = at == 0 ? 4.0F : 0.0F;
    const ActivationPicture picture = activationPicture({96, 96, 2}, values);
    QCOMPARE(picture.maps[0].size(), QSize(48, 48));
    QCOMPARE(uint(picture.maps[0].pixelIndex(0, 0)), static_cast<uint>(2 + std::lround(0.25 * 253)));
    QCOMPARE(uint(picture.maps[0].pixelIndex(1, 0)), 2U);
}

void ActivationPictureTest::aLongVectorIsFoldedRowByRow()
{
    const ActivationPicture picture = pictureOf({100});
    QVERIFY(picture.kind == Kind::Cells);
    const QImage& map = picture.maps[0];
    QVERIFY(map.width() > map.height());
    QVERIFY(map.width() * map.height() >= 100);
    QCOMPARE(uint(map.pixelIndex(0, 0)), 2U);
    QVERIFY(map.pixelIndex(0, 1) > map.pixelIndex(map.width() - 1, 0));
    if (map.width() * map.height() > 100)
        QCOMPARE(uint(map.pixelIndex(map.width() - 1, map.height() - 1)), 0U);
    QVERIFY(pictureOf({100000}).maps[0].width() < 400); // averaged
}

void ActivationPictureTest::figuresLeaveOutWhatIsNotFinite()
{
    const std::vector<float> values{-1, 0, notANumber, 4, std::numeric_limits<float>::infinity()};
    const ActivationPicture picture = activationPicture({5}, values);
    QCOMPARE(picture.low, -1.0F);
    QCOMPARE(picture.high, 4.0F);
    QCOMPARE(picture.mean, 1.0);
    QCOMPARE(picture.count, 5);
    QCOMPARE(picture.zeros, 1);
    QCOMPARE(picture.notFinite, 2);
    const ActivationCaption caption = captionOf(picture);
    QVERIFY(caption.isWarning);
    QVERIFY2(caption.more.contains("2"), qPrintable(caption.more));
    const std::vector<float> none{notANumber, notANumber};
    QVERIFY(captionOf(activationPicture({2}, none)).main != captionOf(picture).main);
}

void ActivationPictureTest::whatIsNoNumberIsSeen_data()
{
    QTest::addColumn<std::vector<qint64>>("sizes");
    QTest::newRow("maps") << std::vector<qint64>{4, 4, 8};
    QTest::newRow("cells") << std::vector<qint64>{6, 6};
    QTest::newRow("bars") << std::vector<qint64>{6};
}

void ActivationPictureTest::whatIsNoNumberIsSeen()
{
    QFETCH(std::vector<qint64>, sizes);
    const Shape shape(std::vector<Index>(sizes.begin(), sizes.end()));
    std::vector<float> values = rising(shape.elements());
    const QColor fault = Theme::instance().colours().fault;
    QVERIFY(!holds(painted(activationPicture(shape, values)), fault));
    values[1] = notANumber;
    QVERIFY(holds(painted(activationPicture(shape, values)), fault));
}

void ActivationPictureTest::aConstantOutputIsSaid()
{
    const std::vector<float> dead(64, 0.0F);
    const ActivationPicture picture = activationPicture({4, 4, 4}, dead);
    QVERIFY(picture.isConstant());
    QVERIFY(captionOf(picture).isWarning);
    QCOMPARE(captionOf(picture).main, QStringLiteral("all 0"));
    QCOMPARE(uint(picture.maps[0].pixelIndex(0, 0)), 2U);
    QVERIFY(!captionOf(pictureOf({4, 4, 4})).isWarning);
    const std::vector<float> one{0.5F}; // a single number is no warning
    QVERIFY(!captionOf(activationPicture({1}, one)).isWarning);
}

void ActivationPictureTest::probabilitiesNameTheLikeliest()
{
    const std::vector<float> values{0.1F, 0.7F, 0.2F};
    ActivationPicture picture = activationPicture({3}, values);
    QVERIFY(picture.isProbabilities);
    QCOMPARE(picture.likeliest, 1);
    QVERIFY(captionOf(picture).main.startsWith("1 · 70.0"));
    picture.names = {"cat", "dog", "owl"};
    QVERIFY(captionOf(picture).main.startsWith("dog"));
    QVERIFY(spokenText(picture).contains("dog"));
    std::vector<float> many(100, 0.005F); // too many for bars
    many[42] = 0.505F;
    QVERIFY(captionOf(activationPicture({100}, many)).main.startsWith("42 · 50.5"));
    const std::vector<float> more{0.1F, 0.7F, 0.3F};
    QVERIFY(!activationPicture({3}, more).isProbabilities);
}

void ActivationPictureTest::everyKindPaintsSomething_data()
{
    theShapeDecidesWhatIsDrawn_data();
}

void ActivationPictureTest::everyKindPaintsSomething()
{
    QFETCH(std::vector<qint64>, sizes);
    QFETCH(int, kind);
    const Shape shape(std::vector<Index>(sizes.begin(), sizes.end()));
    std::vector<float> values = rising(shape.elements());
    for (float& value : values)
        value += 1;
    QImage empty(200, 80, QImage::Format_ARGB32_Premultiplied);
    empty.fill(Qt::transparent);
    QCOMPARE(painted(activationPicture(shape, values)) == empty, kind == static_cast<int>(Kind::Nothing));
}

void ActivationPictureTest::thePopupTellsTheFigures()
{
    ActivationPopup popup("conv");
    popup.setAttribute(Qt::WA_DeleteOnClose, false);
    const std::vector<float> values{-2, 0, 0, 6};
    popup.setPicture(std::make_shared<const ActivationPicture>(activationPicture({4}, values)));
    QStringList texts;
    for (const QLabel* label : popup.findChildren<QLabel*>())
        if (!label->isHidden())
            texts += label->text();
    for (const char* wanted : {"conv", "4", "-2.000", "6.000", "1.000"})
        QVERIFY2(texts.contains(QLatin1String(wanted)), wanted);
    QVERIFY(texts.contains(QStringLiteral("50.0\u00A0%"))); // zeros
    QVERIFY(popup.accessibleDescription().contains("6.000"));
}

LAMINA_TEST(ActivationPictureTest)
#include "activation_picture_test.moc"
