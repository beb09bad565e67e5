// The studio's settings, in a folder of the test's own.
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace lamina::test {

inline void useSettingsIn(const QTemporaryDir& folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
    QCoreApplication::setApplicationName(QStringLiteral("LaminaTest"));
}

} // namespace lamina::test
