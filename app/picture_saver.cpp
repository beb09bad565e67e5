#include "app/picture_saver.h"

#include "engine/formats/atomic_file.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace lamina {

namespace {
Faults write(const QString& path, const DrawnPicture& picture)
{
    const QByteArray bytes = picture.file();
    if (bytes.isEmpty())
        return {Fault{FaultKind::Runtime,
                      LAMINA_TEXT("pictures", "There is not enough memory for a picture of that size"),
                      {},
                      LAMINA_TEXT("pictures", "Choose fewer pixels, or SVG or PDF")}};
    const Result<void> written =
        writeFileAtomically(path.toStdString(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
    return written ? Faults() : written.faults();
}
} // namespace

void PictureSaver::save(const QString& path, const DrawnPicture& picture)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), path, picture] {
        const Faults faults = write(path, picture);
        // The saver lives in the application, which waits for the pool before it goes.
        QMetaObject::invokeMethod(
            qApp,
            [self, path, faults] {
                if (!self)
                    return;
                if (faults.empty())
                    emit self->saved(path);
                else
                    emit self->failed(path, faults);
            },
            Qt::QueuedConnection);
    });
}

} // namespace lamina
