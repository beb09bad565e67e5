// The engine's texts in the reader's language.
#pragma once

#include "engine/core/fault.h"

#include <QString>

namespace lamina {

QString words(const Text& text);
QString words(TextId text);
// "what" as a sentence of its own, "where" as one more; the window shows them on separate lines.
QString faultTitle(const Fault& fault);
QString faultPlace(const Fault& fault);
QString faultRemedy(const Fault& fault);
QString faultsInOneText(const Faults& faults);

} // namespace lamina
