#include "widgets/designer/fixed_pitch.h"

#include "widgets/common/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>

namespace lamina {

void setFixedPitch(QPlainTextEdit& editor, int padding)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(Theme::Body);
    editor.setFont(font);
    // The window's style sheet has a face of its own, which only another style sheet outdoes.
    editor.setStyleSheet(
        QStringLiteral("QPlainTextEdit { font-family: \"%1\"; font-size: %2px; padding: %3px; }")
            .arg(font.family())
            .arg(static_cast<int>(Theme::Body))
            .arg(padding));
}

} // namespace lamina
