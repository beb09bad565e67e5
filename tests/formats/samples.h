// Files that the tests of the formats read.
#pragma once

#include <QFile>
#include <QString>

#include <filesystem>
#include <string>

inline std::filesystem::path samplePath(const char* name)
{
    return std::filesystem::path(LAMINA_SOURCE_DIR) / "tests/formats/samples" / name;
}

inline std::string textOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Where real data may be; empty if there is none.
inline std::filesystem::path sharedFolder()
{
    const QByteArray given = qgetenv("LAMINA_TEST_DATA");
    const std::filesystem::path folder = given.isEmpty()
        ? std::filesystem::path(LAMINA_SOURCE_DIR) / "../shared"
        : std::filesystem::path(given.toStdString()).parent_path();
    return std::filesystem::exists(folder) ? folder : std::filesystem::path();
}
