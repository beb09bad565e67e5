#include "widgets/designer/layer_legend.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <functional>

namespace lamina {

namespace {
constexpr double swatch = 12, lineHeight = 22, betweenEntries = 20;

// Calls `place` for each kind with the upper left of its entry; returns the height.
double arrange(
    const LayerKinds& kinds, double width,
    const std::function<void(const LayerKind&, const QString& name, const QString& count, QPointF)>& place)
{
    const QFontMetricsF metrics(Theme::instance().font(Theme::Small));
    QPointF at;
    for (const auto& [kind, number] : kinds) {
        const QString name = kind.name(), count = number::full(number);
        const double wide =
            swatch + 6 + metrics.horizontalAdvance(name) + 6 + metrics.horizontalAdvance(count);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + lineHeight};
        if (place)
            place(kind, name, count, at);
        at.rx() += wide + betweenEntries;
    }
    return kinds.empty() ? 0 : at.y() + lineHeight;
}
} // namespace

double legendHeight(const LayerKinds& kinds, double width)
{
    return arrange(kinds, width, {});
}

void paintLegend(QPainter& painter, const LayerKinds& kinds, double width)
{
    const ThemeColours& colours = Theme::instance().colours();
    const QFont font = Theme::instance().font(Theme::Small);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    arrange(kinds, width, [&](const LayerKind& kind, const QString& name, const QString& count, QPointF at) {
        const QColor hue = kind.colour();
        painter.setPen(QPen(mixed(hue, colours.dark ? colours.window : colours.text, 0.45), 1));
        painter.setBrush(hue);
        painter.drawRect(
            QRectF(at + QPointF(0.5, (lineHeight - swatch) / 2), QSizeF(swatch - 1, swatch - 1)));
        const double base = at.y() + (lineHeight + metrics.ascent() - metrics.descent()) / 2;
        const double x = at.x() + swatch + 6;
        painter.setPen(colours.text);
        painter.drawText(QPointF(x, base), name);
        painter.setPen(colours.muted);
        painter.drawText(QPointF(x + metrics.horizontalAdvance(name) + 6, base), count);
    });
}

LayerLegend::LayerLegend(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void LayerLegend::setKinds(const LayerKinds& kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    retranslate();
    updateGeometry();
    update();
}

int LayerLegend::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(legendHeight(m_kinds, width)));
}

QSize LayerLegend::sizeHint() const
{
    return {240, heightForWidth(std::max(240, width()))};
}

void LayerLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLegend(painter, m_kinds, width());
}

void LayerLegend::retranslate()
{
    QStringList parts;
    for (const auto& [kind, number] : m_kinds)
        parts += QStringLiteral("%1 %2").arg(kind.name(), number::full(number));
    setAccessibleName(tr("Kinds of layers"));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    setToolTip(tr("What the colours stand for, and how many layers there are of each"));
}

void LayerLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateGeometry();
        update();
    }
}

} // namespace lamina
