#include "engine/data/picture.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace lamina;

class PictureTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    void save(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    QByteArray load(const char* name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void expectFault(const char* name, const char* part) const
    {
        const Result<std::vector<float>> picture = readPicture(path(name), Shape{8, 8, 3});
        QVERIFY(!picture);
        const QString words = QString::fromStdString(sentence(picture.faults()));
        QVERIFY2(words.contains(part) && words.contains(name), qPrintable(words));
        QCOMPARE(exitStatus(picture.faults()), 3);
    }

private Q_SLOTS:
    void coloursComeAsRedGreenBlueRowByRow()
    {
        cv::Mat picture(2, 3, CV_8UC3, cv::Scalar(0, 0, 0)); // blue, green, red
        picture.at<cv::Vec3b>(0, 1) = {10, 20, 30};
        picture.at<cv::Vec3b>(1, 2) = {200, 100, 50};
        for (const char* name : {"a.png", "a.bmp"}) {
            QVERIFY(cv::imwrite(path(name), picture));
            const Result<std::vector<float>> values = readPicture(path(name), Shape{2, 3, 3});
            QVERIFY(values);
            QCOMPARE(*values,
                     (std::vector<float>{0, 0, 0, 30, 20, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 100, 200}));
        }
    }

    void aPictureIsResizedToTheWantedShape()
    {
        cv::Mat halves(40, 60, CV_8U, cv::Scalar(0));
        halves.colRange(30, 60).setTo(200);
        QVERIFY(cv::imwrite(path("halves.png"), halves));
        const Result<std::vector<float>> small = readPicture(path("halves.png"), Shape{2, 2, 1});
        QVERIFY(small);
        QCOMPARE(*small, (std::vector<float>{0, 200, 0, 200}));
        const Result<std::vector<float>> large = readPicture(path("halves.png"), Shape{100, 120, 3});
        QVERIFY(large);
        QCOMPARE(large->size(), std::size_t(100 * 120 * 3));
        QCOMPARE(large->front(), 0.0F);
        QCOMPARE(large->back(), 200.0F);
    }

    void greyAndColourFilesServeBoth()
    {
        QVERIFY(cv::imwrite(path("grey.jpg"), cv::Mat(16, 16, CV_8U, cv::Scalar(120))));
        for (const Index channels : {1, 3}) {
            const Result<std::vector<float>> values = readPicture(path("grey.jpg"), Shape{4, 4, channels});
            QVERIFY(values);
            for (const float value : *values)
                QVERIFY(value >= 118 && value <= 122);
        }
    }

    void badFilesAreFaults()
    {
        expectFault("missing.png", "no such file");
        save("empty.png", {});
        expectFault("empty.png", "empty");
        save("text.png", "this is a letter, not a picture");
        expectFault("text.png", "not a picture");
        QVERIFY(cv::imwrite(path("good.png"), cv::Mat(64, 64, CV_8U, cv::Scalar(9))));
        save("cut.png", load("good.png").left(30));
        expectFault("cut.png", "not a picture");
    }

    void aPictureThatAnnouncesTooManyPixelsIsNotDecoded()
    {
        QVERIFY(cv::imwrite(path("good.png"), cv::Mat(64, 64, CV_8U, cv::Scalar(9))));
        QByteArray bytes = load("good.png");
        bytes.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff"));
        save("bomb.png", bytes);
        expectFault("bomb.png", "65535");
        QVERIFY(cv::imwrite(path("good.jpg"), cv::Mat(64, 64, CV_8U, cv::Scalar(9))));
        bytes = load("good.jpg");
        const qsizetype frame = bytes.indexOf(QByteArray::fromHex("ffc0"));
        QVERIFY(frame > 0);
        bytes.replace(frame + 5, 4, QByteArray::fromHex("fff0fff0"));
        save("bomb.jpg", bytes);
        expectFault("bomb.jpg", "65520");
    }

    void anInputThatIsNoPictureIsAFault()
    {
        QVERIFY(cv::imwrite(path("good.png"), cv::Mat(8, 8, CV_8U, cv::Scalar(9))));
        QVERIFY(!readPicture(path("good.png"), Shape{64}));
        QVERIFY(!readPicture(path("good.png"), Shape{8, 8, 2}));
    }
};

LAMINA_TEST(PictureTest)
#include "picture_test.moc"
