// Lists of names, as Qt's widgets and as the engine hold them.
#pragma once

#include <QStringList>

#include <string>
#include <vector>

namespace lamina {

inline std::vector<std::string> plain(const QStringList& names)
{
    std::vector<std::string> list;
    for (const QString& name : names)
        list.push_back(name.toStdString());
    return list;
}

inline QStringList texts(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list += QString::fromStdString(name);
    return list;
}

} // namespace lamina
