// A training that leaves a run folder behind, or nothing at all where none is named.
#include "engine/data/file_bytes.h"
#include "engine/data/open.h"
#include "engine/formats/atomic_file.h"
#include "engine/formats/keras_h5.h"
#include "engine/formats/run_writer.h"
#include "engine/kernels/identity.h"
#include "engine/training/extras.h"
#include "engine/training/trainer.h"

namespace lamina {

namespace {
constexpr std::uintmax_t largestText = 1'000'000'000; // bytes of a log that is appended to

class FolderRecorder final : public RunRecorder {
public:
    FolderRecorder(RunFolder folder, const TrainingSetup& setup, const TrainingOptions& options)
        : m_folder(std::move(folder)), m_training(setup.project.training),
          m_extras(extrasOf(setup.project.data, setup.data, *setup.learned)),
          m_resume(options.resume), m_identity{LAMINA_VERSION, kernelIdentity(),
                                               Plan::laneCount(*setup.network,
                                                               setup.project.training.batchSize)},
          m_writer(m_folder, m_identity, options.secondsBetweenStates)
    {
    }

    Result<std::optional<RunState>> begin(const Network& network) override
    {
        if (!m_resume)
            return std::optional<RunState>();
        Result<std::optional<FoundResumeState>> found = findResumeState(m_folder.path());
        if (!found)
            return found.faults();
        if (!*found)
            return std::optional<RunState>();
        FoundResumeState& state = **found;
        if (!state.damaged.empty()) {
            say(sentence(state.damaged));
            if (Result<void> dropped = dropDamagedState(m_folder.path()); !dropped)
                return dropped.faults();
        }
        if (Result<void> fits = checkResumeState(state.state, network.weightCount(),
                                                 m_training.callbacks.size(), m_folder.path());
            !fits)
            return fits.faults();
        if (state.state.identity != m_identity)
            say(render(
                Text(LAMINA_TEXT(
                         "training",
                         "The run was begun with %1 %2 and goes on with %3 %4: its last digits may differ"),
                     state.state.identity.engine, state.state.identity.kernels, m_identity.engine,
                     m_identity.kernels)));
        // Everything else in the folder is cut back to what the state says.
        if (Result<void> written = m_folder.writeHistory(state.state.run.history); !written)
            return written.faults();
        m_writer.stateStands();
        return std::optional<RunState>(std::move(state.state.run));
    }

    Result<void> epochEnded(const std::vector<EpochReport>& history) override
    {
        m_writer.write(history);
        return {};
    }

    Result<bool> wantsState(bool) override { return m_writer.isDue(); }
    Result<void> keep(RunState state) override
    {
        m_writer.keep(std::move(state));
        return {};
    }
    Result<void> finish() override { return m_writer.finish(); }

    Result<void> saveModel(const std::filesystem::path& path, const Network& network, const Buffer& weights,
                           bool weightsOnly) override
    {
        const std::filesystem::path target = path.is_absolute() ? path : m_folder.path() / path;
        if (Result<void> ready = makeReady(target); !ready)
            return ready;
        return weightsOnly ? writeKerasWeights(target, network, weights)
                           : writeKerasH5(target, asSaved(network, weights));
    }

    // With what the optimizer has kept, so that training can go on from the file here and in Keras.
    Result<void> end(const Network& network, const Buffer& weights, const Updater& updater,
                     EndReason reason) override
    {
        say(name(reason));
        const keras::OptimizerState optimizer{m_training.optimizer, updater.step(), updater.slots()};
        ModelToSave model = asSaved(network, weights);
        model.optimizer = &optimizer;
        return writeKerasH5(m_folder.modelFile(), model);
    }

    Result<void> writeText(const std::filesystem::path& path, const std::string& text) override
    {
        const std::filesystem::path target = path.is_absolute() ? path : m_folder.path() / path;
        if (Result<void> ready = makeReady(target); !ready)
            return ready;
        return writeFileAtomically(target, text);
    }

    Result<std::string> readText(const std::filesystem::path& path) override
    {
        const std::filesystem::path target = path.is_absolute() ? path : m_folder.path() / path;
        std::error_code error;
        if (!std::filesystem::exists(target, error))
            return std::string();
        const Result<std::vector<std::uint8_t>> bytes = readFile(target, {}, largestText);
        if (!bytes)
            return bytes.faults();
        return std::string(bytes->begin(), bytes->end());
    }

    void say(const std::string& line) override { m_folder.log(line); }

private:
    // For a file of a callback's.
    Result<void> makeReady(const std::filesystem::path& target)
    {
        if (Result<void> stands = m_writer.waitForState(); !stands)
            return stands;
        return makeFolder(target.parent_path());
    }

    ModelToSave asSaved(const Network& network, const Buffer& weights) const
    {
        return {.network = &network,
                .weights = &weights,
                .extras = m_extras,
                .training = &m_training,
                .optimizer = nullptr};
    }

    RunFolder m_folder;
    TrainingSpec m_training;
    ModelExtras m_extras;
    bool m_resume;
    ComputationIdentity m_identity;
    RunWriter m_writer;
};

// The weights that the project starts from, where it names any; and where their training stood, if it was
// with the same optimizer. Else the optimizer starts anew, as after compile() in Keras, and that is told.
Result<void> startFrom(TrainingSetup& setup, const std::filesystem::path& folder)
{
    if (setup.project.weights.empty())
        return {};
    const std::filesystem::path file = folder / setup.project.weights;
    Result<KerasWeights> read = readKerasWeights(file, *setup.network, &setup.project.training.optimizer);
    if (!read)
        return read.faults();
    setup.weights = std::move(read->weights);
    setup.notes = std::move(read->notes);
    if (read->optimizer && read->optimizer->kept.size() == setup.updater->slots().size()) {
        setup.updater->resume(read->optimizer->step, setup.updater->learningRate());
        setup.updater->slots() = std::move(read->optimizer->kept);
    }
    return {};
}
} // namespace

Result<TrainingOutcome> train(const Project& project, const TrainingOptions& options,
                              TrainingObserver& observer, TrainingControl& control)
{
    Result<TrainingSetup> setup = TrainingSetup::make(project, options.projectFolder);
    if (!setup)
        return setup.faults();
    if (Result<void> started = startFrom(*setup, options.projectFolder); !started)
        return started.faults();
    std::unique_ptr<FolderRecorder> recorder;
    if (!options.runFolder.empty()) {
        Result<RunFolder> folder =
            RunFolder::open(options.runFolder, project, options.projectFolder, options.resume);
        if (!folder)
            return folder.faults();
        recorder = std::make_unique<FolderRecorder>(std::move(*folder), *setup, options);
    }
    Trainer trainer(std::move(*setup), options.threads, recorder.get(), observer, control);
    return trainer.run();
}

} // namespace lamina
