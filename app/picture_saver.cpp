#include "app/picture_saver.h"

#include "engine/formats/atomic_file.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <optional>
#include <utility>

namespace lamina {

namespace {
// Nothing where it was ended.
std::optional<Faults> write(const QString& path, const DrawnPicture& picture, const DrawingGoesOn& goesOn)
{
    const QByteArray bytes = picture.file(goesOn);
    if (!goesOn())
        return std::nullopt;
    if (bytes.isEmpty())
        return Faults{Fault{FaultKind::Runtime,
                            LAMINA_TEXT("pictures", "There is not enough memory for a picture of that size"),
                            {},
                            LAMINA_TEXT("pictures", "Choose fewer pixels, or SVG or PDF")}};
    const Result<void> written =
        writeFileAtomically(path.toStdString(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
    return written ? Faults() : written.faults();
}
} // namespace

void PictureSaver::cancel()
{
    if (const auto wanted = std::exchange(m_wanted, nullptr))
        *wanted = false;
}

void PictureSaver::save(const QString& path, const DrawnPicture& picture)
{
    cancel();
    m_wanted = std::make_shared<std::atomic<bool>>(true);
    QThreadPool::globalInstance()->start([self = QPointer(this), path, picture, wanted = m_wanted] {
        const auto goesOn = [&] { return wanted->load(std::memory_order_relaxed); };
        const std::optional<Faults> faults = write(path, picture, goesOn);
        if (!faults)
            return;
        // The saver lives in the application, which waits for the pool before it goes.
        QMetaObject::invokeMethod(
            qApp,
            [self, path, faults = *faults, wanted] {
                if (!self || self->m_wanted != wanted)
                    return;
                self->m_wanted.reset();
                if (faults.empty())
                    emit self->saved(path);
                else
                    emit self->failed(path, faults);
            },
            Qt::QueuedConnection);
    });
}

} // namespace lamina
