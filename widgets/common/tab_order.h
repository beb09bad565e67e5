// Where Tab goes: through a window as it is laid out. Qt's own order is that in which widgets were made, and
// forms make theirs anew whenever something else is shown.
#pragma once

#include <QWidgetList>

namespace lamina {

// All that Tab stops at in `window`, as it stands now, in the order of its layouts.
QWidgetList tabStops(const QWidget* window);
// Gives the keyboard to the stop behind the one that has it, or before it; at the ends it goes on at the
// other. False: there is none.
bool focusNextStop(QWidget* window, bool next);

} // namespace lamina
