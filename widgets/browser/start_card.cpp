#include "widgets/browser/start_card.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace lamina {
namespace {

constexpr int cardWidth = 196;
constexpr int pictureHeight = 100;
constexpr int textHeight = 104; // a title, three lines, and what it costs
constexpr int cardMargin = 12;

} // namespace

StartCard::StartCard(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(cardWidth);
}

void StartCard::setWords(const QString& title, const QString& line, const QString& facts, bool fits)
{
    setText(title);
    m_line = line;
    m_facts = facts;
    m_fits = fits;
    setAccessibleName(title);
    setAccessibleDescription(line + QLatin1Char(' ') + facts);
    setToolTip(line);
    update();
}

void StartCard::setModel(const ModelSpec& model)
{
    m_picture = ModelPicture(model, QSizeF(cardWidth - 2 * cardMargin, pictureHeight - 2 * cardMargin));
    update();
}

void StartCard::setSymbol(const QString& iconName)
{
    m_symbol = iconName;
    update();
}

QSize StartCard::sizeHint() const
{
    return {cardWidth, pictureHeight + textHeight};
}

void StartCard::enterEvent(QEnterEvent*)
{
    update();
}

void StartCard::leaveEvent(QEvent*)
{
    update();
}

void StartCard::mouseDoubleClickEvent(QMouseEvent* event)
{
    QAbstractButton::mouseDoubleClickEvent(event);
    emit activated();
}

void StartCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const ThemeColours& c = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    painter.fillPath(shape, isChecked() ? c.selection : c.raised);
    const QRect picture(cardMargin, cardMargin, width() - 2 * cardMargin, pictureHeight - 2 * cardMargin);
    painter.setOpacity(m_fits ? 1 : 0.4);
    m_picture.paint(painter, picture);
    if (!m_symbol.isEmpty()) {
        QRect square(0, 0, 40, 40);
        square.moveCenter(picture.center());
        lamina::icon(m_symbol, c.muted).paint(&painter, square);
    }
    painter.setOpacity(1);

    const int room = width() - 2 * cardMargin;
    painter.setPen(m_fits ? c.text : c.muted);
    painter.setFont(theme.font(Theme::Body, true));
    painter.drawText(QRect(cardMargin, pictureHeight, room, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    painter.setPen(c.muted);
    painter.setFont(theme.font(Theme::Small));
    painter.drawText(QRect(cardMargin, pictureHeight + 22, room, 52),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_line);
    painter.drawText(QRect(cardMargin, height() - 24, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_facts, Qt::ElideRight, room));

    const bool strong = isChecked() || hasFocus() || underMouse();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(strong ? c.accent : c.line, isChecked() || hasFocus() ? 2 : 1));
    painter.drawPath(shape);
}

} // namespace lamina
