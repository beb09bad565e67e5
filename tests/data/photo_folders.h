// Small folders of pictures, made for tests.
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

namespace lamina::test {

// Pictures of one colour: blue, green, red.
class PhotoFolders {
public:
    std::string path() const { return m_folder.path().toStdString(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    void makeFolder(const QString& name) const { QDir(m_folder.path()).mkpath(name); }

    bool picture(const QString& name, const cv::Scalar& colour, int height = 6, int width = 8) const
    {
        makeFolder(QFileInfo(name).path());
        return cv::imwrite(file(name).toStdString(), cv::Mat(height, width, CV_8UC3, colour));
    }

    bool bytes(const QString& name, const QByteArray& content) const
    {
        makeFolder(QFileInfo(name).path());
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    QByteArray load(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Two classes of `each` pictures under train/: cats are dark, dogs light.
    bool catsAndDogs(int each, const QString& part = QStringLiteral("train")) const
    {
        bool made = true;
        for (int i = 0; i < each; ++i) {
            made = made && picture(QString("%1/cats/cat.%2.png").arg(part).arg(i), {10.0 + i, 20, 30});
            made = made && picture(QString("%1/dogs/dog.%2.png").arg(part).arg(i), {210.0 + i, 220, 230});
        }
        return made;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace lamina::test
