// The resume file: the one truth about an unfinished run.
#pragma once

#include "engine/training/run_recorder.h"

#include <filesystem>
#include <optional>

namespace lamina {

// What numbers were computed with. Equal identities give equal bits.
struct ComputationIdentity {
    std::string engine; // Lamina's version
    std::string kernels; // oneDNN's version and the instruction set
    Index lanes = 0; // a batch was cut into; 0: not told

    bool operator==(const ComputationIdentity&) const = default;
};

struct ResumeState {
    RunState run;
    ComputationIdentity identity;
    std::string projectHash; // as projectHash() gives it
};

constexpr const char* resumeFileName = "resume.lamina-state";
constexpr const char* previousResumeFileName = "resume.previous.lamina-state";

// Doubles and floats are kept bit for bit, not-a-number included.
Result<void> writeResumeFile(const std::filesystem::path& path, const ResumeState& state);
Result<ResumeState> readResumeFile(const std::filesystem::path& path);

// The same without weights, slots and whatever else is large: to look at, not to go on from.
Result<ResumeState> glanceAtResumeFile(const std::filesystem::path& path);

// In a run folder. The state before stays as previousResumeFileName.
Result<void> keepResumeState(const std::filesystem::path& folder, const ResumeState& state);

struct FoundResumeState {
    ResumeState state;
    Faults damaged; // of the newest file, if the one before it had to do
};
// Nothing if there is neither file; faults if none of them can be read.
Result<std::optional<FoundResumeState>> findResumeState(const std::filesystem::path& folder);

// Puts the state before in the place of a damaged newest one, which would otherwise take its place.
Result<void> dropDamagedState(const std::filesystem::path& folder);

// Whether a state belongs to a network of this many weights, this many slots and callbacks.
Result<void> checkResumeState(const ResumeState& state, Index weightCount, std::size_t callbackCount,
                              const std::filesystem::path& path);

} // namespace lamina
