#include "widgets/charts/training_chart.h"

#include "widgets/charts/chart_axes.h"
#include "widgets/charts/chart_export.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include <qcustomplot.h>

namespace lamina {

namespace {
constexpr int fastestRedraw = 33; // ms
constexpr int redrawShare = 10; // a redraw that took 5 ms is followed by a pause of 50 ms

QSharedPointer<QCPGraphDataContainer> graphData(std::span<const CurvePoint> points)
{
    QVector<QCPGraphData> values;
    values.reserve(static_cast<qsizetype>(points.size()));
    for (const CurvePoint& point : points)
        values.append(QCPGraphData(point.epoch, point.value));
    auto data = QSharedPointer<QCPGraphDataContainer>::create();
    data->set(values, true);
    return data;
}

struct Extent {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();

    void take(std::span<const CurvePoint> points, bool positiveOnly)
    {
        for (const CurvePoint& point : points) {
            if (!std::isfinite(point.value) || (positiveOnly && point.value <= 0))
                continue;
            least = std::min(least, point.value);
            greatest = std::max(greatest, point.value);
        }
    }
    bool empty() const { return least > greatest; }
};

// The right end of the axis: all epochs of a short run; of a long one a round number beyond the present
// epoch, so that the first ones are not a sliver at the left.
double axisEnd(double reached, double planned)
{
    if (planned <= 10)
        return std::max(planned, reached);
    for (double decade = 10;; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            if (reached <= 0.98 * step * decade)
                return std::min(step * decade, std::max(planned, reached));
        }
    }
}
} // namespace

struct TrainingChart::Parts {
    QCPGraph* raw;
    QCPGraph* training;
    QCPGraph* validation;
    QCPGraph* earlierTraining;
    QCPGraph* earlierValidation;
    QCPItemStraightLine* cursor;
    QCPItemText* readout;
    QCPItemText* empty;
    QSharedPointer<QCPAxisTicker> linear{new QCPAxisTicker};
    QSharedPointer<QCPAxisTicker> decades{new QCPAxisTickerLog};
};

TrainingChart::TrainingChart(QWidget* parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>()), m_plot(new QCustomPlot(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNoAntialiasingOnDrag(true);

    // The readout moves with the mouse alone: on a layer of its own, the curves need not be painted again.
    m_plot->addLayer("readout");
    m_plot->layer("readout")->setMode(QCPLayer::lmBuffered);
    const auto graph = [this](const QString& layer) {
        QCPGraph* added = m_plot->addGraph();
        added->setLayer(layer);
        return added;
    };
    m_parts->earlierTraining = graph("main");
    m_parts->earlierValidation = graph("main");
    m_parts->raw = graph("main");
    m_parts->training = graph("main");
    m_parts->validation = graph("main");
    m_parts->raw->setAntialiased(false);
    m_parts->raw->removeFromLegend();
    m_parts->earlierTraining->removeFromLegend();
    m_parts->earlierValidation->removeFromLegend();

    m_parts->cursor = new QCPItemStraightLine(m_plot);
    m_parts->cursor->setLayer("readout");
    m_parts->cursor->setAntialiased(false);
    for (QCPItemPosition* end : {m_parts->cursor->point1, m_parts->cursor->point2}) {
        end->setTypeX(QCPItemPosition::ptPlotCoords);
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_parts->readout = new QCPItemText(m_plot);
    m_parts->readout->setLayer("readout");
    m_parts->readout->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_parts->readout->setTextAlignment(Qt::AlignLeft);
    m_parts->readout->setPadding(QMargins(8, 4, 8, 4));
    m_parts->cursor->setVisible(false);
    m_parts->readout->setVisible(false);
    m_parts->empty = new QCPItemText(m_plot);
    m_parts->empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_parts->empty->position->setCoords(0.5, 0.5);
    m_parts->empty->setClipToAxisRect(false);

    m_plot->axisRect()->setupFullAxesBox(false);
    m_plot->xAxis2->setTickLabels(false);
    m_plot->xAxis2->setTicks(false);
    m_plot->yAxis2->setTicks(false);
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 8, 12, 8));
    m_parts->linear->setTickCount(5);
    m_plot->xAxis->ticker()->setTickCount(6);
    m_plot->legend->setVisible(true);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TrainingChart::redraw);
    connect(&Theme::instance(), &Theme::changed, this, &TrainingChart::retheme);
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_follows = false; });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &TrainingChart::showEverything);

    setFraction(false);
    updateTexts();
    retheme();
    fitRanges();
}

TrainingChart::~TrainingChart() = default;

void TrainingChart::setQuantity(const QString& quantity)
{
    m_quantity = quantity;
    updateTexts();
    schedule();
}

void TrainingChart::setEmptyText(const QString& text)
{
    m_emptyText = text;
    updateTexts();
    schedule();
}

void TrainingChart::setFraction(bool fraction)
{
    m_fraction = fraction;
    // Where curves usually leave room: losses fall, accuracies rise.
    m_plot->axisRect()->insetLayout()->setInsetAlignment(
        0, fraction ? (Qt::AlignRight | Qt::AlignBottom) : (Qt::AlignRight | Qt::AlignTop));
    schedule();
}

void TrainingChart::setLogarithmic(bool logarithmic)
{
    if (logarithmic == m_logarithmic)
        return;
    m_logarithmic = logarithmic;
    m_plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(logarithmic ? m_parts->decades : m_parts->linear);
    m_follows = true;
    schedule();
    emit logarithmicChanged(logarithmic);
}

void TrainingChart::begin(qint64 epochs, qint64 stepsPerEpoch)
{
    if (!m_smooth.points().empty()) {
        m_earlierTraining = m_smooth.points();
        m_earlierValidation = m_validation;
        m_parts->earlierTraining->setData(graphData(m_earlierTraining));
        m_parts->earlierValidation->setData(graphData(m_earlierValidation));
    }
    m_epochs = std::max<qint64>(epochs, 1);
    m_raw.clear();
    m_smooth.clear();
    m_smooth.setWindow(std::clamp(static_cast<double>(stepsPerEpoch) / 20, 1.0, 100.0));
    m_validation.clear();
    m_parts->raw->data()->clear();
    m_rawShown = 0;
    m_follows = true;
    schedule();
}

void TrainingChart::goOn(qint64 epochs, double epoch)
{
    m_epochs = std::max<qint64>(epochs, 1);
    m_raw.cutBeyond(epoch);
    m_smooth.cutBeyond(epoch);
    std::erase_if(m_validation, [epoch](const CurvePoint& point) { return isBeyond(point, epoch); });
    m_follows = true;
    schedule();
}

void TrainingChart::addTraining(std::span<const CurvePoint> points)
{
    for (const CurvePoint& point : points) {
        m_raw.add(point);
        m_smooth.add(point);
    }
    schedule();
}

void TrainingChart::addValidation(CurvePoint point)
{
    m_validation.push_back(point);
    schedule();
}

void TrainingChart::clear()
{
    m_raw.clear();
    m_smooth.clear();
    m_validation.clear();
    m_earlierTraining.clear();
    m_earlierValidation.clear();
    m_parts->raw->data()->clear();
    m_parts->earlierTraining->data()->clear();
    m_parts->earlierValidation->data()->clear();
    m_rawShown = 0;
    m_follows = true;
    schedule();
}

void TrainingChart::showEverything()
{
    m_follows = true;
    schedule();
}

void TrainingChart::schedule()
{
    if (m_timer.isActive() || !isVisible())
        return; // showEvent() draws what came meanwhile
    int wait = fastestRedraw;
    if (m_repaints > 0) {
        wait = std::max(wait, static_cast<int>(m_plot->replotTime() * redrawShare));
        wait = std::max(0, wait - static_cast<int>(std::min<qint64>(m_sinceRedraw.elapsed(), wait)));
    }
    m_timer.start(wait);
}

void TrainingChart::redraw()
{
    if (m_rawGeneration != m_raw.generation()) {
        m_parts->raw->setData(graphData(m_raw.points()));
        m_rawGeneration = m_raw.generation();
    } else {
        for (std::size_t i = m_rawShown; i < m_raw.points().size(); ++i)
            m_parts->raw->data()->add(QCPGraphData(m_raw.points()[i].epoch, m_raw.points()[i].value));
    }
    m_rawShown = m_raw.points().size();
    m_parts->training->setData(graphData(m_smooth.points()));
    m_parts->validation->setData(graphData(m_validation));

    const bool nothing = isEmpty() && m_earlierTraining.empty();
    m_parts->empty->setVisible(nothing);
    m_plot->legend->setVisible(!nothing);
    const bool earlier = !m_earlierTraining.empty();
    if (earlier != m_plot->legend->hasItemWithPlottable(m_parts->earlierTraining)) {
        if (earlier)
            m_parts->earlierTraining->addToLegend();
        else
            m_parts->earlierTraining->removeFromLegend();
    }
    if (m_follows)
        fitRanges();
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
    m_sinceRedraw.start();
    ++m_repaints;
    if (!isEmpty())
        setAccessibleDescription(readout(std::numeric_limits<double>::infinity()));
}

void TrainingChart::fitRanges()
{
    double reached = 0;
    if (!m_smooth.points().empty())
        reached = m_smooth.points().back().epoch;
    if (!m_validation.empty())
        reached = std::max(reached, m_validation.back().epoch);
    m_plot->xAxis->setRange(0, std::max(1.0, axisEnd(reached, static_cast<double>(m_epochs))));

    Extent extent;
    extent.take(m_smooth.points(), m_logarithmic);
    extent.take(m_validation, m_logarithmic);
    extent.take(m_earlierTraining, m_logarithmic);
    extent.take(m_earlierValidation, m_logarithmic);
    if (extent.empty())
        extent = {m_logarithmic ? 0.01 : 0.0, 1.0};
    if (m_logarithmic) {
        m_plot->yAxis->setRange(extent.least / 1.3, extent.greatest * 1.3);
        return;
    }
    const double room = std::max((extent.greatest - extent.least) * 0.08, std::abs(extent.greatest) * 1e-6);
    double low = extent.least - room;
    double high = extent.greatest + room;
    if (extent.least >= 0)
        low = std::max(low, 0.0);
    if (m_fraction)
        high = std::min(high, 1.02);
    m_plot->yAxis->setRange(low, std::max(high, low + 1e-9));
}

QString TrainingChart::readout(double epoch) const
{
    const auto value = [this](double number) {
        return m_fraction ? number::percent(number) : number::loss(number);
    };
    QStringList lines;
    if (const CurvePoint* point = nearest(m_smooth.points(), epoch)) {
        lines << tr("epoch %1").arg(point->epoch, 0, 'f', 2);
        lines << tr("training %1").arg(value(point->value));
    }
    if (const CurvePoint* point = nearest(m_validation, epoch))
        lines << tr("validation %1 (epoch %2)").arg(value(point->value)).arg(point->epoch, 0, 'f', 0);
    return lines.join(" · ");
}

void TrainingChart::hover(double x, bool inside)
{
    const double epoch = m_plot->xAxis->pixelToCoord(x);
    const QString text = inside ? readout(epoch) : QString();
    const bool shown = !text.isEmpty();
    if (!shown && !m_parts->readout->visible())
        return;
    m_parts->readout->setVisible(shown);
    m_parts->cursor->setVisible(shown);
    if (shown) {
        m_parts->readout->setText(QString(text).replace(QStringLiteral(" · "), QStringLiteral("\n")));
        m_parts->readout->setPositionAlignment(Qt::AlignLeft | (m_fraction ? Qt::AlignTop : Qt::AlignBottom));
        m_parts->readout->position->setCoords(0.01, m_fraction ? 0.02 : 0.98);
        m_parts->cursor->point1->setCoords(epoch, 0);
        m_parts->cursor->point2->setCoords(epoch, 1);
    }
    m_plot->layer("readout")->replot();
}

void TrainingChart::updateTexts()
{
    setAccessibleName(tr("Chart: %1 over the epochs").arg(m_quantity));
    m_plot->xAxis->setLabel(tr("Epoch"));
    m_plot->yAxis->setLabel(m_quantity);
    m_plot->yAxis->setNumberFormat("gb");
    m_plot->yAxis->setNumberPrecision(4);
    m_parts->training->setName(tr("training"));
    m_parts->validation->setName(tr("validation"));
    m_parts->earlierTraining->setName(tr("run before"));
    m_parts->empty->setText(m_emptyText);
}

void TrainingChart::retheme()
{
    applyTheme(*m_plot);
    const ThemeColours& colours = Theme::instance().colours();
    const auto line = [](const QColor& colour, double width) {
        QPen pen(colour, width);
        pen.setJoinStyle(Qt::RoundJoin);
        pen.setCapStyle(Qt::RoundCap);
        return pen;
    };
    // A pen of width 1 without cap and join is the one that QPainter draws fastest: this line has most
    // points.
    m_parts->raw->setPen(QPen(mixed(colours.training, colours.surface, 0.72), 1));
    m_parts->training->setPen(line(colours.training, 2));
    m_parts->validation->setPen(line(colours.validation, 2));
    m_parts->validation->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, colours.validation, colours.validation, 6));
    const QColor faint = mixed(colours.muted, colours.surface, 0.45);
    m_parts->earlierTraining->setPen(line(faint, 1.25));
    m_parts->earlierValidation->setPen(line(faint, 1.25));
    m_parts->earlierValidation->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, faint, faint, 4));

    QFont small = font();
    small.setPixelSize(Theme::Small);
    m_parts->cursor->setPen(QPen(colours.muted, 1));
    m_parts->readout->setFont(small);
    m_parts->readout->setColor(colours.text);
    m_parts->readout->setBrush(colours.raised);
    m_parts->readout->setPen(QPen(colours.line, 1));
    QFont body = font();
    body.setPixelSize(Theme::Body);
    m_parts->empty->setFont(body);
    m_parts->empty->setColor(colours.muted);
    schedule();
}

void TrainingChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_timer.start(0);
}

void TrainingChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateTexts();
        schedule();
    }
    QWidget::changeEvent(event);
}

bool TrainingChart::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        if (mouse->buttons() & Qt::LeftButton)
            m_follows = false;
        hover(mouse->position().x(), m_plot->axisRect()->rect().contains(mouse->position().toPoint()));
        break;
    }
    case QEvent::Leave:
        hover(0, false);
        break;
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        break;
    case QEvent::ContextMenu:
        openMenu(static_cast<const QContextMenuEvent*>(event)->globalPos());
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void TrainingChart::keyPressEvent(QKeyEvent* event)
{
    QCPAxis* axis = m_plot->xAxis;
    const double step = axis->range().size() / 10;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        axis->scaleRange(0.8);
        break;
    case Qt::Key_Minus:
        axis->scaleRange(1.25);
        break;
    case Qt::Key_Left:
        axis->moveRange(-step);
        break;
    case Qt::Key_Right:
        axis->moveRange(step);
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        showEverything();
        return;
    case Qt::Key_L:
        if (!m_fraction)
            setLogarithmic(!m_logarithmic);
        return;
    case Qt::Key_Menu:
        openMenu(mapToGlobal(rect().center()));
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_follows = false;
    schedule();
}

void TrainingChart::openMenu(const QPoint& globalPosition)
{
    QMenu menu(this);
    QAction* everything = menu.addAction(tr("Show everything"));
    QAction* logarithmic = nullptr;
    if (!m_fraction) {
        logarithmic = menu.addAction(tr("Logarithmic scale"));
        logarithmic->setCheckable(true);
        logarithmic->setChecked(m_logarithmic);
    }
    menu.addSeparator();
    QAction* save = menu.addAction(tr("Save picture…"));
    QAction* chosen = menu.exec(globalPosition);
    if (chosen == nullptr)
        return;
    if (chosen == everything)
        showEverything();
    else if (chosen == logarithmic)
        setLogarithmic(!m_logarithmic);
    else if (chosen == save)
        exportChart(*m_plot, this, m_quantity.toLower());
}

} // namespace lamina
