#include "widgets/common/icons.h"

#include "engine/model/layer_type.h"
#include "widgets/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

// Outside every namespace, as Q_INIT_RESOURCE asks; the icons stand in a static library.
static void registerIcons()
{
    Q_INIT_RESOURCE(lamina);
}

namespace lamina {
namespace {

enum class Ink { Text, OnAccent, Fixed };

// Draws from the SVG each time a size or colour is new; asks the theme when it paints, so that a change of
// theme needs no new icons.
class StrokeIconEngine final : public QIconEngine {
public:
    StrokeIconEngine(QString name, Ink ink, const QColor& fixed)
        : m_name(std::move(name)), m_ink(ink), m_fixed(fixed)
    {
    }

    QIconEngine* clone() const override { return new StrokeIconEngine(*this); }
    QString key() const override { return QStringLiteral("lamina-stroke"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(path()); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor ink = colour(mode);
        const int side = std::min(size.width(), size.height());
        if (side <= 0)
            return {};
        return iconPixmap(m_name, ink, side);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

private:
    QString path() const { return QStringLiteral(":/icons/%1.svg").arg(m_name); }

    QColor colour(QIcon::Mode mode) const
    {
        const ThemeColours& c = Theme::instance().colours();
        if (mode == QIcon::Disabled)
            return mixed(c.muted, c.surface, 0.45);
        switch (m_ink) {
        case Ink::Fixed:
            return m_fixed;
        case Ink::OnAccent:
            return c.onAccent;
        case Ink::Text:
            break;
        }
        return c.text;
    }

    QString m_name;
    Ink m_ink;
    QColor m_fixed;
};

} // namespace

QImage iconImage(const QString& name, const QColor& colour, int side)
{
    registerIcons();
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return image;
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(drawing);
    QPainter painter(&image);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    return image;
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int side)
{
    const QString key = QStringLiteral("lamina/%1/%2/%3").arg(name, colour.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(iconImage(name, colour, side));
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QIcon icon(const QString& name)
{
    registerIcons();
    return QIcon(new StrokeIconEngine(name, Ink::Text, {}));
}

QIcon icon(const QString& name, const QColor& colour)
{
    registerIcons();
    return QIcon(new StrokeIconEngine(name, Ink::Fixed, colour));
}

QIcon iconOnAccent(const QString& name)
{
    registerIcons();
    return QIcon(new StrokeIconEngine(name, Ink::OnAccent, {}));
}

QString familyIcon(Family family)
{
    static constexpr std::array<const char*, 11> names{
        "layer-input",         "layer-linear",     "layer-convolution",    "layer-pooling",
        "layer-normalisation", "layer-activation", "layer-regularisation", "layer-shape",
        "layer-joining",       "layer-recurrent",  "layer-augmentation"};
    return QString::fromLatin1(names[static_cast<std::size_t>(family)]);
}

} // namespace lamina
