#include "widgets/designer/activation_painter.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
using Kind = ActivationPicture::Kind;

QString trActivation(const char* text)
{
    return QCoreApplication::translate("Activation", text);
}

QList<QRgb> shadesOf(bool grey)
{
    const Theme& theme = Theme::instance();
    QList<QRgb> table{qRgba(0, 0, 0, 0), theme.colours().fault.rgb()};
    for (int i = 2; i < 256; ++i) {
        const int level = (i - 2) * 255 / 253;
        table += grey ? qRgb(level, level, level) : theme.sequential((i - 2) / 253.0).rgb();
    }
    return table;
}

void drawMap(QPainter& painter, const QRectF& place, QImage map, const QList<QRgb>& shades)
{
    if (map.format() == QImage::Format_Indexed8)
        map.setColorTable(shades);
    const double pixels =
        place.width() * painter.worldTransform().m11() * painter.device()->devicePixelRatioF();
    // Averaged where cells are smaller than pixels, and not blurred where they are larger.
    if (pixels < map.width())
        map = map.convertToFormat(QImage::Format_ARGB32_Premultiplied)
                  .scaled(std::max(1, qRound(pixels)),
                          std::max(1, qRound(pixels * place.height() / std::max(place.width(), 1.0))),
                          Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, map);
}

QRectF centred(QSizeF size, const QRectF& room)
{
    QRectF place(QPointF(), size);
    place.moveCenter(room.center());
    return place;
}

// Rows and columns in which `count` maps of this aspect are the largest.
QSize gridFor(int count, double aspect, const QSizeF& room, double gap)
{
    QSize best(count, 1);
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = std::min((room.width() - gap * (columns - 1)) / columns,
                                      aspect * (room.height() - gap * (rows - 1)) / rows);
        if (width > largest * 1.001) {
            largest = width;
            best = {columns, rows};
        }
    }
    return best;
}

void paintMaps(QPainter& painter, const QRectF& room, const ActivationPicture& picture)
{
    const bool grey = picture.kind == Kind::Picture;
    const QList<QRgb> shades = shadesOf(grey);
    const QImage& first = picture.maps.front();
    double aspect = static_cast<double>(first.width()) / first.height();
    if (picture.kind == Kind::Cells) // no picture: stretched rather than a thread
        aspect = std::clamp(aspect, 1.0, 2 * room.width() / room.height());
    const double gap = picture.maps.size() > 1 ? 2 : 0;
    const QSize grid = gridFor(static_cast<int>(picture.maps.size()), aspect, room.size(), gap);
    const double width = std::min((room.width() - gap * (grid.width() - 1)) / grid.width(),
                                  aspect * (room.height() - gap * (grid.height() - 1)) / grid.height());
    const QSizeF cell(width, width / aspect);
    const QRectF all = centred(
        {grid.width() * (cell.width() + gap) - gap, grid.height() * (cell.height() + gap) - gap}, room);
    for (std::size_t i = 0; i < picture.maps.size(); ++i) {
        const int at = static_cast<int>(i);
        const int row = at / grid.width(), column = at % grid.width();
        const QPointF corner(all.x() + column * (cell.width() + gap), all.y() + row * (cell.height() + gap));
        drawMap(painter, {corner, cell}, picture.maps[i], shades);
    }
}

// With what each stands for below, where there is room for it.
void paintBars(QPainter& painter, QRectF room, const ActivationPicture& picture)
{
    const ThemeColours& colours = Theme::instance().colours();
    constexpr double nameHeight = 16, leastForNames = 20, leastHeight = 160;
    const bool named =
        room.height() >= leastHeight && room.width() / static_cast<double>(picture.count) >= leastForNames;
    if (named)
        room.setBottom(room.bottom() - nameHeight);
    const std::vector<float>& values = picture.series[0];
    const double low = std::min(static_cast<double>(picture.low), 0.0);
    const double high = picture.isProbabilities ? 1 : std::max(static_cast<double>(picture.high), 0.0);
    const double span = high > low ? high - low : 1;
    const auto y = [&](double value) { return room.bottom() - (value - low) / span * room.height(); };
    const auto count = static_cast<double>(values.size());
    const double pitch = std::min(room.width() / count, room.height() / 2);
    const double left = room.center().x() - pitch * count / 2;
    const double gap = pitch > 6 ? 2 : pitch > 3 ? 1 : 0;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = left + pitch * static_cast<double>(i);
        const double value = static_cast<double>(values[i]);
        if (!std::isfinite(value)) {
            painter.fillRect(QRectF(x, room.top(), pitch - gap, room.height()),
                             QBrush(colours.fault, Qt::BDiagPattern));
            continue;
        }
        QColor colour = colours.training;
        if (picture.likeliest >= 0 && static_cast<int>(i) != picture.likeliest)
            colour.setAlphaF(0.45F);
        painter.fillRect(
            QRectF(QPointF(x, y(std::max(value, 0.0))), QPointF(x + pitch - gap, y(std::min(value, 0.0)))),
            colour);
    }
    if (named) {
        painter.setFont(Theme::instance().font(Theme::Small));
        painter.setPen(colours.muted);
        const QFontMetricsF metrics(painter.font());
        for (int i = 0; i < picture.count; ++i)
            painter.drawText(QRectF(left + pitch * i, room.bottom(), pitch - gap, nameHeight),
                             Qt::AlignHCenter | Qt::AlignBottom,
                             metrics.elidedText(picture.nameOf(i), Qt::ElideRight, pitch - gap));
    }
    painter.fillRect(QRectF(QPointF(left, y(0) - 0.5), QPointF(left + pitch * count - gap, y(0) + 0.5)),
                     mixed(colours.line, colours.muted, 0.5));
}

void paintCurves(QPainter& painter, const QRectF& room, const ActivationPicture& picture)
{
    const double low = static_cast<double>(picture.low);
    const double span = picture.high > picture.low ? static_cast<double>(picture.high) - low : 1;
    const QRectF inner = room.adjusted(1, 2, -1, -2);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t s = 0; s < picture.series.size(); ++s) {
        const std::vector<float>& values = picture.series[s];
        const double step = inner.width() / static_cast<double>(std::max<std::size_t>(values.size() - 1, 1));
        QPainterPath path;
        bool isDown = false; // the pen; it is lifted where there is no number
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double value = static_cast<double>(values[i]);
            if (!std::isfinite(value)) {
                isDown = false;
                continue;
            }
            const QPointF point(inner.left() + step * static_cast<double>(i),
                                picture.isConstant()
                                    ? inner.center().y()
                                    : inner.bottom() - (value - low) / span * inner.height());
            if (isDown)
                path.lineTo(point);
            else
                path.moveTo(point);
            isDown = true;
        }
        painter.setPen(QPen(Theme::instance().series(static_cast<int>(s)), 1.5, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        painter.drawPath(path);
    }
}

void paintText(QPainter& painter, const QRectF& room, const QString& text, Theme::TextSize size)
{
    painter.setFont(Theme::instance().font(size));
    painter.setPen(Theme::instance().colours().text);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWrapAnywhere, text);
}
} // namespace

void paintActivation(QPainter& painter, const QRectF& room, const ActivationPicture& picture)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, picture.kind == Kind::Curves);
    painter.setClipRect(room, Qt::IntersectClip);
    switch (picture.kind) {
    case Kind::Nothing:
        break;
    case Kind::Picture:
    case Kind::Maps:
    case Kind::Cells:
        paintMaps(painter, room, picture);
        break;
    case Kind::Bars:
        if (picture.count == 1)
            paintText(painter, room, number::loss(static_cast<double>(picture.series[0][0])), Theme::Page);
        else
            paintBars(painter, room, picture);
        break;
    case Kind::Curves:
        paintCurves(painter, room, picture);
        break;
    case Kind::Text:
        paintText(painter, room, picture.text, Theme::Body);
        break;
    }
    painter.restore();
}

ActivationCaption captionOf(const ActivationPicture& picture)
{
    ActivationCaption caption;
    if (picture.kind == Kind::Text || picture.count == 1) // it is read
        return caption;
    const auto low = static_cast<double>(picture.low), high = static_cast<double>(picture.high);
    if (picture.notFinite == picture.count)
        caption.main = trActivation(QT_TRANSLATE_NOOP("Activation", "no numbers"));
    else if (picture.likeliest >= 0)
        caption.main =
            QStringLiteral("%1 · %2").arg(picture.nameOf(picture.likeliest), number::percent(high));
    else if (picture.isConstant())
        caption.main = trActivation(QT_TRANSLATE_NOOP("Activation", "all %1")).arg(number::loss(low));
    else
        caption.main = QStringLiteral("%1 … %2").arg(number::loss(low), number::loss(high));
    caption.isWarning = picture.notFinite > 0 || picture.isConstant();
    if (picture.notFinite > 0)
        caption.more = trActivation(QT_TRANSLATE_NOOP("Activation", "%1 not finite"))
                           .arg(number::count(picture.notFinite));
    else if (picture.mapCount > static_cast<qint64>(picture.maps.size()))
        caption.more = trActivation(QT_TRANSLATE_NOOP("Activation", "%1 of %2 maps"))
                           .arg(picture.maps.size())
                           .arg(number::count(picture.mapCount));
    return caption;
}

QString spokenText(const ActivationPicture& picture)
{
    if (picture.kind == Kind::Text)
        return picture.text;
    if (picture.count == 1)
        return number::loss(static_cast<double>(picture.series[0][0]));
    const ActivationCaption caption = captionOf(picture);
    QStringList parts{picture.isConstant() || picture.isProbabilities || picture.notFinite == picture.count
                          ? caption.main
                          : trActivation(QT_TRANSLATE_NOOP("Activation", "values from %1 to %2, mean %3"))
                                .arg(number::loss(static_cast<double>(picture.low)),
                                     number::loss(static_cast<double>(picture.high)),
                                     number::loss(picture.mean))};
    if (!caption.more.isEmpty())
        parts += caption.more;
    return parts.join(QStringLiteral(", "));
}

} // namespace lamina
