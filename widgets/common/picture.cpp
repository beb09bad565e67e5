#include "widgets/common/picture.h"

#include "widgets/common/theme.h"

#include <QBuffer>
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

// What is written to it is kept; nothing more where it shall end, which ends the writer, too. Qt's for PNG
// leaves by a long jump then, and loses the row that it had in hand.
class EndableBuffer final : public QBuffer {
public:
    explicit EndableBuffer(const DrawingGoesOn& goesOn) : m_goesOn(goesOn) { open(QIODevice::WriteOnly); }

protected:
    qint64 writeData(const char* bytes, qint64 count) override
    {
        return m_goesOn && !m_goesOn() ? -1 : QBuffer::writeData(bytes, count);
    }

private:
    const DrawingGoesOn& m_goesOn;
};
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
    : m_size(withMargin(picture.size)), m_format(format)
{
    const double scale = format.kind == PictureFormat::Png ? format.scale : fineness;
    m_drawing = Drawing((m_size * scale).toSize(), [&](QPainter& painter) {
        const DrawingColours colours(format.dark);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                               | QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
        if (!format.transparent)
            painter.fillRect(QRectF(QPointF(), m_size), Theme::instance().colours().surface);
        painter.translate(frameMargin, frameMargin);
        picture.draw(painter);
    });
}

QByteArray DrawnPicture::file(const DrawingGoesOn& goesOn) const
{
    switch (m_format.kind) {
    case PictureFormat::Svg:
        return svg(goesOn);
    case PictureFormat::Pdf:
        return pdf(goesOn);
    case PictureFormat::Png:
        break;
    }
    return png(goesOn);
}

QImage DrawnPicture::image(const DrawingGoesOn& goesOn) const
{
    QImage image(m_format.pixels(m_size - QSizeF(2 * frameMargin, 2 * frameMargin)),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(Qt::transparent);
    const int dots = static_cast<int>(std::lround(screenDots / 0.0254 * m_format.scale)); // a metre
    QPainter painter(&image);
    const bool complete = m_drawing.draw(painter, goesOn);
    painter.end();
    // Fonts are in pixels: the dots tell the reader how large it is meant, not the painter.
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return complete ? image : QImage();
}

QByteArray DrawnPicture::png(const DrawingGoesOn& goesOn) const
{
    const QImage drawn = image(goesOn);
    EndableBuffer buffer(goesOn);
    return !drawn.isNull() && drawn.save(&buffer, "png") ? buffer.data() : QByteArray();
}

QByteArray DrawnPicture::svg(const DrawingGoesOn& goesOn) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(screenDots));
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(), m_size * fineness));
    QPainter painter(&generator);
    const bool complete = m_drawing.draw(painter, goesOn);
    painter.end();
    return complete ? buffer.data() : QByteArray();
}

QByteArray DrawnPicture::pdf(const DrawingGoesOn& goesOn) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Lamina"));
    writer.setResolution(static_cast<int>(screenDots * fineness));
    writer.setPageSize(QPageSize(m_size * (72 / screenDots), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    const bool complete = m_drawing.draw(painter, goesOn);
    painter.end();
    return complete ? buffer.data() : QByteArray();
}

} // namespace lamina
