#include "app/recovery.h"

#include "app/document/project_document.h"
#include "engine/formats/atomic_file.h"
#include "engine/formats/run_folder.h"
#include "engine/formats/unsaved_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace lamina {
namespace {

constexpr int pauseAfterEdit = 3000; // ms
constexpr int longestWait = 20000; // ms, while one edit follows the other
const QString ending = QStringLiteral(".lamina-unsaved"); // stands in people's folders: never renamed

std::filesystem::path lockOf(const QString& path)
{
    return lockFileOf(path.toStdString());
}

Result<std::shared_ptr<FileLock>> lock(const QString& path)
{
    Result<FileLock> held = FileLock::acquire(lockOf(path), path.toStdString());
    if (!held)
        return held.faults();
    return std::make_shared<FileLock>(*std::move(held));
}

// Locks of windows that kept nothing and were killed.
void removeIdleLocks(const QDir& folder)
{
    const QStringList locks =
        folder.entryList({QStringLiteral(".*%1.lock").arg(ending)}, QDir::Files | QDir::Hidden);
    for (const QString& name : locks) {
        const QString kept = folder.filePath(name.mid(1).chopped(5)); // without the point and ".lock"
        if (!QFileInfo::exists(kept) && !isHeld(lockOf(kept)))
            QFile::remove(folder.filePath(name));
    }
}

// Out of the way, but not gone. The faults of reading it, with the place where it is now.
Faults setAside(const QString& path, Faults faults)
{
    QString aside = path + QStringLiteral(".damaged");
    for (int again = 2; QFileInfo::exists(aside); ++again)
        aside = QStringLiteral("%1.damaged-%2").arg(path).arg(again);
    if (QFile::rename(path, aside))
        for (Fault& fault : faults)
            fault.where.file = aside.toStdString();
    return faults;
}

} // namespace

Recovery::Recovery(ProjectDocument& document, QObject* parent, QString folder)
    : QObject(parent), m_document(document), m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            + QStringLiteral("/recovery");
    m_writer.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterEdit);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestWait);
    connect(&m_pause, &QTimer::timeout, this, &Recovery::keepNow);
    connect(&m_longest, &QTimer::timeout, this, &Recovery::keepNow);
    for (const auto edit :
         {&ProjectDocument::modelChanged, &ProjectDocument::layoutChanged, &ProjectDocument::dataChanged,
          &ProjectDocument::trainingChanged, &ProjectDocument::identityChanged})
        connect(&document, edit, this, &Recovery::edited);
    connect(&document, &ProjectDocument::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            forget();
    });
}

Recovery::~Recovery()
{
    m_writer.waitForDone();
}

void Recovery::edited()
{
    m_pause.start();
    if (!m_longest.isActive())
        m_longest.start();
}

void Recovery::keepNow()
{
    m_pause.stop();
    m_longest.stop();
    if (!m_document.isModified() || !lockOwn())
        return;
    UnsavedWork work{m_document.project(), m_document.filePath().toStdString(),
                     QDateTime::currentMSecsSinceEpoch()};
    m_writer.start([this, path = m_path.toStdString(), work = std::move(work)] {
        const Result<void> written = writeUnsaved(path, work);
        QMetaObject::invokeMethod(
            this, [this, faults = written ? Faults() : written.faults()] { tellWritten(faults); },
            Qt::QueuedConnection);
    });
}

bool Recovery::lockOwn()
{
    if (m_lock)
        return true;
    if (Result<void> made = makeFolder(m_folder.toStdString()); !made) {
        tellWritten(made.faults());
        return false;
    }
    m_path = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ending);
    Result<std::shared_ptr<FileLock>> held = lock(m_path);
    if (!held) {
        tellWritten(held.faults());
        return false;
    }
    m_lock = *std::move(held);
    return true;
}

// Not at every edit that a full disk cannot take.
void Recovery::tellWritten(const Faults& faults)
{
    if (!faults.empty() && m_writes)
        emit notKept(faults);
    m_writes = faults.empty();
}

void Recovery::forget()
{
    m_pause.stop();
    m_longest.stop();
    if (!m_lock)
        return;
    // Behind what is still being written. The lock goes last.
    m_writer.start([path = m_path, lock = m_lock] { QFile::remove(path); });
}

void Recovery::waitUntilKept()
{
    m_writer.waitForDone();
}

void Recovery::look()
{
    const QDir folder(m_folder);
    removeAbandonedTemporaries(m_folder.toStdString());
    removeIdleLocks(folder);
    QList<LostWork> found;
    Faults faults;
    for (const QFileInfo& file : folder.entryInfoList({QLatin1Char('*') + ending}, QDir::Files)) {
        const QString path = file.absoluteFilePath();
        if (isHeld(lockOf(path)))
            continue; // its window lives, and may be this one
        const Result<UnsavedWork> work = readUnsaved(path.toStdString());
        if (work) {
            const QFileInfo project(QString::fromStdString(work->file));
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(work->time);
            found.push_back({path, QString::fromStdString(work->project.name), project.filePath(), time,
                             project.exists() && project.lastModified() > time});
        } else if (QFileInfo::exists(path)) { // else another window has just taken it
            append(faults, setAside(path, work.faults()));
        }
    }
    std::ranges::sort(found, std::ranges::greater(), &LostWork::time);
    m_lost = std::move(found);
    emit lostChanged();
    if (!faults.empty())
        emit damaged(faults);
}

std::optional<LostWork> Recovery::lostOf(const QString& projectFile) const
{
    const auto found = std::ranges::find_if(m_lost, [&](const LostWork& work) {
        return !work.projectFile.isEmpty() && QFileInfo(work.projectFile) == QFileInfo(projectFile);
    });
    return found == m_lost.end() ? std::nullopt : std::optional(*found);
}

Result<void> Recovery::recover(const QString& path)
{
    Result<std::shared_ptr<FileLock>> held = lock(path);
    if (!held) {
        look();
        return held.faults();
    }
    Result<UnsavedWork> work = readUnsaved(path.toStdString());
    if (!work) {
        Faults faults = setAside(path, work.faults());
        look();
        return faults;
    }
    const QFileInfo file(QString::fromStdString(work->file));
    const bool belongs = !work->file.empty() && file.exists();
    if (!work->file.empty() && !belongs)
        work->project = withAbsolutePaths(std::move(work->project), file.absolutePath().toStdString());
    m_document.setUnsaved(std::move(work->project), belongs ? file.filePath() : QString());
    m_path = path;
    m_lock = *std::move(held);
    look();
    return {};
}

void Recovery::discard(const QString& path)
{
    if (const Result<std::shared_ptr<FileLock>> held = lock(path))
        QFile::remove(path);
    look();
}

} // namespace lamina
