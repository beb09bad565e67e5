// Makes a file of a picture that is drawn, without keeping the window waiting.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QObject>

#include "engine/core/fault.h"
#include "widgets/common/picture.h"

#include <atomic>
#include <memory>

namespace lamina {

class PictureSaver final : public QObject {
    Q_OBJECT

public:
    explicit PictureSaver(QObject* parent = nullptr) : QObject(parent) { }
    ~PictureSaver() override { cancel(); }

    // One of the signals follows, unless it is ended or another one is begun before.
    void save(const QString& path, const DrawnPicture& picture);
    void cancel(); // the file stays as it was
    bool isBusy() const { return m_wanted != nullptr; }

signals:
    void saved(const QString& path);
    void failed(const QString& path, const lamina::Faults& faults);

private:
    std::shared_ptr<std::atomic<bool>> m_wanted; // the file that is being made; null: none is
};

} // namespace lamina
