// The runs that projects have left behind: where they are, and which of them can go on.
#pragma once

#include "engine/formats/run_standing.h"

#include <QString>

#include <optional>

namespace lamina {

// A new folder for a run of a project, named after it and the time. An empty `projectFile`: it has none yet.
QString newRunFolder(const QString& projectFile, const QString& projectName);

struct NewestRun {
    QString folder;
    RunStanding standing;
};
// Nothing if there is none, or none that left anything to go on from.
std::optional<NewestRun> newestRun(const QString& projectFile, const QString& projectName);

struct InterruptedRun {
    QString projectFile; // empty: a project that was never saved, which stands in the run's folder
    QString name; // of the project
    QString folder;
    RunStanding standing;
    qint64 epochs = 0; // in all
};
// Of these projects those whose newest run can go on, and the newest of all runs of projects without a file
// if it can.
QList<InterruptedRun> interruptedRuns(const QStringList& projectFiles);

} // namespace lamina
