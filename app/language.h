// The language of the window, changed while it runs.
#pragma once

#include <QString>

namespace lamina::language {

// What the person chose, else Korean on a Korean system, else English: "en" or "ko".
QString current();
// Installs the translations of `code` and remembers it; every widget gets QEvent::LanguageChange.
void apply(const QString& code);
// Installs those of current() without remembering a choice that nobody made.
void applyCurrent();

} // namespace lamina::language
