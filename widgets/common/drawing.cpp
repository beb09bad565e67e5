#include "widgets/common/drawing.h"

#include <QPaintDevice>
#include <QPaintEngine>

namespace lamina {

// Keeps each thing that is painted. Pixmaps are kept as images: other threads may not touch pixmaps.
class DrawingEngine final : public QPaintEngine {
public:
    DrawingEngine() : QPaintEngine(AllFeatures) { }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override
    {
        const QPaintEngine::DirtyFlags dirty = now.state();
        if (dirty & DirtyTransform)
            add([transform = now.transform()](QPainter& painter, const QTransform& base) {
                painter.setWorldTransform(transform * base);
            });
        if (dirty & DirtyPen)
            add([pen = now.pen()](QPainter& painter, auto&) { painter.setPen(pen); });
        if (dirty & DirtyBrush)
            add([brush = now.brush()](QPainter& painter, auto&) { painter.setBrush(brush); });
        if (dirty & DirtyBrushOrigin)
            add([origin = now.brushOrigin()](QPainter& painter, auto&) { painter.setBrushOrigin(origin); });
        if (dirty & DirtyFont)
            add([font = now.font()](QPainter& painter, auto&) { painter.setFont(font); });
        if (dirty & (DirtyBackground | DirtyBackgroundMode))
            add([brush = now.backgroundBrush(), mode = now.backgroundMode()](QPainter& painter, auto&) {
                painter.setBackground(brush);
                painter.setBackgroundMode(mode);
            });
        if (dirty & DirtyHints)
            add([hints = now.renderHints()](QPainter& painter, auto&) {
                painter.setRenderHints(~QPainter::RenderHints(), false);
                painter.setRenderHints(hints);
            });
        if (dirty & DirtyCompositionMode)
            add([mode = now.compositionMode()](QPainter& painter, auto&) {
                painter.setCompositionMode(mode);
            });
        if (dirty & DirtyOpacity)
            add([opacity = now.opacity()](QPainter& painter, auto&) { painter.setOpacity(opacity); });
        if (dirty & DirtyClipPath)
            add([path = now.clipPath(), how = now.clipOperation()](QPainter& painter, auto&) {
                painter.setClipPath(path, how);
            });
        if (dirty & DirtyClipRegion)
            add([region = now.clipRegion(), how = now.clipOperation()](QPainter& painter, auto&) {
                painter.setClipRegion(region, how);
            });
        if (dirty & DirtyClipEnabled)
            add([enabled = now.isClipEnabled()](QPainter& painter, auto&) { painter.setClipping(enabled); });
    }

    void drawPath(const QPainterPath& path) override
    {
        add([path](QPainter& painter, auto&) { painter.drawPath(path); });
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPolygonF polygon(QList<QPointF>(points, points + count));
        add([polygon, mode](QPainter& painter, auto&) {
            if (mode == PolylineMode)
                painter.drawPolyline(polygon);
            else
                painter.drawPolygon(polygon, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        });
    }

    void drawRects(const QRectF* rects, int count) override
    {
        const QList<QRectF> kept(rects, rects + count);
        add([kept](QPainter& painter, auto&) { painter.drawRects(kept); });
    }

    void drawLines(const QLineF* lines, int count) override
    {
        const QList<QLineF> kept(lines, lines + count);
        add([kept](QPainter& painter, auto&) { painter.drawLines(kept); });
    }

    void drawEllipse(const QRectF& rect) override
    {
        add([rect](QPainter& painter, auto&) { painter.drawEllipse(rect); });
    }

    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override
    {
        keepImage(place, pixmap.toImage(), part);
    }

    void drawImage(const QRectF& place, const QImage& image, const QRectF& part,
                   Qt::ImageConversionFlags) override
    {
        keepImage(place, image, part);
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const bool leftward = item.renderFlags() & QTextItem::RightToLeft;
        add([at, font = item.font(), text = item.text(), leftward](QPainter& painter, auto&) {
            painter.setLayoutDirection(leftward ? Qt::RightToLeft : Qt::LeftToRight);
            painter.setFont(font);
            painter.drawText(at, text);
        });
    }

    std::vector<Drawing::Step> take() { return std::move(m_steps); }

private:
    void add(Drawing::Step step) { m_steps.push_back(std::move(step)); }
    void keepImage(const QRectF& place, const QImage& image, const QRectF& part)
    {
        add([place, image, part](QPainter& painter, auto&) { painter.drawImage(place, image, part); });
    }

    std::vector<Drawing::Step> m_steps;
};

namespace {
// As an image of that size would be, but without its pixels.
class DrawingDevice final : public QPaintDevice {
public:
    explicit DrawingDevice(QSize size) : m_size(size) { }
    DrawingEngine& engine() { return m_engine; }
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric which) const override
    {
        constexpr int dots = 96; // an inch, as an image has them
        switch (which) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return qRound(m_size.width() * 25.4 / dots);
        case PdmHeightMM:
            return qRound(m_size.height() * 25.4 / dots);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dots;
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 1 << 24;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(which);
        }
    }

private:
    QSize m_size;
    mutable DrawingEngine m_engine;
};
} // namespace

Drawing::Drawing(QSize size, const std::function<void(QPainter&)>& paint)
{
    DrawingDevice device(size);
    QPainter painter(&device);
    paint(painter);
    painter.end();
    m_steps = std::make_shared<const std::vector<Step>>(device.engine().take());
}

bool Drawing::draw(QPainter& painter, const DrawingGoesOn& goesOn) const
{
    if (!m_steps)
        return true;
    painter.save();
    const QTransform base = painter.worldTransform();
    bool on = true;
    for (const Step& step : *m_steps) {
        on = !goesOn || goesOn();
        if (!on)
            break;
        step(painter, base);
    }
    painter.restore();
    return on;
}

} // namespace lamina
