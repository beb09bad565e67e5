#include "widgets/common/pair_bar.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace lamina {

PairBar::PairBar(QWidget* first, QWidget* second, QWidget* parent)
    : QWidget(parent), m_first(first), m_second(second), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_first, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    m_layout->addWidget(m_second, 0, Qt::AlignRight);
}

QSize PairBar::minimumSizeHint() const
{
    const QSize first = m_first->minimumSizeHint();
    const QSize second = m_second->minimumSizeHint();
    return {std::max(first.width(), second.width()),
            isStacked() ? first.height() + second.height() : std::max(first.height(), second.height())};
}

bool PairBar::isStacked() const
{
    return m_layout->direction() == QBoxLayout::TopToBottom;
}

bool PairBar::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

void PairBar::arrange()
{
    const bool fits = m_first->sizeHint().width() + m_second->sizeHint().width() <= width();
    const QBoxLayout::Direction wanted = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() == wanted)
        return;
    m_layout->setDirection(wanted);
    updateGeometry();
}

} // namespace lamina
