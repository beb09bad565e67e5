#include "widgets/browser/class_chart.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>

namespace lamina {
namespace {

constexpr int barStep = 22; // pixels from one bar to the next
constexpr int mostShown = 40; // more classes than this share the same height

} // namespace

ClassChart::ClassChart(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_bars(new QCPBars(m_plot->yAxis, m_plot->xAxis)),
      m_chosenBar(new QCPBars(m_plot->yAxis, m_plot->xAxis))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::TabFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->yAxis->setRangeReversed(true); // the first class stands on top
    m_plot->xAxis->setVisible(false);
    m_plot->xAxis2->setVisible(false);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft);
    m_plot->axisRect()->setMargins({0, 2, 2, 2});
    for (QCPBars* bars : {m_bars, m_chosenBar}) {
        bars->setWidth(0.72);
        bars->setSelectable(QCP::stNone);
    }
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    m_plot->setCursor(Qt::PointingHandCursor);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        restyle();
        redraw();
    });
    restyle();
    setCounts({}, {});
}

void ClassChart::setCounts(const QStringList& names, const std::vector<qint64>& counts)
{
    const bool sameHeight = counts.size() == m_counts.size();
    m_names = names;
    m_counts = counts;
    redraw();
    if (!sameHeight)
        updateGeometry();
}

void ClassChart::setChosen(int classIndex)
{
    if (classIndex == m_chosen)
        return;
    m_chosen = classIndex;
    redraw();
}

QSize ClassChart::sizeHint() const
{
    const int shown = std::clamp(static_cast<int>(m_counts.size()), 1, mostShown);
    return {180, shown * barStep + 4};
}

QSize ClassChart::minimumSizeHint() const
{
    return {156, std::min(sizeHint().height(), 10 * 14)};
}

void ClassChart::restyle()
{
    const ThemeColours& c = Theme::instance().colours();
    m_plot->setBackground(Qt::NoBrush);
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    QCPAxis* axis = m_plot->yAxis;
    axis->setTickLabelFont(Theme::instance().font(Theme::Small));
    axis->setTickLabelColor(c.text);
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelPadding(6);
    m_bars->setPen(Qt::NoPen);
    m_chosenBar->setPen(Qt::NoPen);
}

void ClassChart::redraw()
{
    const ThemeColours& c = Theme::instance().colours();
    m_bars->setBrush(m_chosen < 0 ? c.training : mixed(c.training, c.surface, 0.6));
    m_chosenBar->setBrush(c.training);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    QVector<double> keys;
    QVector<double> values;
    const QFontMetrics metrics(Theme::instance().font(Theme::Small));
    qint64 most = 1;
    m_plot->clearItems();
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const int at = static_cast<int>(i);
        const QString name = at < m_names.size() ? m_names.at(at) : QString::number(at);
        ticker->addTick(at, metrics.elidedText(name, Qt::ElideRight, 90));
        keys << at;
        values << static_cast<double>(m_counts[i]);
        most = std::max(most, m_counts[i]);
        auto* words = new QCPItemText(m_plot);
        words->position->setCoords(static_cast<double>(m_counts[i]), at);
        words->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        words->setText(number::count(m_counts[i]));
        words->setFont(Theme::instance().font(Theme::Small));
        words->setColor(c.muted);
        words->setPadding({5, 0, 0, 0});
        words->setSelectable(false);
    }
    m_bars->setData(keys, values);
    m_chosenBar->data()->clear();
    if (m_chosen >= 0 && m_chosen < static_cast<int>(m_counts.size()))
        m_chosenBar->addData(m_chosen, static_cast<double>(m_counts[static_cast<std::size_t>(m_chosen)]));
    m_plot->yAxis->setTicker(ticker);
    m_plot->yAxis->setRange(-0.5, std::max(static_cast<double>(m_counts.size()), 1.0) - 0.5);
    m_plot->xAxis->setRange(0, static_cast<double>(most) * 1.35); // room for the numbers
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    setAccessibleName(tr("Samples of each class"));
}

int ClassChart::classAt(const QPointF& position) const
{
    const int at = static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(position.y())));
    return at >= 0 && at < static_cast<int>(m_counts.size()) ? at : -1;
}

bool ClassChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseButtonRelease) {
        const int at = classAt(static_cast<QMouseEvent*>(event)->position());
        if (at >= 0)
            emit classClicked(at == m_chosen ? -1 : at);
    } else if (watched == m_plot && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = classAt(help->pos());
        if (at >= 0) {
            const QString name = at < m_names.size() ? m_names.at(at) : QString::number(at);
            QToolTip::showText(
                help->globalPos(),
                tr("%1: %2 samples").arg(name, number::full(m_counts[static_cast<std::size_t>(at)])));
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ClassChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_counts.size()) - 1;
    if (event->key() == Qt::Key_Down && m_chosen < last)
        emit classClicked(m_chosen + 1);
    else if (event->key() == Qt::Key_Up && m_chosen >= 0)
        emit classClicked(m_chosen - 1);
    else if (event->key() == Qt::Key_Escape && m_chosen >= 0)
        emit classClicked(-1);
    else
        QWidget::keyPressEvent(event);
}

void ClassChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        redraw();
    QWidget::changeEvent(event);
}

} // namespace lamina
