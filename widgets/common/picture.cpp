#include "widgets/common/picture.h"

#include "widgets/common/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {

namespace {
constexpr double frameMargin = 2 * Theme::unit;
constexpr double screenDots = 96; // an inch
constexpr double mostPixels = 100e6, longestSide = 30000;
// Documents are drawn finer than they are shown: what a view draws in pixels, as icons, stays sharp.
constexpr double fineness = 4;

QSizeF withMargin(QSizeF picture)
{
    return picture + QSizeF(2 * frameMargin, 2 * frameMargin);
}

void paint(QPainter& painter, const Picture& picture, const PictureFormat& format, double scale)
{
    const DrawingColours colours(format.dark);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    if (!format.transparent)
        painter.fillRect(QRectF(QPointF(), withMargin(picture.size)), Theme::instance().colours().surface);
    painter.translate(frameMargin, frameMargin);
    picture.draw(painter);
}

QByteArray svg(const Picture& picture, const PictureFormat& format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    const QSizeF size = withMargin(picture.size);
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(screenDots));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size * fineness));
    QPainter painter(&generator);
    paint(painter, picture, format, fineness);
    painter.end();
    return buffer.data();
}

QByteArray pdf(const Picture& picture, const PictureFormat& format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Lamina"));
    writer.setResolution(static_cast<int>(screenDots * fineness));
    writer.setPageSize(
        QPageSize(withMargin(picture.size) * (72 / screenDots), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    paint(painter, picture, format, fineness);
    painter.end();
    return buffer.data();
}
} // namespace

QString PictureFormat::ending(Kind kind)
{
    static constexpr std::array<const char*, 3> endings{"png", "svg", "pdf"};
    return QString::fromLatin1(endings[kind]);
}

QSize PictureFormat::pixels(QSizeF picture) const
{
    const QSizeF size = withMargin(picture) * scale;
    return {std::max(1, static_cast<int>(std::lround(size.width()))),
            std::max(1, static_cast<int>(std::lround(size.height())))};
}

double largestScale(QSizeF picture)
{
    const QSizeF size = withMargin(picture);
    return std::min({std::sqrt(mostPixels / (size.width() * size.height())), longestSide / size.width(),
                     longestSide / size.height()});
}

DrawnPicture::DrawnPicture(const Picture& picture, const PictureFormat& format)
{
    if (format.kind == PictureFormat::Svg) {
        m_document = svg(picture, format);
        return;
    }
    if (format.kind == PictureFormat::Pdf) {
        m_document = pdf(picture, format);
        return;
    }
    m_image = QImage(format.pixels(picture.size), QImage::Format_ARGB32_Premultiplied);
    if (m_image.isNull())
        return;
    m_image.fill(Qt::transparent);
    const int dots = static_cast<int>(std::lround(screenDots / 0.0254 * format.scale)); // a metre
    m_image.setDotsPerMeterX(dots);
    m_image.setDotsPerMeterY(dots);
    // Fonts are in pixels: the dots tell the reader how large it is meant, not the painter.
    QPainter painter(&m_image);
    paint(painter, picture, format, format.scale);
}

QByteArray DrawnPicture::file() const
{
    if (m_image.isNull())
        return m_document;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    m_image.save(&buffer, "png");
    return buffer.data();
}

} // namespace lamina
