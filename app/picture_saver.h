// Makes a file of a picture that is drawn, without keeping the window waiting.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QObject>

#include "engine/core/fault.h"
#include "widgets/common/picture.h"

namespace lamina {

class PictureSaver final : public QObject {
    Q_OBJECT

public:
    explicit PictureSaver(QObject* parent = nullptr) : QObject(parent) { }

    void save(const QString& path, const DrawnPicture& picture);

signals:
    void saved(const QString& path);
    void failed(const QString& path, const lamina::Faults& faults);
};

} // namespace lamina
