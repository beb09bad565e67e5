// The first pictures of every lesson's own data, read in the background.
#pragma once

#include <QImage>
#include <QObject>

#include <vector>

namespace lamina {

class LessonPictures final : public QObject {
    Q_OBJECT
public:
    explicit LessonPictures(QObject* parent = nullptr);
    void read(int picturesEach);

signals:
    void picturesRead(const QString& lessonId, const std::vector<QImage>& pictures);
};

} // namespace lamina
