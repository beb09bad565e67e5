#include "widgets/common/tab_order.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

namespace lamina {

namespace {
void visitWidgetsOf(const QLayout* layout, QWidgetList& found)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (QWidget* widget = item->widget())
            found += widget;
        else if (item->layout())
            visitWidgetsOf(item->layout(), found);
    }
}

// As they are laid out; those that no layout holds come last.
QWidgetList childrenOf(const QWidget* parent)
{
    QWidgetList children;
    if (const auto* splitter = qobject_cast<const QSplitter*>(parent))
        for (int i = 0; i < splitter->count(); ++i)
            children += splitter->widget(i);
    else if (parent->layout())
        visitWidgetsOf(parent->layout(), children);
    for (QObject* each : parent->children())
        if (auto* widget = qobject_cast<QWidget*>(each); widget && !children.contains(widget))
            children += widget;
    return children;
}

void collect(QWidget* widget, QWidgetList& stops)
{
    if (!widget->isVisible() || !widget->isEnabled() || widget->isWindow())
        return;
    // An area that scrolls follows the keyboard, so it needs none itself.
    if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy()
        && !qobject_cast<QScrollArea*>(widget))
        stops += widget;
    for (QWidget* child : childrenOf(widget))
        collect(child, stops);
}
} // namespace

QWidgetList tabStops(const QWidget* window)
{
    QWidgetList stops;
    for (QWidget* child : childrenOf(window))
        collect(child, stops);
    return stops;
}

bool focusNextStop(QWidget* window, bool next)
{
    const QWidgetList stops = tabStops(window);
    if (stops.isEmpty())
        return false;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype to =
        at < 0 ? (next ? 0 : stops.size() - 1) : (at + (next ? 1 : stops.size() - 1)) % stops.size();
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* around = stops[to]->parentWidget(); around; around = around->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(around))
            scroll->ensureWidgetVisible(stops[to]);
    return true;
}

} // namespace lamina
