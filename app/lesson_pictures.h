// The first samples of every lesson's own data, as pictures or in words, read in the background.
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>

#include <vector>

namespace lamina {

class LessonPictures final : public QObject {
    Q_OBJECT
public:
    explicit LessonPictures(QObject* parent = nullptr);
    void read(int picturesEach);

signals:
    void picturesRead(const QString& lessonId, const std::vector<QImage>& pictures);
    void wordsRead(const QString& lessonId, const QStringList& samples); // where there are no pictures
};

} // namespace lamina
