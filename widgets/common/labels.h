// Labels in one of the theme's roles ("section", "mutedSmall", "fault" …; see theme.h).
#pragma once

#include <QLabel>

namespace lamina {

inline QLabel* roleLabel(const char* role, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

inline QLabel* wrappedLabel(const char* role, QWidget* parent)
{
    QLabel* made = roleLabel(role, parent);
    made->setWordWrap(true);
    return made;
}

} // namespace lamina
