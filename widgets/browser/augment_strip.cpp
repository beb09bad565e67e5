#include "widgets/browser/augment_strip.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace lamina {

namespace {
constexpr int frameSide = 64;
}

AugmentStrip::AugmentStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
    retranslate();
}

void AugmentStrip::setPictures(std::vector<QImage> pictures)
{
    m_pictures = std::move(pictures);
    update();
}

QSize AugmentStrip::sizeHint() const
{
    return {6 * (frameSide + Theme::unit), frameSide + 4 * Theme::unit};
}

void AugmentStrip::paintEvent(QPaintEvent*)
{
    if (m_pictures.empty())
        return;
    QPainter painter(this);
    const ThemeColours& colours = Theme::instance().colours();
    painter.setFont(Theme::instance().font(Theme::Small));
    painter.setPen(colours.muted);
    constexpr int caption = 2 * Theme::unit;
    const int left = Theme::unit;
    const int changed = left + frameSide + 3 * Theme::unit; // a gap after the sample as it is
    painter.drawText(
        QRect(left, 0, frameSide + Theme::unit, caption), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(tr("As it is"), Qt::ElideRight, frameSide + Theme::unit));
    painter.drawText(QRect(changed, 0, width() - changed, caption), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("As the training may see it, epoch by epoch"));
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const int x = i == 0 ? left : changed + static_cast<int>(i - 1) * (frameSide + Theme::unit);
        if (x + frameSide > width())
            break;
        const QRect frame(x, caption + 4, frameSide, frameSide);
        const QImage& picture = m_pictures[i];
        painter.fillRect(frame, Qt::black);
        const QSize size = picture.size().scaled(frame.size(), Qt::KeepAspectRatio);
        QRect place(QPoint(), size);
        place.moveCenter(frame.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > frameSide);
        painter.drawImage(place, picture);
        painter.setPen(colours.line);
        painter.drawRect(frame.adjusted(0, 0, -1, -1));
    }
}

void AugmentStrip::retranslate()
{
    setAccessibleName(tr("The chosen sample, augmented"));
    setToolTip(
        tr("The sample chosen below, as it is and changed at random as the settings at the left say."));
    update();
}

void AugmentStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
