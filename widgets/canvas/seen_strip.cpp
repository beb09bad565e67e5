#include "widgets/canvas/seen_strip.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace lamina {

SeenStrip::SeenStrip(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("What the network sees"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void SeenStrip::setStages(std::vector<SeenStage> stages)
{
    m_stages = std::move(stages);
    QStringList captions;
    for (const SeenStage& stage : m_stages)
        captions << stage.caption;
    setAccessibleDescription(captions.join(" → "));
    update();
}

void SeenStrip::setLargest(int side)
{
    m_largest = side;
    update();
}

void SeenStrip::paintEvent(QPaintEvent*)
{
    if (m_stages.empty())
        return;
    QPainter painter(this);
    const ThemeColours& colours = Theme::instance().colours();
    QFont small = font();
    small.setPixelSize(Theme::Small);
    painter.setFont(small);
    const int caption = painter.fontMetrics().height() + 4;
    const int gap = 5 * Theme::unit;
    const int count = static_cast<int>(m_stages.size());
    const int cell = std::min({height() - caption, (width() - gap * (count - 1)) / count, m_largest});
    const int total = cell * count + gap * (count - 1);
    int left = (width() - total) / 2;

    for (int i = 0; i < count; ++i, left += cell + gap) {
        const SeenStage& stage = m_stages[static_cast<std::size_t>(i)];
        const QRect frame(left, 0, cell, cell);
        painter.fillRect(frame, Qt::black);
        if (!stage.image.isNull()) {
            // A small picture by whole factors, each of its pixels a square; a larger one fitted.
            const double ratio = devicePixelRatioF();
            const int longest = std::max(stage.image.width(), stage.image.height());
            const int pixels = static_cast<int>(cell * ratio);
            double scale = static_cast<double>(pixels) / longest;
            const bool crisp = scale >= 1;
            if (crisp)
                scale = static_cast<int>(scale);
            const QSizeF size = QSizeF(stage.image.size()) * scale / ratio;
            painter.setRenderHint(QPainter::SmoothPixmapTransform, !crisp);
            QPointF corner = QRectF(frame).center() - QPointF(size.width(), size.height()) / 2;
            corner = {qRound(corner.x() * ratio) / ratio, qRound(corner.y() * ratio) / ratio};
            painter.drawImage(QRectF(corner, size), stage.image);
        }
        painter.setPen(QPen(colours.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.adjusted(0, 0, -1, -1));
        painter.setPen(colours.muted);
        painter.drawText(QRect(left - gap / 2, cell, cell + gap, caption), Qt::AlignHCenter | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(stage.caption, Qt::ElideRight, cell + gap));
        if (i + 1 < count) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours.muted, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF tip(left + cell + gap / 2.0 + 8, cell / 2.0);
            painter.drawLine(tip - QPointF(16, 0), tip);
            painter.drawLine(tip - QPointF(5, 5), tip);
            painter.drawLine(tip - QPointF(5, -5), tip);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

} // namespace lamina
