#include "engine/formats/resume_file.h"

#include "engine/formats/atomic_file.h"
#include "engine/formats/section_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <unistd.h>

namespace lamina {

namespace fs = std::filesystem;

namespace {
constexpr std::string_view magic = "LAMRESUM";
constexpr std::uint32_t newestVersion = 2;

std::string slotName(std::size_t slot)
{
    return "slot " + std::to_string(slot);
}

std::string keptName(std::size_t callback, const std::string& name)
{
    return "kept " + std::to_string(callback) + " " + name;
}

// Everything that is not an array of floats, as one value that CBOR keeps exactly: unlike JSON texts it holds
// infinities and not-a-numbers.
Json description(const ResumeState& state)
{
    const RunState& run = state.run;
    Json history = Json::array();
    for (const EpochReport& report : run.history)
        history.push_back({{"epoch", report.epoch},
                           {"logs", report.logs},
                           {"seconds", report.seconds},
                           {"samples_per_second", report.samplesPerSecond},
                           {"data_wait_seconds", report.dataWaitSeconds}});
    Json kept = Json::array();
    for (const std::map<std::string, Buffer>& weights : run.keptWeights) {
        Json names = Json::array();
        for (const auto& [name, buffer] : weights)
            names.push_back(name);
        kept.push_back(std::move(names));
    }
    return {{"identity",
             {{"engine", state.identity.engine},
              {"kernels", state.identity.kernels},
              {"lanes", state.identity.lanes}}},
            {"project_hash", state.projectHash},
            {"slots", run.optimizerSlots.size()},
            {"optimizer_step", run.optimizerStep},
            {"learning_rate", run.learningRate},
            {"epoch", run.epoch},
            {"step", run.step},
            {"loss_sum", run.lossSum},
            {"metric_sums", run.metricSums},
            {"callbacks", run.callbacks},
            {"kept_weights", std::move(kept)},
            {"history", std::move(history)},
            {"stop_reason", run.stopReason},
            {"ended", run.ended}};
}

std::span<const std::byte> bytesOf(const Buffer& buffer)
{
    return std::as_bytes(buffer.values());
}

std::optional<Buffer> bufferFrom(const SectionFile& file, const std::string& name)
{
    const std::span<const std::byte>* bytes = file.find(name);
    if (!bytes || bytes->size() % sizeof(float) != 0)
        return std::nullopt;
    Buffer buffer(static_cast<Index>(bytes->size() / sizeof(float)));
    std::copy(bytes->begin(), bytes->end(), std::as_writable_bytes(buffer.values()).begin());
    return buffer;
}

// Throws Json::exception where the description is not what it should be.
void fillFromDescription(ResumeState& state, const Json& from, std::uint32_t version)
{
    RunState& run = state.run;
    const Json& identity = from.at("identity");
    state.identity = {identity.at("engine").get<std::string>(), identity.at("kernels").get<std::string>(),
                      identity.at("lanes").get<Index>()};
    state.projectHash = from.at("project_hash").get<std::string>();
    run.optimizerStep = from.at("optimizer_step").get<Index>();
    run.learningRate = from.at("learning_rate").get<double>();
    run.epoch = from.at("epoch").get<Index>();
    run.step = from.at("step").get<Index>();
    run.lossSum = from.at("loss_sum").get<double>();
    run.metricSums = from.at("metric_sums").get<std::vector<double>>();
    run.callbacks = from.at("callbacks").get<std::vector<Json>>();
    if (version == 1) { // written after the model; why a callback had stopped it was not told
        run.ended = true;
        run.stopReason = from.at("finished").get<bool>() ? "early_stopping" : "";
    } else {
        run.ended = from.at("ended").get<bool>();
        run.stopReason = from.at("stop_reason").get<std::string>();
    }
    for (const Json& report : from.at("history"))
        run.history.push_back({.epoch = report.at("epoch").get<Index>(),
                               .logs = report.at("logs").get<Logs>(),
                               .seconds = report.at("seconds").get<double>(),
                               .samplesPerSecond = report.at("samples_per_second").get<double>(),
                               .dataWaitSeconds = report.value("data_wait_seconds", 0.0)});
}

bool fill(ResumeState& state, const Json& from, const SectionFile& file)
{
    fillFromDescription(state, from, file.version());
    RunState& run = state.run;
    std::optional<Buffer> weights = bufferFrom(file, "weights");
    if (!weights)
        return false;
    run.weights = std::move(*weights);
    for (std::size_t s = 0; s < from.at("slots").get<std::size_t>(); ++s) {
        std::optional<Buffer> slot = bufferFrom(file, slotName(s));
        if (!slot)
            return false;
        run.optimizerSlots.push_back(std::move(*slot));
    }
    const Json& kept = from.at("kept_weights");
    for (std::size_t c = 0; c < kept.size(); ++c) {
        run.keptWeights.emplace_back();
        for (const Json& name : kept[c]) {
            std::optional<Buffer> buffer = bufferFrom(file, keptName(c, name.get<std::string>()));
            if (!buffer)
                return false;
            run.keptWeights.back().emplace(name.get<std::string>(), std::move(*buffer));
        }
    }
    return run.epoch >= 0 && run.step >= 0 && run.optimizerStep >= 0;
}

bool isThere(const fs::path& path)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

// The newest state also under the name of the previous one, without a moment in which there is none.
Result<void> copyToPrevious(const fs::path& newest, const fs::path& previous)
{
    if (!isThere(newest))
        return {};
    return replaceFileAtomically(previous, [&](const fs::path& temporary) -> Result<void> {
        if (::link(newest.c_str(), temporary.c_str()) == 0)
            return {};
        std::error_code error; // a file system without links
        if (!fs::copy_file(newest, temporary, error))
            return writeFault(error.value(), previous);
        return {};
    });
}
} // namespace

Result<void> writeResumeFile(const fs::path& path, const ResumeState& state)
{
    const std::vector<std::uint8_t> described = Json::to_cbor(description(state));
    std::vector<Section> sections{{"state", std::as_bytes(std::span(described))},
                                  {"weights", bytesOf(state.run.weights)}};
    for (std::size_t s = 0; s < state.run.optimizerSlots.size(); ++s)
        sections.push_back({slotName(s), bytesOf(state.run.optimizerSlots[s])});
    for (std::size_t c = 0; c < state.run.keptWeights.size(); ++c)
        for (const auto& [name, buffer] : state.run.keptWeights[c])
            sections.push_back({keptName(c, name), bytesOf(buffer)});
    return writeSections(path, magic, newestVersion, sections);
}

Result<ResumeState> readResumeFile(const fs::path& path)
{
    const Result<SectionFile> file = SectionFile::read(path, magic, newestVersion);
    if (!file)
        return file.faults();
    const std::span<const std::byte>* described = file->find("state");
    if (!described)
        return damagedFault(path);
    ResumeState state;
    try {
        const auto* first = reinterpret_cast<const std::uint8_t*>(described->data());
        if (!fill(state, Json::from_cbor(first, first + described->size()), *file))
            return damagedFault(path);
    } catch (const Json::exception&) {
        return damagedFault(path);
    }
    return state;
}

Result<ResumeState> glanceAtResumeFile(const fs::path& path)
{
    const Result<FirstSection> described = readFirstSection(path, magic, newestVersion, "state");
    if (!described)
        return described.faults();
    ResumeState state;
    try {
        fillFromDescription(state, Json::from_cbor(described->bytes), described->version);
    } catch (const Json::exception&) {
        return damagedFault(path);
    }
    return state;
}

Result<void> keepResumeState(const fs::path& folder, const ResumeState& state)
{
    if (Result<void> copied = copyToPrevious(folder / resumeFileName, folder / previousResumeFileName);
        !copied)
        return copied;
    return writeResumeFile(folder / resumeFileName, state);
}

Result<std::optional<FoundResumeState>> findResumeState(const fs::path& folder)
{
    Faults faults;
    for (const char* name : {resumeFileName, previousResumeFileName}) {
        if (!isThere(folder / name))
            continue;
        Result<ResumeState> state = readResumeFile(folder / name);
        if (state)
            return std::optional(FoundResumeState{std::move(*state), std::move(faults)});
        append(faults, state.faults());
    }
    if (!faults.empty())
        return faults;
    return std::optional<FoundResumeState>();
}

Result<void> dropDamagedState(const fs::path& folder)
{
    std::error_code error;
    fs::rename(folder / previousResumeFileName, folder / resumeFileName, error);
    return error ? Result<void>(writeFault(error.value(), folder / resumeFileName)) : Result<void>();
}

Result<void> checkResumeState(const ResumeState& state, Index weightCount, std::size_t callbackCount,
                              const fs::path& path)
{
    const auto fits = [&](const Buffer& buffer) { return buffer.size() == weightCount; };
    bool all = fits(state.run.weights) && std::ranges::all_of(state.run.optimizerSlots, fits)
        && state.run.callbacks.size() == callbackCount && state.run.keptWeights.size() == callbackCount;
    for (const auto& kept : state.run.keptWeights)
        for (const auto& [name, buffer] : kept)
            all = all && fits(buffer);
    if (all)
        return {};
    return Fault{FaultKind::Input,
                 LAMINA_TEXT("run", "The state of the run does not fit its model"),
                 {.file = path.string(), .path = {}},
                 LAMINA_TEXT("run", "train into another folder")};
}

} // namespace lamina
