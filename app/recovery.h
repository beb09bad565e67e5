// Keeps what is not saved yet where the next start of the program finds it, in case this one ends without
// being asked. Each window has a file of its own, which is locked while the window lives, so that nobody
// takes another window's work for lost.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "engine/core/fault.h"
#include "engine/formats/file_lock.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace lamina {

class ProjectDocument;

// Unsaved work of a window that is gone.
struct LostWork {
    QString path; // the file that keeps it
    QString name; // of the project
    QString projectFile; // that it belongs to; empty: it was never saved
    QDateTime time; // of the last edit that was kept
    bool fileIsNewer = false; // the project's own file was written later
};

class Recovery final : public QObject {
    Q_OBJECT
public:
    // `folder`: the user's, where nothing else is given.
    explicit Recovery(ProjectDocument& document, QObject* parent = nullptr, QString folder = {});
    // What is kept stays: only saving, discarding and forget() take it away.
    ~Recovery() override;

    QList<LostWork> lost() const { return m_lost; } // newest first; kept by look()
    // Finds what other windows have left behind. What cannot be read is set aside and told by damaged().
    void look();
    std::optional<LostWork> lostOf(const QString& projectFile) const;
    // Puts the work into the document, as a modified one that belongs to its file if that is there. It is
    // kept further on until it is saved. A fault: it is gone by now, or damaged.
    Result<void> recover(const QString& path);
    void discard(const QString& path);
    // The document's changes are not wanted: the window closes without saving.
    void forget();
    void keepNow(); // does not wait for the pause after an edit
    void waitUntilKept(); // for tests

signals:
    void lostChanged();
    void damaged(const lamina::Faults& faults); // each names where the file is now
    void notKept(const lamina::Faults& faults); // once, until it can be kept again

private:
    void edited();
    bool lockOwn();
    void tellWritten(const Faults& faults);

    ProjectDocument& m_document;
    QString m_folder;
    QString m_path; // of this window; empty: nothing was kept yet
    std::shared_ptr<FileLock> m_lock; // of that file
    QList<LostWork> m_lost;
    bool m_writes = true; // the last time it could
    QTimer m_pause; // after the last edit
    QTimer m_longest; // since the first edit that is not kept
    QThreadPool m_writer; // one thread: what was asked first is done first
};

} // namespace lamina
