#include "widgets/charts/chart_export.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace lamina {

namespace {
struct ChartExport {
    Q_DECLARE_TR_FUNCTIONS(lamina::ChartExport)
};
} // namespace

bool writeChart(QCustomPlot& plot, const QString& path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == "pdf")
        return plot.savePdf(path, plot.width(), plot.height());
    if (kind == "svg") {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setSize(plot.size());
        generator.setViewBox(plot.rect());
        QCPPainter painter;
        if (!painter.begin(&generator))
            return false;
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        plot.toPainter(&painter, plot.width(), plot.height());
        return painter.end();
    }
    return plot.savePng(path, plot.width(), plot.height(), 2); // twice the pixels: sharp in a document
}

void exportChart(QCustomPlot& plot, QWidget* parent, const QString& suggestedName)
{
    QString path = QFileDialog::getSaveFileName(
        parent, ChartExport::tr("Save picture"), QDir::home().filePath(suggestedName + ".png"),
        ChartExport::tr("Pictures (*.png);;PDF documents (*.pdf);;SVG drawings (*.svg)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += ".png";
    if (!writeChart(plot, path))
        QMessageBox::warning(parent, ChartExport::tr("Save picture"),
                             ChartExport::tr("The picture could not be written to %1. Choose another folder, "
                                             "or make room there.")
                                 .arg(path));
}

} // namespace lamina
