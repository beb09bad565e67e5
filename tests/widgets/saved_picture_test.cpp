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

#include <thread>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

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

    void whatWasGatheredIsDrawnAsItWouldHaveBeen()
    {
        QImage stamp(8, 8, QImage::Format_ARGB32_Premultiplied);
        stamp.fill(QColor(0, 90, 200, 120));
        const auto paint = [&stamp](QPainter& painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.fillRect(QRectF(0, 0, 300, 200), QColor(250, 250, 245));
            painter.save();
            painter.translate(20.5, 10);
            painter.rotate(12);
            painter.setClipRect(QRectF(0, 0, 90, 60));
            painter.setPen(QPen(QColor(200, 30, 30), 3));
            painter.setBrush(QLinearGradient(0, 0, 80, 0));
            painter.drawRoundedRect(QRectF(5, 5, 120, 80), 9, 9);
            painter.restore(); // the clip, too
            painter.setOpacity(0.5);
            painter.drawPixmap(QRectF(150, 20, 60, 60), QPixmap::fromImage(stamp), QRectF(0, 0, 8, 8));
            painter.drawImage(QRectF(160, 60, 30, 30), stamp, QRectF(2, 2, 4, 4));
            painter.setOpacity(1);
            painter.setPen(QPen(Qt::darkGreen, 1.5, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QRectF(30, 110, 50, 30));
            painter.drawLine(QPointF(10, 190), QPointF(290, 120));
            painter.drawPolyline(QPolygonF{{100, 100}, {120, 150}, {140, 105}});
            painter.setBrush(QColor(255, 200, 0));
            painter.drawPolygon(QPolygonF{{200, 100}, {220, 150}, {240, 105}});
            painter.setFont(Theme::instance().font(Theme::Body, true));
            painter.setPen(Qt::black);
            painter.drawText(QRectF(100, 160, 180, 30), Qt::AlignRight | Qt::AlignVCenter,
                             "conv_1 가중치 3×3");
        };
        const auto blank = [] {
            QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            return image;
        };
        QImage direct = blank(), drawn = blank();
        QPainter onto(&direct);
        onto.scale(2, 2);
        paint(onto);
        onto.end();
        const Drawing drawing({300, 200}, paint);
        bool complete = false;
        std::thread([&] { // another thread than that of the window
            QPainter painter(&drawn);
            painter.scale(2, 2);
            complete = drawing.draw(painter);
        })
            .join();
        QVERIFY(complete);
        int apart = 0;
        for (int y = 0; y < direct.height(); ++y)
            for (int x = 0; x < direct.width(); ++x) {
                const QColor a = direct.pixelColor(x, y), b = drawn.pixelColor(x, y);
                apart += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
                        + std::abs(a.blue() - b.blue()) + std::abs(a.alpha() - b.alpha())
                    > 24;
            }
        QVERIFY2(apart <= 20, qPrintable(QString::number(apart)));
    }

    void whatIsEndedGivesNothing()
    {
        for (const auto kind : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
            const DrawnPicture drawn(picture(), {.kind = kind});
            int asked = 0;
            QVERIFY(!drawn.file([&] { return ++asked > 0; }).isEmpty());
            QVERIFY(asked > 3);
            int left = asked - 2; // also while a PNG is packed
#ifdef __SANITIZE_ADDRESS__
            const __lsan::ScopedDisabler aRowIsLost; // by Qt, see EndableBuffer
#endif
            QVERIFY(drawn.file([&] { return --left > 0; }).isEmpty());
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
