#include "widgets/palette/layer_palette.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/graph_view.h"
#include "widgets/designer/layer_node.h"

#include <QAction>
#include <QCoreApplication>
#include <QDrag>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace lamina {

namespace {
enum Role { ClassNameRole = Qt::UserRole, FamilyRole, SearchRole, IconRole };

constexpr int paletteRowHeight = 32;
constexpr int headingHeight = 30;

// The family's bar, the icon, the label; headings small and muted.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {120, index.parent().isValid() ? paletteRowHeight : headingHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::instance();
        const ThemeColours& colours = theme.colours();
        const bool heading = !index.parent().isValid();
        const bool selected = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        // The whole row, not only what the indentation leaves.
        QRect row = option.rect;
        row.setLeft(4);
        row.setRight(option.widget ? static_cast<const QTreeWidget*>(option.widget)->viewport()->width() - 5
                                   : option.rect.right());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? colours.selection : mixed(colours.surface, colours.text, 0.05));
            painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), Theme::radius, Theme::radius);
        }
        if (heading && option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(colours.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(1, 2, -1, -2), Theme::radius, Theme::radius);
        }
        const QString text = index.data(Qt::DisplayRole).toString();
        if (heading) {
            const bool open = option.state & QStyle::State_Open;
            const int side = 14;
            const QRect arrow(row.left() + 4, row.center().y() - side / 2 + 1, side, side);
            icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), colours.muted)
                .paint(painter, arrow);
            painter->setFont(theme.font(Theme::Small, true));
            painter->setPen(colours.muted);
            painter->drawText(row.adjusted(24, 1, -4, 0), Qt::AlignVCenter | Qt::TextSingleLine, text);
        } else {
            const QColor hue = theme.family(static_cast<Family>(index.data(FamilyRole).toInt()));
            painter->setPen(Qt::NoPen);
            painter->setBrush(hue);
            painter->drawRoundedRect(QRect(row.left() + 6, row.top() + 6, 4, row.height() - 12), 2, 2);
            icon(index.data(IconRole).toString(), hue)
                .paint(painter, QRect(row.left() + 18, row.center().y() - 9, 18, 18));
            painter->setFont(theme.font(Theme::Body));
            painter->setPen(colours.text);
            const QRect place = row.adjusted(44, 0, -6, 0);
            // A long name is small, in two lines, and whole.
            constexpr int flags = static_cast<int>(Qt::AlignVCenter) | Qt::TextWordWrap;
            if (painter->boundingRect(place, flags, text).height() > 1.5 * painter->fontMetrics().height())
                painter->setFont(theme.font(Theme::Small));
            painter->drawText(place, flags, text);
        }
        painter->restore();
    }
};
// The layer's card, as it will stand on the canvas.
QPixmap cardPicture(const LayerType& type, double ratio)
{
    LayerNode node(words(type.label));
    node.setLayer({type.className, {}, Json::object(), {}}, {});
    const QSizeF size(LayerNode::width + 2, LayerNode::height + 2);
    QPixmap picture((size * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(0.9);
    painter.translate(1, 1);
    QStyleOptionGraphicsItem option;
    node.paint(&painter, &option, nullptr);
    return picture;
}

// Layers can be dragged out of it onto a canvas.
class PaletteTree final : public QTreeWidget {
public:
    PaletteTree()
    {
        setDragEnabled(true);
        setDragDropMode(DragOnly);
    }

protected:
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override
    {
        if (items.isEmpty() || !items.front()->parent())
            return nullptr;
        auto* mime = new QMimeData;
        mime->setData(QLatin1String(GraphView::layerMime),
                      items.front()->data(0, ClassNameRole).toString().toUtf8());
        return mime;
    }

    void startDrag(Qt::DropActions) override
    {
        QMimeData* mime = mimeData(selectedItems());
        if (!mime)
            return;
        auto* drag = new QDrag(this);
        drag->setMimeData(mime);
        const QByteArray className = mime->data(QLatin1String(GraphView::layerMime));
        if (const LayerType* type = layers::find(className.toStdString())) {
            const QPixmap picture = cardPicture(*type, devicePixelRatioF());
            drag->setPixmap(picture);
            drag->setHotSpot(QRectF(QPointF(), picture.deviceIndependentSize()).center().toPoint());
        }
        drag->exec(Qt::CopyAction);
        QEvent away(QEvent::Leave); // the mouse is elsewhere, and nobody has told the row under it
        QCoreApplication::sendEvent(viewport(), &away);
    }
};
} // namespace

LayerPalette::LayerPalette(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit), m_tree(new PaletteTree)
{
    setProperty("side", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::unit, Theme::unit, Theme::unit, 0);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);

    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_tree->installEventFilter(this);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new PaletteDelegate(m_tree));
    m_tree->setMouseTracking(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setStyleSheet(QStringLiteral("QTreeView { border: 0; background: transparent; }"
                                         "QTreeView::branch { image: none; background: transparent; }"));
    connect(m_search, &QLineEdit::textChanged, this, &LayerPalette::filter);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(m_tree, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* item) {
        if (!item->parent())
            item->setExpanded(!item->isExpanded());
    });
    connect(&Theme::instance(), &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

QString LayerPalette::familyName(Family family)
{
    switch (family) {
    case Family::Input:
        return tr("Input");
    case Family::Linear:
        return tr("Linear");
    case Family::Convolution:
        return tr("Convolution");
    case Family::Pooling:
        return tr("Pooling");
    case Family::Normalisation:
        return tr("Normalisation");
    case Family::Activation:
        return tr("Activation");
    case Family::Regularisation:
        return tr("Regularisation");
    case Family::ShapeChange:
        return tr("Shape");
    case Family::Joining:
        return tr("Joining");
    case Family::Recurrent:
        return tr("Recurrent");
    case Family::Augmentation:
        return tr("Augmentation");
    }
    return {};
}

void LayerPalette::fill()
{
    m_tree->clear();
    std::map<Family, QTreeWidgetItem*> headings; // in the order of the families
    for (const LayerType* type : layers::all())
        headings.emplace(type->family, nullptr);
    for (auto& [family, heading] : headings) {
        heading = new QTreeWidgetItem(m_tree, {familyName(family)});
        heading->setFlags(Qt::ItemIsEnabled);
    }
    for (const LayerType* type : layers::all()) {
        auto* item = new QTreeWidgetItem(headings.at(type->family), {words(type->label)});
        const QString className = QString::fromUtf8(type->className);
        item->setData(0, ClassNameRole, className);
        item->setData(0, FamilyRole, static_cast<int>(type->family));
        item->setData(0, SearchRole,
                      QStringList{words(type->label), className, words(type->help)}.join(QLatin1Char('\n')));
        item->setData(0, IconRole, type->icon ? QString::fromLatin1(type->icon) : familyIcon(type->family));
        item->setData(0, Qt::AccessibleDescriptionRole, words(type->help));
        item->setToolTip(0,
                         QStringLiteral("<p><b>%1</b></p><p>%2</p><p><code>%3</code></p><p>%4</p>")
                             .arg(words(type->label).toHtmlEscaped(), words(type->help).toHtmlEscaped(),
                                  className.toHtmlEscaped(),
                                  tr("Drag it onto the canvas, or double-click it to put it after the "
                                     "selected layer.")));
    }
    for (const auto& [family, heading] : headings)
        heading->sortChildren(0, Qt::AscendingOrder);
    m_tree->expandAll();
    filter();
}

void LayerPalette::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* heading = m_tree->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < heading->childCount(); ++k) {
            QTreeWidgetItem* item = heading->child(k);
            const bool fits = wanted.isEmpty() || heading->text(0).contains(wanted, Qt::CaseInsensitive)
                || item->data(0, SearchRole).toString().contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any |= fits;
        }
        heading->setHidden(!any);
        if (any && !wanted.isEmpty())
            heading->setExpanded(true);
    }
    if (!wanted.isEmpty())
        m_tree->setCurrentItem(firstVisible());
}

QTreeWidgetItem* LayerPalette::firstVisible() const
{
    // What is called just so goes before what begins so, and that before what merely tells of it.
    const QString wanted = m_search->text().trimmed();
    const auto rank = [&](const QTreeWidgetItem* item) {
        int best = 2;
        for (const QString& name : {item->text(0), item->data(0, ClassNameRole).toString()})
            if (name.startsWith(wanted, Qt::CaseInsensitive))
                best = std::min(best, name.size() == wanted.size() ? 0 : 1);
        return best;
    };
    QTreeWidgetItem* first = nullptr;
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each)
        if ((*each)->parent() && !(*each)->isHidden() && (!first || rank(*each) < rank(first)))
            first = *each;
    return first;
}

void LayerPalette::choose(QTreeWidgetItem* item)
{
    if (item && item->parent())
        emit layerRequested(item->data(0, ClassNameRole).toString());
}

void LayerPalette::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LayerPalette::setSearch(const QString& text)
{
    m_search->setText(text);
}

QStringList LayerPalette::visibleClassNames() const
{
    QStringList names;
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each)
        if ((*each)->parent() && !(*each)->isHidden())
            names += (*each)->data(0, ClassNameRole).toString();
    return names;
}

bool LayerPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search) {
        if (enter) {
            QTreeWidgetItem* current = m_tree->currentItem();
            choose(current && current->parent() && !current->isHidden() ? current : firstVisible());
            m_search->selectAll(); // the next one is typed over it
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            if (!m_tree->currentItem() || !m_tree->currentItem()->parent())
                m_tree->setCurrentItem(firstVisible());
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            if (m_search->text().isEmpty())
                emit closeRequested();
            m_search->clear();
            return true;
        }
    } else if (watched == m_tree) {
        if (enter) {
            choose(m_tree->currentItem());
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            emit closeRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPalette::retranslate()
{
    m_search->setPlaceholderText(tr("Search layers  ( / )"));
    m_search->setAccessibleName(tr("Search layers"));
    m_tree->setAccessibleName(tr("Layers to add"));
    fill();
}

void LayerPalette::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
