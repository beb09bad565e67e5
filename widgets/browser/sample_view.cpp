#include "widgets/browser/sample_view.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMaximumSize(420, 420);
}

void PictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    m_pointed = {-1, -1};
    updateGeometry();
    update();
}

int PictureView::heightForWidth(int width) const
{
    if (m_picture.isNull())
        return width;
    return std::clamp(width * m_picture.height() / std::max(m_picture.width(), 1), 60, 420);
}

// Whole pixels where the picture is small, so that none looks wider than its neighbour.
QRect PictureView::pictureRect() const
{
    QSize size = m_picture.size().scaled(this->size(), Qt::KeepAspectRatio);
    if (m_picture.width() > 0 && size.width() >= m_picture.width()) {
        const int scale = size.width() / m_picture.width();
        size = m_picture.size() * scale;
    }
    QRect place(QPoint(), size);
    place.moveCenter(rect().center());
    return place;
}

void PictureView::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    if (m_picture.isNull()) {
        painter.fillRect(rect(), mixed(c.surface, c.line, 0.4));
        return;
    }
    const QRect place = pictureRect();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_picture.width() > place.width());
    painter.drawImage(place, m_picture);
    if (m_pointed.x() >= 0) {
        const double step = static_cast<double>(place.width()) / m_picture.width();
        painter.setPen(QPen(c.accent, 2));
        painter.drawRect(
            QRectF(place.left() + m_pointed.x() * step, place.top() + m_pointed.y() * step, step, step));
    }
}

void PictureView::mouseMoveEvent(QMouseEvent* event)
{
    const QRect place = pictureRect();
    QPoint pixel(-1, -1);
    if (!m_picture.isNull() && place.contains(event->position().toPoint())) {
        pixel.setX(
            static_cast<int>((event->position().x() - place.left()) * m_picture.width() / place.width()));
        pixel.setY(
            static_cast<int>((event->position().y() - place.top()) * m_picture.height() / place.height()));
    }
    if (pixel == m_pointed)
        return;
    m_pointed = pixel;
    update();
    emit pixelPointed(pixel.x(), pixel.y());
}

void PictureView::leaveEvent(QEvent*)
{
    m_pointed = {-1, -1};
    update();
    emit pixelPointed(-1, -1);
}

SampleView::SampleView(QWidget* parent)
    : QWidget(parent), m_picture(new PictureView(this)), m_label(new QLabel(this)), m_pixel(new QLabel(this)),
      m_hint(new QLabel(this)), m_facts(new QWidget(this))
{
    m_label->setProperty("role", "page");
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pixel->setProperty("role", "muted");
    m_pixel->setWordWrap(true);
    m_hint->setProperty("role", "muted");
    m_hint->setWordWrap(true);
    auto* facts = new QGridLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    for (int i = 0; i < 4; ++i) {
        m_names[i] = new QLabel(m_facts);
        m_names[i]->setProperty("role", "muted");
        m_values[i] = new QLabel(m_facts);
        m_values[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_values[i]->setWordWrap(true);
        facts->addWidget(m_names[i], i, 0, Qt::AlignTop);
        facts->addWidget(m_values[i], i, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_hint);
    layout->addWidget(m_picture);
    layout->addWidget(m_pixel);
    layout->addWidget(m_label);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    connect(m_picture, &PictureView::pixelPointed, this, &SampleView::showPixel);
    setSample({});
}

void SampleView::setSample(const Sample& sample)
{
    m_sample = sample;
    const bool chosen = sample.index >= 0;
    m_hint->setVisible(!chosen);
    m_picture->setVisible(chosen && !sample.picture.isNull());
    m_pixel->setVisible(chosen && !sample.picture.isNull());
    m_label->setVisible(chosen && !sample.label.isEmpty());
    m_facts->setVisible(chosen);
    m_picture->setPicture(sample.picture);
    m_label->setText(sample.label);
    retranslate();
    showPixel(-1, -1);
}

QString SampleView::pointedText() const
{
    return m_pixel->text();
}

void SampleView::retranslate()
{
    m_hint->setText(tr("Choose a sample to look at it closely."));
    m_picture->setAccessibleName(tr("The chosen sample's picture"));
    const QString names[] = {tr("Sample"), tr("Shape"), tr("Values"), tr("Mean")};
    QString sample = number::full(m_sample.index);
    if (!m_sample.name.isEmpty() && m_sample.name != QString::number(m_sample.index))
        sample += QStringLiteral(" · ") + m_sample.name;
    const QString values[] = {sample, m_sample.shape,
                              tr("%1 to %2").arg(number::loss(m_sample.low), number::loss(m_sample.high)),
                              number::loss(m_sample.mean)};
    for (int i = 0; i < 4; ++i) {
        m_names[i]->setText(names[i]);
        m_values[i]->setText(values[i]);
    }
}

void SampleView::showPixel(int x, int y)
{
    if (x < 0 || m_sample.picture.isNull()) {
        m_pixel->setText(tr("Point at the picture to read its values."));
        return;
    }
    const auto channels = static_cast<std::size_t>(m_sample.channels);
    const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_sample.picture.width())
                            + static_cast<std::size_t>(x))
        * channels;
    QStringList values;
    for (std::size_t i = at; i < at + channels && i < m_sample.values.size(); ++i)
        values << QString::number(m_sample.values[i], 'g', 4);
    m_pixel->setText(tr("Row %1, column %2: %3").arg(y).arg(x).arg(values.join(QStringLiteral(", "))));
}

void SampleView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showPixel(-1, -1);
    }
    QWidget::changeEvent(event);
}

} // namespace lamina
