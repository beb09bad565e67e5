// The folder that one training leaves behind: project.lamina, history.csv, timing.csv, log.txt, model.h5, the
// checkpoints of its callbacks, and the resume file while it is unfinished.
#pragma once

#include "engine/formats/file_lock.h"
#include "engine/formats/resume_file.h"
#include "engine/model/project.h"

namespace lamina {

// Locked for as long as it lives. Everything but the log is written wholly or not at all.
class RunFolder {
public:
    // Makes the folder if needed and takes it. Without `resume` a folder that holds a run is refused; with
    // it, a run of another project is (epochs apart: they are the total). Faults found here are the caller's
    // (exit 3); what fails later is a Runtime fault (exit 1). Relative paths of the project's data become
    // absolute in the run's copy, which is written here.
    static Result<RunFolder> open(const std::filesystem::path& folder, const Project& project,
                                  const std::filesystem::path& projectFolder, bool resume);

    const std::filesystem::path& path() const { return m_folder; }
    const Project& project() const { return m_project; } // as it stands in the folder
    const std::string& hash() const { return m_hash; } // of the project
    // Whether there was a run to go on with.
    bool resumed() const { return m_resumed; }

    Result<void> writeHistory(const std::vector<EpochReport>& history) const; // history.csv, timing.csv
    // A line with the time before it; a log that cannot be written stops nobody.
    void log(const std::string& line) const;
    std::filesystem::path modelFile() const { return m_folder / "model.h5"; }

private:
    RunFolder(std::filesystem::path folder, FileLock lock, Project project);
    std::filesystem::path m_folder;
    FileLock m_lock;
    Project m_project;
    std::string m_hash;
    bool m_resumed = false;
};

// Whether a training has left anything there.
bool holdsRun(const std::filesystem::path& folder);
// Whether this project may go on with the run in the folder, or the fault that open() would give. `folder`
// has a project.lamina.
Result<void> fitsRun(const std::filesystem::path& folder, const Project& project,
                     const std::filesystem::path& projectFolder);
// A folder in `parent` that does not exist yet, named after the project and the present time:
// "Handwritten digits 2026-11-24 05-12-00".
std::filesystem::path newRunFolder(const std::filesystem::path& parent, const std::string& projectName);

// The project with all paths of its data absolute; relative ones start at `folder`.
Project withAbsolutePaths(Project project, const std::filesystem::path& folder);
// Equal for projects whose runs may go on with each other: all but the number of epochs and the canvas.
std::string projectHash(const Project& project);

// "epoch,loss,accuracy,val_loss,val_accuracy,lr": epochs from 1, metrics in the project's order, numbers that
// read back as the same; no times, so that equal runs are equal files.
std::string historyCsv(const std::vector<EpochReport>& history, const std::vector<PartSpec>& metrics);
// "epoch,seconds,samples_per_second,data_wait_seconds"
std::string timingCsv(const std::vector<EpochReport>& history);

} // namespace lamina
