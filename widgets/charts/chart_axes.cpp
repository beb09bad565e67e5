#include "widgets/charts/chart_axes.h"

#include "widgets/common/theme.h"

#include <QColor>
#include <QFont>
#include <QPen>

#include <qcustomplot.h>

namespace lamina {

void applyTheme(QCustomPlot& plot)
{
    const ThemeColours& colours = Theme::instance().colours();
    plot.setBackground(QBrush(colours.surface));
    QFont small = plot.font();
    small.setPixelSize(Theme::Small);
    const auto axes = {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2};
    for (QCPAxis* axis : axes) {
        axis->setBasePen(QPen(colours.line, 1));
        axis->setTickPen(QPen(colours.line, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
        axis->setTickLabelColor(colours.muted);
        axis->setTickLabelFont(small);
        axis->setLabelColor(colours.muted);
        axis->setLabelFont(small);
        axis->setLabelPadding(4);
        axis->grid()->setPen(QPen(mixed(colours.line, colours.surface, 0.4), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setSubGridVisible(false);
    }
    if (plot.legend) {
        plot.legend->setFont(small);
        plot.legend->setTextColor(colours.text);
        plot.legend->setBorderPen(Qt::NoPen);
        QColor paper = colours.surface;
        paper.setAlphaF(0.85F);
        plot.legend->setBrush(paper);
        plot.legend->setRowSpacing(0);
        plot.legend->setMargins(QMargins(8, 4, 8, 4));
        plot.legend->setIconSize(20, 12);
    }
}

} // namespace lamina
