#include "engine/data/drawing.h"
#include "engine/data/mass_centre.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace lamina;

namespace {

struct Look {
    int side = 400;
    bool darkOnLight = false;
    double pen = 0.09; // of the digit's height
    double size = 0.6; // of the picture
    double x = 0.5; // where the digit's middle stands
    double y = 0.5;
};

// A seven in three strokes.
cv::Mat seven(const Look& look)
{
    const int paper = look.darkOnLight ? 255 : 0;
    cv::Mat picture(look.side, look.side, CV_8U, cv::Scalar(paper));
    const double unit = look.side * look.size;
    const auto at = [&](double x, double y) {
        constexpr double fine = 256; // OpenCV's fractions of a pixel
        return cv::Point(static_cast<int>((look.side * look.x + unit * x) * fine),
                         static_cast<int>((look.side * look.y + unit * y) * fine));
    };
    const int width = std::max(1, static_cast<int>(std::lround(unit * look.pen)));
    const auto line = [&](cv::Point a, cv::Point b) {
        cv::line(picture, a, b, cv::Scalar(255 - paper), width, cv::LINE_AA, 8);
    };
    line(at(-0.3, -0.5), at(0.3, -0.5));
    line(at(0.3, -0.5), at(-0.05, 0.5));
    line(at(-0.1, 0.0), at(0.3, 0.0));
    return picture;
}

Result<PreparedDrawing> prepared(const cv::Mat& picture)
{
    return prepareDrawing({picture.data, picture.total()}, picture.cols, picture.rows);
}

double meanDifference(const InkPicture& a, const InkPicture& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        sum += std::abs(static_cast<double>(a.values[i] - b.values[i]));
    return sum / static_cast<double>(a.values.size());
}

double inkOf(const InkPicture& picture)
{
    double sum = 0;
    for (const float value : picture.values)
        sum += static_cast<double>(value);
    return sum;
}

// Repeatable noise without anybody's library.
void addNoise(cv::Mat& picture, double deviation)
{
    std::uint32_t state = 12345;
    const auto next = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8) / 16777216.0 - 0.5;
    };
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x) {
            const double noise = (next() + next() + next()) * 2 * deviation;
            picture.at<std::uint8_t>(y, x) =
                cv::saturate_cast<std::uint8_t>(picture.at<std::uint8_t>(y, x) + noise);
        }
}

} // namespace

class DrawingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizePlaceAndColourDoNotMatter_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<bool>("darkOnLight");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("size");
        for (const int side : {100, 280, 600, 1500, 3000})
            for (const bool dark : {false, true})
                QTest::addRow("%d, %s", side, dark ? "dark on light" : "light on dark")
                    << side << dark << 0.5 << 0.6;
        QTest::newRow("in a corner") << 600 << true << 0.2 << 0.3;
        QTest::newRow("very small on the page") << 900 << true << 0.8 << 0.1;
    }

    void sizePlaceAndColourDoNotMatter()
    {
        QFETCH(int, side);
        QFETCH(bool, darkOnLight);
        QFETCH(double, x);
        QFETCH(double, size);
        const Result<PreparedDrawing> reference = prepared(seven({}));
        const Result<PreparedDrawing> drawing = prepared(seven({side, darkOnLight, 0.09, size, x, 0.4}));
        QVERIFY(reference && drawing);
        QCOMPARE(drawing->centred.width, 28);
        QCOMPARE(drawing->centred.height, 28);
        QCOMPARE(drawing->centred.values.size(), std::size_t(784));
        const double difference = meanDifference(drawing->centred, reference->centred);
        QVERIFY2(difference < 6, qPrintable(QString::number(difference)));
    }

    void theDigitIsFittedAndCentredAsMnistWas()
    {
        const Result<PreparedDrawing> drawing = prepared(seven({400, true}));
        QVERIFY(drawing);
        const InkPicture& box = drawing->fitted;
        QCOMPARE(box.width, 20);
        QCOMPARE(box.height, 20);
        const auto rowHasInk = [&](int y) {
            return std::any_of(box.values.begin() + y * 20, box.values.begin() + (y + 1) * 20,
                               [](float value) { return value > 60; });
        };
        QVERIFY2(rowHasInk(0) && rowHasInk(19), "the longer side fills the box");
        // The proportion is kept: 0.69 as wide as high, pen included, is 12 or 13 of 20 pixels.
        int columns = 0;
        for (int x = 0; x < 20; ++x)
            for (int y = 0; y < 20; ++y)
                if (box.values[static_cast<std::size_t>(y * 20 + x)] > 60) {
                    ++columns;
                    break;
                }
        QVERIFY2(columns >= 12 && columns <= 14, qPrintable(QString::number(columns)));
        QCOMPARE(*std::max_element(box.values.begin(), box.values.end()), 255.0F);

        const Centre centre = centreOfMass(drawing->centred.values, 28, 28);
        QVERIFY(std::abs(centre.x - 14) <= 0.51 && std::abs(centre.y - 14) <= 0.51);
        QCOMPARE(inkOf(drawing->centred), inkOf(box));
        // The first stage is the ink alone, in the drawing's own resolution.
        QVERIFY(std::abs(drawing->cropped.height - 0.6 * 400 * 1.09) < 6);
        QVERIFY(drawing->cropped.width < drawing->cropped.height);
    }

    void anEmptyPictureIsAFault_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<double>("noise");
        QTest::newRow("white") << 255 << 0.0;
        QTest::newRow("black") << 0 << 0.0;
        QTest::newRow("grey") << 128 << 0.0;
        QTest::newRow("paper with noise") << 200 << 5.0;
    }

    void anEmptyPictureIsAFault()
    {
        QFETCH(int, level);
        QFETCH(double, noise);
        cv::Mat picture(300, 300, CV_8U, cv::Scalar(level));
        if (noise > 0)
            addNoise(picture, noise);
        const Result<PreparedDrawing> drawing = prepared(picture);
        QVERIFY(!drawing);
        QVERIFY(QString::fromStdString(sentence(drawing.faults())).contains("nothing drawn"));
        QVERIFY(!prepareDrawing({}, 0, 0));
    }

    void aHairlineIsWidenedAndAFaintOneDarkened()
    {
        const Result<PreparedDrawing> reference = prepared(seven({}));
        Look thin;
        thin.side = 600;
        thin.pen = 0.006;
        cv::Mat picture = seven(thin);
        const Result<PreparedDrawing> hairline = prepared(picture);
        picture = picture * 0.3;
        const Result<PreparedDrawing> faint = prepared(picture);
        QVERIFY(reference && hairline && faint);
        QVERIFY(inkOf(hairline->centred) > 0.55 * inkOf(reference->centred));
        QVERIFY(inkOf(hairline->centred) < 1.1 * inkOf(reference->centred));
        QVERIFY(meanDifference(hairline->centred, faint->centred) < 3);
    }

    void aPhotographedSheetGivesTheSameDigit()
    {
        const Result<PreparedDrawing> reference = prepared(seven({}));
        Look look;
        look.side = 700;
        look.darkOnLight = true;
        cv::Mat picture = seven(look);
        // Light from the left, ink that is not black, a speck, grain.
        for (int y = 0; y < picture.rows; ++y)
            for (int x = 0; x < picture.cols; ++x) {
                const double paper = 210 - 70.0 * x / picture.cols - 20.0 * y / picture.rows;
                const double ink = 1 - picture.at<std::uint8_t>(y, x) / 255.0;
                picture.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(paper - 90 * ink);
            }
        cv::circle(picture, {60, 640}, 3, cv::Scalar(60), -1);
        addNoise(picture, 4);
        const Result<PreparedDrawing> photograph = prepared(picture);
        QVERIFY(reference && photograph);
        const double difference = meanDifference(photograph->centred, reference->centred);
        QVERIFY2(difference < 9, qPrintable(QString::number(difference)));
    }

    void aDotAndALineAtTheEdgeHaveAnAnswer()
    {
        cv::Mat dot(50, 50, CV_8U, cv::Scalar(255));
        dot.at<std::uint8_t>(25, 25) = 0;
        QVERIFY(prepared(dot));
        cv::Mat edge(80, 80, CV_8U, cv::Scalar(0));
        cv::line(edge, {0, 0}, {0, 79}, cv::Scalar(255), 6);
        const Result<PreparedDrawing> drawing = prepared(edge);
        QVERIFY(drawing);
        QVERIFY(drawing->cropped.width < 10);
        const cv::Mat pixel(1, 1, CV_8U, cv::Scalar(255));
        QVERIFY(!prepared(pixel));
    }

    void aFileIsPreparedAsItsPixelsAre()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("seven.png").toStdString();
        const cv::Mat picture = seven({300, true});
        QVERIFY(cv::imwrite(file, picture));
        const Result<PreparedDrawing> fromFile = prepareDrawing(file);
        const Result<PreparedDrawing> direct = prepared(picture);
        QVERIFY(fromFile && direct);
        QCOMPARE(fromFile->centred.values, direct->centred.values);
        const Result<PreparedDrawing> missing = prepareDrawing(folder.filePath("none.png").toStdString());
        QVERIFY(!missing);
        QVERIFY(QString::fromStdString(sentence(missing.faults())).contains("none.png"));
    }

    void transparentPaperIsPaper()
    {
        const QTemporaryDir folder;
        const cv::Mat ink = seven({300, false}); // its light is the ink's opacity
        for (const int shade : {0, 255}) {
            const cv::Mat flat(ink.size(), CV_8U, cv::Scalar(shade));
            cv::Mat picture;
            cv::merge(std::vector<cv::Mat>{flat, flat, flat, ink}, picture);
            const std::string file = folder.filePath(QString("ink%1.png").arg(shade)).toStdString();
            QVERIFY(cv::imwrite(file, picture));
            const Result<PreparedDrawing> drawing = prepareDrawing(file);
            const Result<PreparedDrawing> direct = prepared(ink);
            QVERIFY(drawing && direct);
            QVERIFY(meanDifference(drawing->centred, direct->centred) < 1);
        }
    }
};

LAMINA_TEST(DrawingTest)
#include "drawing_test.moc"
