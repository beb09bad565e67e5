#include "widgets/canvas/probability_bars.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lamina {

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Probabilities"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void ProbabilityBars::setNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    updateGeometry();
    update();
}

void ProbabilityBars::setProbabilities(std::span<const float> probabilities)
{
    m_probabilities.assign(probabilities.begin(), probabilities.end());
    m_best = m_probabilities.empty()
        ? -1
        : static_cast<int>(std::max_element(m_probabilities.begin(), m_probabilities.end())
                           - m_probabilities.begin());
    setAccessibleDescription(m_best < 0 ? tr("No answer") : inWords(3));
    update();
}

QString ProbabilityBars::className(int index) const
{
    return index < m_names.size() ? m_names[index] : QString::number(index);
}

std::vector<int> ProbabilityBars::likeliestFirst() const
{
    std::vector<int> order(m_probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return m_probabilities[static_cast<std::size_t>(a)] > m_probabilities[static_cast<std::size_t>(b)];
    });
    return order;
}

QString ProbabilityBars::inWords(int classes) const
{
    QStringList parts;
    for (const int index : likeliestFirst()) {
        if (parts.size() == classes)
            break;
        parts << tr("%1: %2").arg(
            className(index),
            number::percent(static_cast<double>(m_probabilities[static_cast<std::size_t>(index)])));
    }
    return parts.join(", ");
}

QSize ProbabilityBars::sizeHint() const
{
    const int rows = std::clamp(static_cast<int>(m_names.size()), 2, mostRows);
    return {320, rows * 28};
}

QSize ProbabilityBars::minimumSizeHint() const
{
    const int rows = std::clamp(static_cast<int>(m_names.size()), 2, mostRows);
    return {180, rows * 18};
}

void ProbabilityBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours& colours = Theme::instance().colours();

    const int classes = std::max(static_cast<int>(m_names.size()), static_cast<int>(m_probabilities.size()));
    std::vector<int> shown(static_cast<std::size_t>(std::min(classes, mostRows)));
    std::iota(shown.begin(), shown.end(), 0);
    if (classes > mostRows && m_best >= 0) {
        const std::vector<int> order = likeliestFirst();
        std::copy_n(order.begin(), shown.size(), shown.begin());
    }
    if (shown.empty())
        return;

    QFont plain = font();
    plain.setPixelSize(Theme::Body);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    int names = metrics.horizontalAdvance("0");
    for (const int index : shown)
        names = std::max(names, metrics.horizontalAdvance(className(index)));
    names = std::min(names, width() / 3);
    const int percents = metrics.horizontalAdvance(number::percent(1.0) + "0");
    const double row = std::min(28.0, static_cast<double>(height()) / static_cast<double>(shown.size()));
    const double thick = std::min(14.0, row - 6);
    const double left = names + 1.5 * Theme::unit;
    const double room = std::max(0.0, width() - left - percents - Theme::unit);

    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int index = shown[i];
        const double top = row * static_cast<double>(i);
        const bool isBest = index == m_best;
        painter.setFont(isBest ? strong : plain);
        painter.setPen(isBest || m_best < 0 ? colours.text : colours.muted);
        painter.drawText(QRectF(0, top, names, row), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(className(index), Qt::ElideMiddle, names));
        const QRectF track(left, top + (row - thick) / 2, room, thick);
        painter.setPen(Qt::NoPen);
        QColor empty = colours.line;
        empty.setAlphaF(0.45F);
        painter.setBrush(empty);
        painter.drawRoundedRect(track, 3, 3);
        if (m_best < 0 || index >= static_cast<int>(m_probabilities.size()))
            continue;
        const double probability =
            std::clamp(static_cast<double>(m_probabilities[static_cast<std::size_t>(index)]), 0.0, 1.0);
        QColor bar = colours.training;
        if (!isBest)
            bar.setAlphaF(0.45F);
        painter.setBrush(bar);
        if (probability * room >= 1)
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(3.0, probability * room), thick)),
                                    3, 3);
        painter.setPen(isBest ? colours.text : colours.muted);
        painter.drawText(QRectF(width() - percents, top, percents, row), Qt::AlignRight | Qt::AlignVCenter,
                         number::percent(probability));
    }
}

} // namespace lamina
