// Text whose letters are of one width: tables and programs.
#pragma once

class QPlainTextEdit;

namespace lamina {

// padding: in pixels, between the edge and the text.
void setFixedPitch(QPlainTextEdit& editor, int padding);

} // namespace lamina
