// Pictures that leave the window, and the dialog that asks how they are made.
#include "tests/support/run.h"
#include "widgets/common/picture_dialog.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPainter>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTest>

using namespace lamina;

class SavedPictureTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPngHasThePixelsThatWereAskedFor()
    {
        const PictureFormat format{.scale = 3};
        const QByteArray bytes = DrawnPicture(picture(), format).file();
        const QImage image = QImage::fromData(bytes, "png");
        QCOMPARE(image.size(), format.pixels(picture().size));
        QCOMPARE(image.width(), 3 * (200 + 32));
        QCOMPARE(image.pixelColor(0, 0), themeColours(false).surface);
        QCOMPARE(image.pixelColor(3 * (16 + 100), 3 * (16 + 50)), themeColours(false).accent);
    }

    void theGroundMayBeTransparent()
    {
        const QImage image = QImage::fromData(DrawnPicture(picture(), {.transparent = true}).file(), "png");
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(image.pixelColor(image.rect().center()).alpha(), 255);
    }

    void theColoursAreThoseAskedForAndTheWindowKeepsItsOwn()
    {
        for (const bool window : {true, false}) {
            Theme::instance().setDark(window);
            for (const bool dark : {true, false}) {
                const QImage image = DrawnPicture(picture(), {.scale = 1, .dark = dark}).image();
                QCOMPARE(image.pixelColor(0, 0), themeColours(dark).surface);
                QCOMPARE(image.pixelColor(image.rect().center()), themeColours(dark).accent);
                QCOMPARE(Theme::instance().isDark(), window);
            }
        }
    }

    void anSvgHasThePicturesSizeAndItsTexts()
    {
        const QByteArray bytes = DrawnPicture(picture(), {.kind = PictureFormat::Svg}).file();
        QVERIFY(bytes.contains("conv_1"));
        QSvgRenderer renderer(bytes);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBoxF().size(), QSizeF(232, 132) * 4);
        QImage image(232, 132, QImage::Format_ARGB32);
        QPainter painter(&image);
        renderer.render(&painter);
        QCOMPARE(image.pixelColor(image.rect().center()), themeColours(false).accent);
    }

    void aPdfIsOnePageOfThePicturesSize()
    {
        const QByteArray bytes = DrawnPicture(picture(), {.kind = PictureFormat::Pdf}).file();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/MediaBox [0 0 174")); // of 72 an inch
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
    }

    void whatIsLargeStaysWithinWhatProgramsOpen()
    {
        const QSizeF large(9000, 40);
        const PictureFormat most{.scale = largestScale(large)};
        QVERIFY(most.pixels(large).width() <= 30001);
        const QSizeF square(2000, 2000);
        const QSize pixels = PictureFormat{.scale = largestScale(square)}.pixels(square);
        QVERIFY(double(pixels.width()) * pixels.height() < 101e6);
    }

    void pixelsAndScaleFollowEachOther()
    {
        PictureDialog dialog(picture(), {.scale = 2});
        const auto boxes = dialog.findChildren<QSpinBox*>();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes[0]->value(), 464);
        boxes[0]->setValue(696);
        QCOMPARE(dialog.format().scale, 3.0);
        QCOMPARE(boxes[1]->value(), 396);
        QCOMPARE(dialog.findChild<QDoubleSpinBox*>()->value(), 3.0);
        dialog.findChild<QDoubleSpinBox*>()->setValue(1.5);
        QCOMPARE(boxes[0]->value(), 348);
    }

    void theDialogTellsWhatWasChosen()
    {
        PictureDialog dialog(picture(), {.kind = PictureFormat::Svg, .transparent = true, .dark = true});
        const auto boxes = dialog.findChildren<QComboBox*>();
        QCOMPARE(boxes[0]->currentIndex(), 1);
        QVERIFY(dialog.findChild<QCheckBox*>()->isChecked());
        QVERIFY(!dialog.findChild<QDoubleSpinBox*>()->isEnabled());
        boxes[0]->setCurrentIndex(0);
        QVERIFY(dialog.findChild<QDoubleSpinBox*>()->isEnabled());
        boxes[1]->setCurrentIndex(0);
        dialog.findChild<QCheckBox*>()->setChecked(false);
        QCOMPARE(dialog.format().kind, PictureFormat::Png);
        QVERIFY(!dialog.format().dark && !dialog.format().transparent);
    }

private:
    static Picture picture()
    {
        return {{200, 100}, [](QPainter& painter) {
                    const ThemeColours& colours = Theme::instance().colours();
                    painter.fillRect(50, 25, 100, 50, colours.accent);
                    painter.setFont(Theme::instance().font(Theme::Small));
                    painter.setPen(colours.text);
                    painter.drawText(QPointF(0, 95), QStringLiteral("conv_1"));
                }};
    }
};

LAMINA_TEST(SavedPictureTest)
#include "saved_picture_test.moc"
