#include "app/code_saver.h"

#include "engine/formats/atomic_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

namespace lamina {

namespace {
struct Written {
    Faults faults;
    QString data;
};

Written write(const QString& path, const CodeDialect& dialect, const Project& project)
{
    const QFileInfo file(path);
    const QString beside = file.path() + QLatin1Char('/') + file.completeBaseName();
    const CodeFiles files{.weights = (file.completeBaseName() + QStringLiteral(".h5")).toStdString(),
                          .data = (file.completeBaseName() + QStringLiteral(".npz")).toStdString()};
    const Result<GeneratedCode> code = dialect.write(project, files);
    if (!code)
        return {code.faults(), {}};
    if (const Result<void> written = writeFileAtomically(path.toStdString(), code->text); !written)
        return {written.faults(), {}};
    if (!codeNeedsData(project))
        return {};
    const QString data = beside + QStringLiteral(".npz");
    if (const Result<void> written = writeCodeData(data.toStdString(), project); !written)
        return {written.faults(), {}};
    return {{}, data};
}
} // namespace

void CodeSaver::save(const QString& path, const CodeDialect& dialect, const Project& project)
{
    if (m_busy)
        return;
    m_busy = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), path, &dialect, project] {
        const Written written = write(path, dialect, project);
        // The saver lives in the application, which waits for the pool before it goes.
        QMetaObject::invokeMethod(
            qApp,
            [self, path, written] {
                if (!self)
                    return;
                self->m_busy = false;
                if (written.faults.empty())
                    emit self->saved(path, written.data);
                else
                    emit self->failed(path, written.faults);
            },
            Qt::QueuedConnection);
    });
}

} // namespace lamina
