#include "engine/data/digits/digit.h"
#include "engine/data/mass_centre.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>
#include <vector>

using namespace lamina;

namespace {
using Image = std::array<float, 784>;

Image drawn(std::uint64_t seed, std::uint64_t sample)
{
    Image image{};
    digits::draw(seed, sample, image);
    return image;
}
} // namespace

class DigitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameSeedAndSampleGiveTheSamePicture()
    {
        for (std::uint64_t sample = 0; sample < 50; ++sample) {
            QCOMPARE(drawn(7, sample), drawn(7, sample));
            QCOMPARE(digits::label(7, sample), digits::label(7, sample));
        }
    }

    void otherSamplesAndOtherSeedsGiveOtherPictures()
    {
        for (std::uint64_t sample = 0; sample < 50; ++sample) {
            QVERIFY(drawn(7, sample) != drawn(7, sample + 1));
            QVERIFY(drawn(7, sample) != drawn(8, sample));
            QVERIFY(drawn(7, sample) != drawn(7, sample + (std::uint64_t{1} << 40)));
        }
    }

    void neitherOrderNorThreadChangesAPicture()
    {
        constexpr int count = 200;
        std::vector<Image> forward(count);
        for (int i = 0; i < count; ++i)
            forward[static_cast<std::size_t>(i)] = drawn(3, static_cast<std::uint64_t>(i));
        std::vector<Image> backward(count);
        std::thread other([&] {
            for (int i = count; i-- > 0;)
                backward[static_cast<std::size_t>(i)] = drawn(3, static_cast<std::uint64_t>(i));
        });
        other.join();
        QVERIFY(forward == backward);
    }

    void valuesAreWholeNumbersFromBlackToWhite()
    {
        for (std::uint64_t sample = 0; sample < 500; ++sample) {
            const Image image = drawn(1, sample);
            for (const float value : image) {
                QVERIFY(value >= 0 && value <= 255);
                QCOMPARE(value, std::floor(value));
            }
            QVERIFY2(*std::max_element(image.begin(), image.end()) > 128, "a digit has ink");
            QVERIFY2(std::count(image.begin(), image.end(), 0.0F) > 300, "and most of the paper stays black");
        }
    }

    void everyDigitFillsTwentyPixelsAndLiesInTheMiddle()
    {
        for (std::uint64_t sample = 0; sample < 500; ++sample) {
            const Image image = drawn(11, sample);
            const Centre centre = centreOfMass(image, 28, 28);
            QVERIFY2(std::abs(centre.x - 14) <= 1 && std::abs(centre.y - 14) <= 1,
                     qPrintable(QString("sample %1 lies at %2, %3").arg(sample).arg(centre.x).arg(centre.y)));
            int left = 28, right = -1, top = 28, bottom = -1;
            for (int i = 0; i < 784; ++i)
                if (image[static_cast<std::size_t>(i)] > 0) {
                    left = std::min(left, i % 28);
                    right = std::max(right, i % 28);
                    top = std::min(top, i / 28);
                    bottom = std::max(bottom, i / 28);
                }
            const int longer = std::max(right - left, bottom - top) + 1;
            QVERIFY2(longer >= 18 && longer <= 20, qPrintable(QString::number(longer)));
        }
    }

    void allTenDigitsComeAboutEquallyOften()
    {
        std::array<int, 10> counts{};
        for (std::uint64_t sample = 0; sample < 10000; ++sample) {
            const int label = digits::label(5, sample);
            QVERIFY(label >= 0 && label <= 9);
            ++counts[static_cast<std::size_t>(label)];
        }
        for (const int count : counts)
            QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
    }

    // A one is narrow and a zero is hollow: the picture belongs to its label.
    void picturesBelongToTheirLabels()
    {
        double oneMass = 0, zeroMass = 0, oneMiddle = 0, zeroMiddle = 0;
        int ones = 0, zeros = 0;
        for (std::uint64_t sample = 0; sample < 2000; ++sample) {
            const int label = digits::label(2, sample);
            if (label > 1)
                continue;
            const Image image = drawn(2, sample);
            double mass = 0;
            for (const float value : image)
                mass += static_cast<double>(value);
            const double middle = static_cast<double>(image[14 * 28 + 14]);
            (label == 1 ? oneMass : zeroMass) += mass;
            (label == 1 ? oneMiddle : zeroMiddle) += middle;
            ++(label == 1 ? ones : zeros);
        }
        QVERIFY(ones > 100 && zeros > 100);
        QVERIFY(oneMass / ones < 0.7 * zeroMass / zeros);
        QVERIFY(oneMiddle / ones > 3 * zeroMiddle / zeros);
    }
};

LAMINA_TEST(DigitsTest)
#include "digits_test.moc"
