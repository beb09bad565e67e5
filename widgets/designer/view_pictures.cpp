#include "widgets/designer/view_pictures.h"

#include "widgets/common/theme.h"
#include "widgets/designer/graph_scene.h"
#include "widgets/designer/layer_legend.h"
#include "widgets/designer/layered_scene.h"
#include "widgets/designer/summary_model.h"

#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace lamina {

namespace {
constexpr double rowHeight = 24, cellPadding = 10, barWidth = 4;
constexpr double aboveLegend = 12;
constexpr double legendWidth = 420; // a small model's legend is wider than the model

void drawScene(QGraphicsScene& scene, const QRectF& content, QPainter& painter)
{
    const QSignalBlocker quiet(&scene);
    const QList<QGraphicsItem*> selected = scene.selectedItems();
    scene.clearSelection();
    scene.render(&painter, QRectF(QPointF(), content.size()), content);
    for (QGraphicsItem* item : selected)
        item->setSelected(true);
}

QString cell(const SummaryModel& table, int row, int column)
{
    return table.index(row, column).data().toString();
}

std::vector<double> columnWidths(const SummaryModel& table, const QFontMetricsF& body,
                                 const QFontMetricsF& head)
{
    std::vector<double> widths;
    for (int column = 0; column < table.columnCount(); ++column) {
        double widest = head.horizontalAdvance(table.headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < table.rowCount(); ++row)
            widest = std::max(widest, body.horizontalAdvance(cell(table, row, column)));
        widths.push_back(widest + 2 * cellPadding);
    }
    return widths;
}

void drawSummary(QPainter& painter, const SummaryModel& table, const QString& title,
                 const std::vector<double>& widths, double width)
{
    const Theme& theme = Theme::instance();
    const ThemeColours& colours = theme.colours();
    const QFont body = theme.font(Theme::Body), small = theme.font(Theme::Small, true);
    double y = 0;
    const auto line = [&](double left, double wide, const QString& text, const QColor& colour,
                          const QFont& font, Qt::Alignment alignment) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(left, y, wide, rowHeight),
                         static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    };
    const auto rule = [&] { painter.fillRect(QRectF(0, y, width, 1), colours.line); };
    const auto cells = [&](const auto& text, const QColor& colour, const QFont& font) {
        double x = barWidth;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const auto alignment = column == SummaryModel::Parameters ? Qt::AlignRight : Qt::AlignLeft;
            line(x + cellPadding, widths[column] - 2 * cellPadding, text(static_cast<int>(column)), colour,
                 font, alignment);
            x += widths[column];
        }
        y += rowHeight;
    };
    line(0, width, title, colours.text, theme.font(Theme::Section, true), Qt::AlignLeft);
    y += rowHeight + Theme::unit;
    cells([&](int column) { return table.headerData(column, Qt::Horizontal).toString(); }, colours.muted,
          small);
    rule();
    for (int row = 0; row < table.rowCount(); ++row) {
        painter.fillRect(QRectF(0, y + 3, barWidth, rowHeight - 6), table.kind(row).colour());
        cells([&](int column) { return cell(table, row, column); }, colours.text, body);
    }
    rule();
    y += Theme::unit / 2.0;
    line(barWidth + cellPadding, width, table.totals(), colours.text, body, Qt::AlignLeft);
}
} // namespace

Picture graphPicture(GraphScene& scene)
{
    const QRectF content = scene.content();
    return {content.size(), [&scene, content](QPainter& painter) {
                scene.restyle(); // what the nodes keep is drawn in the window's colours
                drawScene(scene, content, painter);
                scene.restyle();
            }};
}

Picture layeredPicture(LayeredScene& scene)
{
    const QRectF content = scene.content().adjusted(-4, -4, 4, 4); // the lines have a width
    const double width = std::max(content.width(), legendWidth);
    const double legend = legendHeight(scene.kinds(), width);
    return {{width, content.height() + aboveLegend + legend}, [&scene, content, width](QPainter& painter) {
                painter.save();
                painter.translate((width - content.width()) / 2, 0);
                drawScene(scene, content, painter);
                painter.restore();
                painter.translate(0, content.height() + aboveLegend);
                paintLegend(painter, scene.kinds(), width);
            }};
}

Picture summaryPicture(const SummaryModel& table, const QString& title)
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF body(theme.font(Theme::Body)), head(theme.font(Theme::Small, true));
    const std::vector<double> widths = columnWidths(table, body, head);
    double width = barWidth;
    for (const double each : widths)
        width += each;
    width = std::max({width, barWidth + 2 * cellPadding + body.horizontalAdvance(table.totals()),
                      QFontMetricsF(theme.font(Theme::Section, true)).horizontalAdvance(title) + 2});
    const QSizeF size(width, (table.rowCount() + 3) * rowHeight + Theme::unit * 1.5);
    return {size, [&table, title, widths, width](QPainter& painter) {
                drawSummary(painter, table, title, widths, width);
            }};
}

} // namespace lamina
