// ModelCheckpoint: saves the model after epochs, or after so many batches.
#include "engine/callbacks/monitor.h"
#include "engine/training/path_format.h"

#include <algorithm>

namespace lamina::callbacks {

namespace {
using namespace monitor;

const std::array checkpointFields{
    Field{.name = "filepath",
          .kind = FieldKind::Path,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("callbacks", "File"),
          .help = LAMINA_TEXT("callbacks", "Where to save, with places to fill: model_{epoch:02d}.h5")},
    monitorField(),
    verboseField(),
    Field{.name = "save_best_only",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("callbacks", "Best only"),
          .help = LAMINA_TEXT("callbacks", "Save only when the watched number is better than ever")},
    Field{.name = "save_weights_only",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("callbacks", "Weights only"),
          .help = LAMINA_TEXT("callbacks", "Save the weights without the model around them")},
    modeField(),
    Field{.name = "save_freq",
          .kind = FieldKind::Whole,
          .defaultJson = "\"epoch\"",
          .label = LAMINA_TEXT("callbacks", "How often"),
          .help = LAMINA_TEXT("callbacks", "After every epoch, or after so many batches"),
          .minimum = 1,
          .maximum = 1e15,
          .orWord = "epoch"},
    Field{.name = "initial_value_threshold",
          .kind = FieldKind::Real,
          .defaultJson = "null",
          .label = LAMINA_TEXT("callbacks", "Starting value"),
          .help = LAMINA_TEXT("callbacks", "What has to be beaten before anything is saved"),
          .orNull = true}};

// Not the rule of EarlyStopping: val_auc counts as less is better here. So it is in Keras 2.13.
bool namesAccuracy(std::string_view name)
{
    return name.find("acc") != std::string_view::npos || name.starts_with("fmeasure");
}

// Batches between saves; 0: after each epoch.
Index batchesBetween(const Attributes& attributes)
{
    const Json value = attributes.value("save_freq");
    return value.is_string() ? 0 : attributes.whole("save_freq");
}

class ModelCheckpoint final : public Callback {
public:
    explicit ModelCheckpoint(const Attributes& attributes)
        : m_path(attributes.text("filepath")), m_monitor(attributes.text("monitor")),
          m_verbose(attributes.whole("verbose") > 0), m_bestOnly(attributes.flag("save_best_only")),
          m_weightsOnly(attributes.flag("save_weights_only")),
          m_more(moreIsBetter(attributes, namesAccuracy)), m_batchesBetween(batchesBetween(attributes)),
          m_best(m_more ? -infinity : infinity)
    {
        if (!attributes.isNull("initial_value_threshold"))
            m_best = attributes.real("initial_value_threshold");
    }

    bool watchesBatches() const override { return m_batchesBetween > 0; }

    Result<void> batchEnd(RunningTraining& training, Index batch, const Logs& logs) override
    {
        if (m_batchesBetween == 0)
            return {};
        m_batchesSinceSaving += batch <= m_lastBatch ? batch + 1 : batch - m_lastBatch;
        m_lastBatch = batch;
        if (m_batchesSinceSaving < m_batchesBetween)
            return {};
        m_batchesSinceSaving = 0;
        return save(training, m_epoch, batch, logs);
    }

    Result<void> epochEnd(RunningTraining& training, Index epoch, const Logs& logs) override
    {
        m_epoch = epoch + 1; // of the batches to come
        return m_batchesBetween == 0 ? save(training, epoch, std::nullopt, logs) : Result<void>();
    }

    Json state() const override
    {
        return {{"best", toJson(m_best)},
                {"epoch", m_epoch},
                {"last_batch", m_lastBatch},
                {"batches_since_saving", m_batchesSinceSaving},
                {"warned", m_warned}};
    }
    void setState(const Json& state) override
    {
        m_best = fromJson(state.at("best"));
        m_epoch = state.at("epoch").get<Index>();
        m_lastBatch = state.at("last_batch").get<Index>();
        m_batchesSinceSaving = state.at("batches_since_saving").get<Index>();
        m_warned = state.at("warned").get<bool>();
    }

private:
    Result<void> save(RunningTraining& training, Index epoch, std::optional<Index> batch, const Logs& logs)
    {
        PathValues values{{"epoch", epoch + 1}};
        if (batch)
            values.emplace("batch", *batch + 1);
        for (const auto& [name, value] : logs)
            if (name != "batch_loss") // the loop's own, no name of Keras'
                values.emplace(name, value);
        const Result<std::string> path = formatPath(m_path, values);
        if (!path)
            return path.faults();
        if (m_bestOnly && !becomesBest(training, epoch, logs))
            return {};
        return training.saveModel(*path, m_weightsOnly);
    }

    bool becomesBest(RunningTraining& training, Index epoch, const Logs& logs)
    {
        const std::optional<double> current = valueOf(logs, m_monitor);
        if (!current) {
            if (!m_warned)
                training.say(Text(LAMINA_TEXT("callbacks",
                                              "ModelCheckpoint saves only the best '%1', which this training "
                                              "does not have, so it saves nothing. It has: %2"),
                                  m_monitor, namesOf(logs)));
            m_warned = true;
            return false;
        }
        const bool better = m_more ? *current > m_best : *current < m_best;
        if (m_verbose && better)
            training.say(
                Text(LAMINA_TEXT("callbacks", "Epoch %1: %2 went from %3 to %4, so the model is saved"),
                     epoch + 1, m_monitor, inFive(m_best), inFive(*current)));
        else if (m_verbose)
            training.say(Text(LAMINA_TEXT("callbacks", "Epoch %1: %2 is not better than %3"), epoch + 1,
                              m_monitor, inFive(m_best)));
        if (better)
            m_best = *current;
        return better;
    }

    static std::string inFive(double value) { return *formatPath("{v:.5f}", {{"v", value}}); }

    std::string m_path;
    std::string m_monitor;
    bool m_verbose;
    bool m_bestOnly;
    bool m_weightsOnly;
    bool m_more;
    Index m_batchesBetween;

    double m_best;
    Index m_epoch = 0; // that is going on
    Index m_lastBatch = 0;
    Index m_batchesSinceSaving = 0;
    bool m_warned = false;
};

// What can be known of the file name before the first step. Names of metrics come with the training.
Faults check(const Attributes& attributes, const Place& where)
{
    const std::string path = attributes.text("filepath");
    Place place = where;
    place.path += (place.path.empty() ? "" : ".") + std::string("filepath");
    if (path.empty())
        return {{FaultKind::Input, LAMINA_TEXT("callbacks", "The file to save to has no name"), place,
                 LAMINA_TEXT("callbacks", "give a name such as model_{epoch:02d}.h5")}};
    const Result<std::vector<std::string>> names = pathNames(path);
    if (!names) {
        Faults faults = names.faults();
        for (Fault& fault : faults)
            fault.where = place;
        return faults;
    }
    if (batchesBetween(attributes) == 0 && std::ranges::count(*names, "batch") > 0)
        return {{FaultKind::Input,
                 Text(LAMINA_TEXT("callbacks",
                                  "The file name '%1' asks for {batch}, but is filled in after "
                                  "an epoch"),
                      path),
                 place, LAMINA_TEXT("callbacks", "remove {batch}, or set save_freq to a number of batches")}};
    return {};
}
} // namespace

const CallbackType& model_checkpoint()
{
    static const CallbackType type{.className = "ModelCheckpoint",
                                   .label = LAMINA_TEXT("callbacks", "Model checkpoint"),
                                   .help = LAMINA_TEXT("callbacks", "Saves the model as the training goes"),
                                   .fields = checkpointFields,
                                   .check = check,
                                   .create = [](const Attributes& attributes) -> std::unique_ptr<Callback> {
                                       return std::make_unique<ModelCheckpoint>(attributes);
                                   }};
    return type;
}

} // namespace lamina::callbacks
