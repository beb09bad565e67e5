#include "engine/formats/run_standing.h"

#include "engine/formats/file_lock.h"
#include "engine/formats/resume_file.h"

namespace lamina {

std::optional<RunStanding> standingOf(const std::filesystem::path& runFolder)
{
    std::error_code error;
    if (!std::filesystem::exists(runFolder / "project.lamina", error))
        return std::nullopt;
    for (const char* name : {resumeFileName, previousResumeFileName}) {
        const Result<ResumeState> state = glanceAtResumeFile(runFolder / name);
        if (!state)
            continue;
        return RunStanding{.epochs = state->run.epoch,
                           .step = state->run.step,
                           .ended = state->run.ended,
                           .stopped = !state->run.stopReason.empty(),
                           .held = isHeld(runFolder / ".lock")};
    }
    return std::nullopt;
}

} // namespace lamina
