// How every plot of Lamina looks: colours, grid and type of a QCustomPlot from the theme.
#pragma once

class QCustomPlot;

namespace lamina {

void applyTheme(QCustomPlot& plot);
} // namespace lamina
