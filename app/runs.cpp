#include "app/runs.h"

#include "engine/formats/project_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace lamina {
namespace {

// A project's name as a folder's, in any language: only what file systems mind is replaced.
QString asFolderName(QString name)
{
    static const QRegularExpression unwanted(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    name.replace(unwanted, QStringLiteral("-"));
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("run") : name.left(80);
}

QDir runsOf(const QString& projectFile)
{
    return QDir(projectFile.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                        + QStringLiteral("/Lamina/runs")
                                      : QFileInfo(projectFile).absolutePath() + QStringLiteral("/runs"));
}

// The time in a run's folder name, with what tells apart the runs of one second: greater is newer. Empty: it
// is no run of this project; an empty `name` takes those of all.
QString timeOf(const QString& folder, const QString& name)
{
    static const QRegularExpression form(
        QStringLiteral("^(.*) (\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d)(?: \\((\\d+)\\))?$"));
    const QRegularExpressionMatch found = form.match(folder);
    if (!found.hasMatch() || (!name.isEmpty() && found.captured(1) != name))
        return {};
    return found.captured(2) + found.captured(3).rightJustified(6, QLatin1Char('0'));
}

QString newestFolder(const QDir& runs, const QString& name)
{
    QString newest;
    QString newestTime;
    for (const QString& folder : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString time = timeOf(folder, name);
        if (time > newestTime) {
            newestTime = time;
            newest = folder;
        }
    }
    return newest.isEmpty() ? QString() : runs.filePath(newest);
}

std::optional<NewestRun> standing(const QString& folder)
{
    if (folder.isEmpty())
        return std::nullopt;
    const std::optional<RunStanding> found = standingOf(folder.toStdString());
    return found ? std::optional(NewestRun{folder, *found}) : std::nullopt;
}

} // namespace

QString newRunFolder(const QString& projectFile, const QString& projectName)
{
    const QDir runs = runsOf(projectFile);
    const QString name = QStringLiteral("%1 %2").arg(
        asFolderName(projectName),
        QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    QString folder = runs.filePath(name);
    for (int again = 2; QFileInfo::exists(folder); ++again)
        folder = runs.filePath(QStringLiteral("%1 (%2)").arg(name).arg(again));
    return folder;
}

std::optional<NewestRun> newestRun(const QString& projectFile, const QString& projectName)
{
    return standing(newestFolder(runsOf(projectFile), asFolderName(projectName)));
}

QList<InterruptedRun> interruptedRuns(const QStringList& projectFiles)
{
    QList<InterruptedRun> interrupted;
    const auto add = [&](const QString& projectFile, const std::optional<NewestRun>& run) {
        if (!run)
            return;
        const Result<Project> trained =
            readProject((run->folder + QStringLiteral("/project.lamina")).toStdString());
        if (trained && run->standing.canGoOn(trained->training.epochs))
            interrupted << InterruptedRun{projectFile, QString::fromStdString(trained->name), run->folder,
                                          run->standing, trained->training.epochs};
    };
    for (const QString& file : projectFiles)
        if (const Result<Project> project = readProject(file.toStdString()))
            add(file, newestRun(file, QString::fromStdString(project->name)));
    add({}, standing(newestFolder(runsOf({}), {})));
    return interrupted;
}

} // namespace lamina
