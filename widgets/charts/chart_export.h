// A plot as a picture: PNG, PDF or SVG.
#pragma once

#include <QString>

class QCustomPlot;
class QWidget;

namespace lamina {

// The kind follows from the file's ending; false if it could not be written.
bool writeChart(QCustomPlot& plot, const QString& path);
// Asks for a file, writes it and says what went wrong if it did.
void exportChart(QCustomPlot& plot, QWidget* parent, const QString& suggestedName);

} // namespace lamina
