#include "widgets/browser/sample_grid.h"

#include "widgets/browser/sample_model.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include <algorithm>

namespace lamina {
namespace {

constexpr int labelHeight = 18;
constexpr int tileMargin = 5;

class ThumbnailDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours& c = Theme::instance().colours();
        const auto* grid = static_cast<const SampleGrid*>(option.widget);
        painter->save();
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(selected ? QPen(c.accent, 2) : QPen(Qt::NoPen));
            painter->setBrush(selected ? c.selection : mixed(c.surface, c.muted, 0.14));
            painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 5, 5);
            painter->setRenderHint(QPainter::Antialiasing, false);
        }
        const int side = grid->thumbnailSide();
        QRect place(0, 0, side, side);
        place.moveCenter({cell.center().x() + 1, cell.top() + tileMargin + side / 2});
        const auto picture = index.data(SampleModel::PictureRole).value<QPixmap>();
        if (picture.isNull()) {
            painter->fillRect(place, mixed(c.surface, c.line, 0.5));
        } else {
            const QSize size = picture.size().scaled(place.size(), Qt::KeepAspectRatio);
            QRect to(QPoint(), size);
            to.moveCenter(place.center());
            // Small pictures keep their pixels, large ones are smoothed.
            painter->setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > size.width());
            painter->drawPixmap(to, picture);
        }
        painter->setFont(Theme::instance().font(Theme::Small));
        painter->setPen(selected ? c.text : c.muted);
        const QRect words(cell.left() + 2, cell.bottom() - labelHeight, cell.width() - 4, labelHeight);
        painter->drawText(
            words, Qt::AlignCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return static_cast<const SampleGrid*>(option.widget)->gridSize();
    }
};

} // namespace

SampleGrid::SampleGrid(QWidget* parent) : QListView(parent)
{
    setItemDelegate(new ThumbnailDelegate(this));
    setViewMode(QListView::ListMode);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    fitColumns();
}

void SampleGrid::setSampleModel(SampleModel* model)
{
    m_samples = model;
    setModel(model);
}

void SampleGrid::setThumbnailSide(int side)
{
    m_side = std::clamp(side, 28, 160);
    fitColumns();
}

void SampleGrid::selectSample(qint64 sample)
{
    const int row = m_samples ? m_samples->rowOf(sample) : -1;
    if (row >= 0)
        setCurrentIndex(m_samples->index(row));
}

void SampleGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && m_samples)
        emit sampleChosen(m_samples->sampleAt(current.row()));
}

void SampleGrid::resizeEvent(QResizeEvent* event)
{
    fitColumns();
    QListView::resizeEvent(event);
}

// Cells share what is left of the line, so that the right edge is straight.
void SampleGrid::fitColumns()
{
    const int least = m_side + 2 * tileMargin;
    const int room = std::max(viewport()->width() - 1, least);
    const QSize cell(room / (room / least), m_side + 2 * tileMargin + labelHeight);
    if (cell != gridSize())
        setGridSize(cell);
    verticalScrollBar()->setSingleStep(cell.height() / 2);
}

void SampleGrid::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setThumbnailSide(m_side + (event->angleDelta().y() > 0 ? 8 : -8));
        event->accept();
        return;
    }
    QListView::wheelEvent(event);
}

} // namespace lamina
