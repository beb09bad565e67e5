// What the tooltip of a field tells.
#pragma once

#include "widgets/inspector/shared_settings.h"

#include <QString>

namespace lamina {

// What the field is for; its name in files, its default and its limits; what several parts have in it, if
// that differs. As rich text.
QString fieldHelp(const Field& field, const FieldState* state);

} // namespace lamina
