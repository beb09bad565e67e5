#include "widgets/designer/activation_popup.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/designer/activation_painter.h"
#include "widgets/designer/layer_node.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lamina {

class ActivationPopup::Canvas final : public QWidget {
public:
    using QWidget::QWidget;
    std::shared_ptr<const ActivationPicture> picture;

    QSize sizeHint() const override { return {400, 320}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (picture)
            paintActivation(painter, rect(), *picture);
    }
};

ActivationPopup::ActivationPopup(const QString& layer, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_layer(layer), m_title(new QLabel(layer, this)), m_shape(new QLabel(this)),
      m_more(new QLabel(this)), m_canvas(new Canvas(this)), m_facts(new QGridLayout)
{
    setObjectName(QStringLiteral("activationPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 12, 2 * Theme::unit, 12);
    layout->setSpacing(Theme::unit);
    m_title->setProperty("role", QStringLiteral("section"));
    m_title->setTextFormat(Qt::PlainText);
    m_shape->setProperty("role", QStringLiteral("muted"));
    m_more->setProperty("role", QStringLiteral("muted"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_shape);
    layout->addLayout(head);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_more);
    m_facts->setHorizontalSpacing(3 * Theme::unit);
    m_facts->setVerticalSpacing(2);
    for (int column = 0; column < 5; ++column) {
        auto* name = new QLabel(this);
        name->setProperty("role", QStringLiteral("mutedSmall"));
        m_facts->addWidget(name, 0, column);
        m_facts->addWidget(new QLabel(this), 1, column);
    }
    m_facts->setColumnStretch(5, 1);
    layout->addLayout(m_facts);
    connect(&Theme::instance(), &Theme::changed, m_canvas, QOverload<>::of(&QWidget::update));
    tell();
}

void ActivationPopup::setPicture(std::shared_ptr<const ActivationPicture> picture)
{
    m_picture = std::move(picture);
    m_canvas->picture = m_picture;
    m_canvas->update();
    tell();
}

void ActivationPopup::tell()
{
    const auto fact = [this](int column, const QString& name, const QString& value) {
        auto* title = static_cast<QLabel*>(m_facts->itemAtPosition(0, column)->widget());
        auto* text = static_cast<QLabel*>(m_facts->itemAtPosition(1, column)->widget());
        title->setText(name);
        text->setText(value);
        text->setAccessibleName(name);
        title->setVisible(!value.isEmpty());
        text->setVisible(!value.isEmpty());
    };
    const ActivationPicture none;
    const ActivationPicture& its = m_picture ? *m_picture : none;
    const bool finite = its.notFinite < its.count;
    const auto figure = [finite](double value) { return finite ? number::loss(value) : QString(); };
    fact(0, tr("Least"), figure(static_cast<double>(its.low)));
    fact(1, tr("Greatest"), figure(static_cast<double>(its.high)));
    fact(2, tr("Mean"), figure(its.mean));
    fact(3, tr("Zeros"),
         finite ? number::percent(static_cast<double>(its.zeros) / static_cast<double>(its.count))
                : QString());
    fact(4, tr("Not finite"), its.notFinite > 0 ? number::full(its.notFinite) : QString());
    m_shape->setText(m_picture ? LayerNode::shapeText(its.shape) : QString());
    const ActivationCaption caption = captionOf(its);
    const QString more = its.likeliest >= 0 ? caption.main : caption.more;
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleName(tr("What %1 gives").arg(m_layer));
    const QString spoken = m_picture ? spokenText(its) : QString();
    setAccessibleDescription(spoken);
    m_canvas->setAccessibleName(spoken);
}

void ActivationPopup::showBeside(const QRect& pressed)
{
    adjustSize();
    const QRect room = screen()->availableGeometry().adjusted(8, 8, -8, -8);
    const bool right = pressed.right() + 8 + width() <= room.right();
    const int x = right ? pressed.right() + 8 : pressed.left() - 8 - width();
    move(std::clamp(x, room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(pressed.center().y() - height() / 2, room.top(),
                    std::max(room.top(), room.bottom() - height())));
    show();
}

void ActivationPopup::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tell();
}

} // namespace lamina
