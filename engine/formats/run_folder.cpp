#include "engine/formats/run_folder.h"

#include "engine/data/source_type.h"
#include "engine/formats/atomic_file.h"
#include "engine/formats/project_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <system_error>

namespace lamina {

namespace fs = std::filesystem;

namespace {
std::string stamp(const char* format)
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

// What the caller asked for cannot be done: no failure of the run.
template <typename Value>
Faults asInput(const Result<Value>& failed)
{
    Faults faults = failed.faults();
    for (Fault& fault : faults)
        fault.kind = FaultKind::Input;
    return faults;
}

std::string absolute(const std::string& path, const fs::path& folder)
{
    if (path.empty())
        return path;
    std::error_code error;
    const fs::path whole = fs::absolute(folder / path, error);
    return error ? path : whole.lexically_normal().string();
}

Fault otherProject(const fs::path& folder)
{
    return {
        FaultKind::Input,
        LAMINA_TEXT("run", "The run in this folder was made by another project, or by another state of it"),
        {.file = folder.string(), .path = {}},
        LAMINA_TEXT("run", "train into another folder, or set the project back")};
}
} // namespace

bool holdsRun(const fs::path& folder)
{
    for (const char* name : {"project.lamina", "history.csv", "timing.csv", "model.h5", resumeFileName,
                             previousResumeFileName}) {
        std::error_code error;
        if (fs::exists(folder / name, error))
            return true;
    }
    return false;
}

Result<void> fitsRun(const fs::path& folder, const Project& project, const fs::path& projectFolder)
{
    const Result<Project> before = readProject(folder / "project.lamina");
    if (!before)
        return before.faults();
    if (projectHash(*before) != projectHash(withAbsolutePaths(project, projectFolder)))
        return otherProject(folder);
    return {};
}

fs::path newRunFolder(const fs::path& parent, const std::string& projectName)
{
    std::size_t length = std::min<std::size_t>(projectName.size(), 100);
    while (length < projectName.size() && length > 0
           && (static_cast<unsigned char>(projectName[length]) & 0xC0U) == 0x80U)
        --length; // never half a character
    std::string name;
    for (const char c : projectName.substr(0, length))
        name += c == '/' || static_cast<unsigned char>(c) < 0x20 ? '-' : c;
    if (name.empty() || name.front() == '.') // nor a hidden folder or a path upwards
        name.insert(0, "run");
    name += stamp(" %Y-%m-%d %H-%M-%S");
    fs::path folder = parent / name;
    std::error_code error;
    for (int other = 2; fs::exists(folder, error); ++other)
        folder = parent / (name + " (" + std::to_string(other) + ")");
    return folder;
}

Project withAbsolutePaths(Project project, const fs::path& folder)
{
    if (const SourceType* source = sources::find(project.data.source))
        for (const Field& field : source->fields) {
            if (field.kind != FieldKind::Path || !project.data.options.is_object())
                continue;
            const auto given = project.data.options.find(field.name);
            if (given != project.data.options.end() && given->is_string())
                *given = absolute(given->get<std::string>(), folder);
        }
    project.weights = absolute(project.weights, folder);
    return project;
}

std::string projectHash(const Project& project)
{
    Project same = project;
    same.training.epochs = 1;
    same.layout.clear();
    same.groups.clear();
    std::uint64_t sum = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char c : projectText(same))
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    std::array<char, 17> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(sum));
    return hex.data();
}

RunFolder::RunFolder(fs::path folder, FileLock lock, Project project)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_project(std::move(project)),
      m_hash(projectHash(m_project))
{
}

Result<RunFolder> RunFolder::open(const fs::path& folder, const Project& project,
                                  const fs::path& projectFolder, bool resume)
{
    // Asked before anything is made: a refused folder stays as it was.
    if (!resume && holdsRun(folder))
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("run", "The folder holds a run already"),
                     {.file = folder.string(), .path = {}},
                     LAMINA_TEXT("run", "go on with --resume, or choose another folder")};
    if (const Result<void> made = makeFolder(folder); !made)
        return asInput(made);
    Result<FileLock> lock = FileLock::acquire(folder / ".lock", folder);
    if (!lock)
        return asInput(lock);
    removeAbandonedTemporaries(folder);
    RunFolder run(folder, std::move(*lock), withAbsolutePaths(project, projectFolder));
    const fs::path copy = folder / "project.lamina";
    std::error_code error;
    if (fs::exists(copy, error)) {
        if (!resume) // somebody was quicker
            return otherProject(folder);
        if (const Result<void> fits = fitsRun(folder, project, projectFolder); !fits)
            return fits.faults();
        run.m_resumed = true;
    }
    if (const Result<void> written = writeProject(run.m_project, copy); !written)
        return asInput(written);
    return run;
}

Result<void> RunFolder::writeHistory(const std::vector<EpochReport>& history) const
{
    if (Result<void> written =
            writeFileAtomically(m_folder / "history.csv", historyCsv(history, m_project.training.metrics));
        !written)
        return written;
    return writeFileAtomically(m_folder / "timing.csv", timingCsv(history));
}

void RunFolder::log(const std::string& line) const
{
    (void)appendToFile(m_folder / "log.txt", stamp("%Y-%m-%d %H:%M:%S ") + line + '\n');
}

} // namespace lamina
