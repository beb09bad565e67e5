// Where a dialog for files begins: the person's folder for such things, or home where there is none. One that
// is not there would be offered as the name of a file.
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace lamina {

inline QString usualFolder(QStandardPaths::StandardLocation location)
{
    const QString folder = QStandardPaths::writableLocation(location);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace lamina
