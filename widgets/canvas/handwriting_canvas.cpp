#include "widgets/canvas/handwriting_canvas.h"

#include "widgets/common/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTabletEvent>
#include <QTouchEvent>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
// The paper is light in both themes, as paper is; a little dimmed where all around is dark.
QColor paperColour()
{
    return Theme::instance().isDark() ? QColor(0xE9, 0xEC, 0xEF) : QColor(0xFF, 0xFF, 0xFF);
}
const QColor inkColour(0x16, 0x1A, 0x1E);
const QColor hintColour(0x6B, 0x74, 0x7D);

// The ink of a part of the drawing in its colour, transparent where the paper is bare.
QImage coloured(const QImage& ink, const QRect& part)
{
    QImage image(part.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < part.height(); ++y) {
        const uchar* from = ink.constScanLine(part.y() + y) + part.x();
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < part.width(); ++x)
            to[x] = qPremultiply(qRgba(inkColour.red(), inkColour.green(), inkColour.blue(), from[x]));
    }
    return image;
}
} // namespace

HandwritingCanvas::HandwritingCanvas(QWidget* parent)
    : QWidget(parent), m_ink(side, side, QImage::Format_Grayscale8)
{
    m_ink.fill(0);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAcceptDrops(true);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Drawing paper"));
    setAccessibleDescription(
        tr("Draw with mouse, pen or finger. Control Z takes the last stroke back, Delete clears."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

bool HandwritingCanvas::isEmpty() const
{
    return m_present.strokes.empty() && m_present.picture.isNull();
}

void HandwritingCanvas::setDrawable(bool drawable)
{
    m_drawable = drawable;
    setCursor(drawable ? Qt::CrossCursor : Qt::ArrowCursor);
}

void HandwritingCanvas::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void HandwritingCanvas::showPicture(const QImage& picture)
{
    m_past.push_back(m_present);
    m_future.clear();
    become({{}, picture});
}

void HandwritingCanvas::clear()
{
    if (isEmpty())
        return;
    m_past.push_back(m_present);
    m_future.clear();
    become({});
}

void HandwritingCanvas::undo()
{
    if (m_past.empty() || m_stroke)
        return;
    m_future.push_back(m_present);
    Drawing before = std::move(m_past.back());
    m_past.pop_back();
    become(std::move(before));
}

void HandwritingCanvas::redo()
{
    if (m_future.empty() || m_stroke)
        return;
    m_past.push_back(m_present);
    Drawing after = std::move(m_future.back());
    m_future.pop_back();
    become(std::move(after));
}

void HandwritingCanvas::become(Drawing drawing)
{
    m_stroke.reset();
    m_present = std::move(drawing);
    m_ink.fill(0);
    const StrokePainter painter(m_ink);
    for (const StrokePtr& stroke : m_present.strokes)
        painter.draw(*stroke);
    update();
    emit historyChanged();
    emit changed();
}

QRectF HandwritingCanvas::paper() const
{
    const double length = std::max(1, std::min(width(), height()) - 4); // room for the focus ring
    return {(width() - length) / 2, (height() - length) / 2, length, length};
}

void HandwritingCanvas::begin(const QPointF& position, double pressure, bool erases)
{
    if (!m_drawable)
        return;
    if (m_stroke)
        finish();
    m_past.push_back(m_present);
    m_future.clear();
    if (!m_present.picture.isNull()) {
        m_present = {};
        update();
    }
    if (m_present.strokes.empty())
        update(); // the hint goes
    m_stroke = std::make_shared<Stroke>();
    m_stroke->width = m_penWidth;
    m_stroke->erases = erases;
    m_present.strokes.push_back(m_stroke);
    extend(position, pressure);
    emit historyChanged();
}

void HandwritingCanvas::extend(const QPointF& position, double pressure)
{
    if (!m_stroke)
        return;
    const QRectF area = paper();
    const QPointF at((position.x() - area.x()) / area.width(), (position.y() - area.y()) / area.height());
    auto& points = m_stroke->points;
    if (!points.empty()) {
        const QPointF step = at - points.back().at;
        if (std::hypot(step.x(), step.y()) < 1.0 / side) // less than a pixel: no curve to be seen
            return;
    }
    points.push_back({at, pressure});
    inkChanged(StrokePainter(m_ink).drawNewest(*m_stroke));
}

void HandwritingCanvas::finish()
{
    if (!m_stroke)
        return;
    const QRect pixels = StrokePainter(m_ink).drawEnd(*m_stroke);
    m_stroke.reset(); // from now on it never changes
    inkChanged(pixels);
}

void HandwritingCanvas::inkChanged(const QRect& pixels)
{
    if (pixels.isEmpty())
        return;
    const QRectF area = paper();
    const double scale = area.width() / side;
    update(QRectF(area.topLeft() + QPointF(pixels.topLeft()) * scale, QSizeF(pixels.size()) * scale)
               .adjusted(-2, -2, 2, 2)
               .toAlignedRect());
    emit changed();
}

void HandwritingCanvas::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const ThemeColours& colours = Theme::instance().colours();
    const QRectF area = paper();
    QPainterPath sheet;
    sheet.addRoundedRect(area, Theme::radius, Theme::radius);
    painter.fillPath(sheet, paperColour());

    painter.save();
    painter.setClipPath(sheet);
    if (!m_present.picture.isNull()) {
        const QSizeF size = QSizeF(m_present.picture.size()).scaled(area.size(), Qt::KeepAspectRatio);
        const QRectF target(area.center() - QPointF(size.width(), size.height()) / 2, size);
        painter.drawImage(target, m_present.picture);
    } else if (m_present.strokes.empty()) {
        QFont body = font();
        body.setPixelSize(Theme::Section);
        painter.setFont(body);
        painter.setPen(hintColour);
        painter.drawText(area.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    } else {
        // Only what lies under the changed part of the widget, so that a stroke costs little.
        const double scale = side / area.width();
        const QRectF wanted = QRectF(event->rect()).intersected(area);
        const QRect part = QRectF((wanted.topLeft() - area.topLeft()) * scale, wanted.size() * scale)
                               .adjusted(-2, -2, 2, 2)
                               .toAlignedRect()
                               .intersected(m_ink.rect());
        if (!part.isEmpty())
            painter.drawImage(
                QRectF(area.topLeft() + QPointF(part.topLeft()) / scale, QSizeF(part.size()) / scale),
                coloured(m_ink, part));
    }
    painter.restore();

    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(sheet);
}

void HandwritingCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_penIsDown)
        begin(event->position(), 1, false);
}

void HandwritingCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && !m_penIsDown)
        extend(event->position(), 1);
}

void HandwritingCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_penIsDown) {
        extend(event->position(), 1);
        finish();
    }
}

void HandwritingCanvas::tabletEvent(QTabletEvent* event)
{
    switch (event->type()) {
    case QEvent::TabletPress:
        setFocus(Qt::MouseFocusReason);
        m_penIsDown = true;
        begin(event->position(), event->pressure(),
              event->pointerType() == QPointingDevice::PointerType::Eraser);
        break;
    case QEvent::TabletMove:
        if (m_penIsDown)
            extend(event->position(), event->pressure());
        break;
    case QEvent::TabletRelease:
        finish();
        m_penIsDown = false;
        break;
    default:
        break;
    }
    event->accept();
}

bool HandwritingCanvas::touch(QTouchEvent* event)
{
    if (event->points().isEmpty())
        return false;
    const QEventPoint& finger = event->points().first(); // a resting palm comes second
    switch (event->type()) {
    case QEvent::TouchBegin:
        setFocus(Qt::MouseFocusReason);
        begin(finger.position(), 1, false);
        break;
    case QEvent::TouchUpdate:
        extend(finger.position(), 1);
        break;
    default:
        finish();
    }
    event->accept();
    return true;
}

bool HandwritingCanvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent*>(event));
    case QEvent::ShortcutOverride: {
        // Undo means the stroke while the paper has the focus, not the window's last edit.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || key->key() == Qt::Key_Delete)
            key->accept();
        break;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void HandwritingCanvas::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        clear();
    else
        QWidget::keyPressEvent(event);
}

void HandwritingCanvas::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void HandwritingCanvas::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    emit pictureDropped(urls.first().toLocalFile());
}

} // namespace lamina
