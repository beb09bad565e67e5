#include "widgets/common/side_panel.h"

#include <QEvent>
#include <QScrollBar>

namespace lamina {

SidePanel::SidePanel(QWidget* inside, const char* edge, QWidget* parent) : QScrollArea(parent)
{
    setWidget(inside);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setProperty("edge", edge);
    inside->setProperty("side", true);
    inside->setAttribute(Qt::WA_StyledBackground);
    fitWidth();
}

bool SidePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QScrollArea::eventFilter(watched, event);
}

void SidePanel::fitWidth()
{
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

} // namespace lamina
