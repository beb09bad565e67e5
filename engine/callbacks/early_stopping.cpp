// EarlyStopping: ends the training when the watched number has stopped getting better.
#include "engine/callbacks/monitor.h"

namespace lamina::callbacks {

namespace {
using namespace monitor;

const std::array earlyStoppingFields{
    monitorField(),
    Field{.name = "min_delta",
          .kind = FieldKind::Real,
          .defaultJson = "0",
          .label = LAMINA_TEXT("callbacks", "Least change"),
          .help = LAMINA_TEXT("callbacks", "A smaller change does not count as better")},
    Field{.name = "patience",
          .kind = FieldKind::Whole,
          .defaultJson = "0",
          .label = LAMINA_TEXT("callbacks", "Patience"),
          .help = LAMINA_TEXT("callbacks", "Epochs without getting better before the training ends"),
          .minimum = 0,
          .maximum = 1e9},
    verboseField(),
    modeField(),
    Field{.name = "baseline",
          .kind = FieldKind::Real,
          .defaultJson = "null",
          .label = LAMINA_TEXT("callbacks", "Baseline"),
          .help = LAMINA_TEXT("callbacks", "Patience runs out unless the number is better than this"),
          .orNull = true},
    Field{.name = "restore_best_weights",
          .kind = FieldKind::Flag,
          .defaultJson = "false",
          .label = LAMINA_TEXT("callbacks", "Restore best weights"),
          .help =
              LAMINA_TEXT("callbacks", "When it stops the training, go back to the best epoch's weights")},
    Field{.name = "start_from_epoch",
          .kind = FieldKind::Whole,
          .defaultJson = "0",
          .label = LAMINA_TEXT("callbacks", "Start from epoch"),
          .help = LAMINA_TEXT("callbacks", "Epochs that are let pass before it watches"),
          .minimum = 0,
          .maximum = 1e9}};

bool namesAccuracy(std::string_view name)
{
    return name.ends_with("acc") || name.ends_with("accuracy") || name.ends_with("auc");
}

class EarlyStopping final : public Callback {
public:
    explicit EarlyStopping(const Attributes& attributes)
        : m_monitor(attributes.text("monitor")), m_more(moreIsBetter(attributes, namesAccuracy)),
          m_minDelta(std::abs(attributes.real("min_delta"))), m_patience(attributes.whole("patience")),
          m_restore(attributes.flag("restore_best_weights")),
          m_firstEpoch(attributes.whole("start_from_epoch"))
    {
        if (!attributes.isNull("baseline"))
            m_baseline = attributes.real("baseline");
        reset();
    }

    Result<void> trainBegin(RunningTraining&) override
    {
        reset();
        return {};
    }

    Result<void> epochEnd(RunningTraining& training, Index epoch, const Logs& logs) override
    {
        const std::optional<double> current = valueOf(logs, m_monitor);
        if (!current) {
            if (!m_warned)
                training.say(
                    Text(LAMINA_TEXT("callbacks",
                                     "EarlyStopping watches '%1', which this training does not have. "
                                     "It has: %2"),
                         m_monitor, namesOf(logs)));
            m_warned = true;
            return {};
        }
        if (epoch < m_firstEpoch)
            return {};
        if (m_restore && !m_bestWeights)
            m_bestWeights = training.weights(); // in case nothing ever gets better
        ++m_wait;
        if (isBetter(*current, m_best)) {
            m_best = *current;
            m_bestEpoch = epoch;
            if (m_restore)
                m_bestWeights = training.weights();
            if (!m_baseline || isBetter(*current, *m_baseline))
                m_wait = 0;
            return {};
        }
        if (m_wait >= m_patience && epoch > 0)
            stop(training, epoch);
        return {};
    }

    Json state() const override
    {
        return {
            {"best", toJson(m_best)}, {"best_epoch", m_bestEpoch}, {"wait", m_wait}, {"warned", m_warned}};
    }
    void setState(const Json& state) override
    {
        m_best = fromJson(state.at("best"));
        m_bestEpoch = state.at("best_epoch").get<Index>();
        m_wait = state.at("wait").get<Index>();
        m_warned = state.at("warned").get<bool>();
    }
    std::map<std::string, Buffer> keptWeights() const override
    {
        std::map<std::string, Buffer> kept;
        if (m_bestWeights)
            kept.emplace("best", *m_bestWeights);
        return kept;
    }
    void setKeptWeights(std::map<std::string, Buffer> kept) override
    {
        m_bestWeights.reset();
        if (auto best = kept.find("best"); best != kept.end())
            m_bestWeights = std::move(best->second);
    }

private:
    void reset()
    {
        m_best = m_more ? -infinity : infinity;
        m_bestEpoch = 0;
        m_wait = 0;
        m_warned = false;
        m_bestWeights.reset();
    }
    // Strictly, and by more than the least change; a not-a-number never is.
    bool isBetter(double value, double than) const
    {
        return m_more ? value - m_minDelta > than : value + m_minDelta < than;
    }
    void stop(RunningTraining& training, Index epoch)
    {
        training.stopTraining("early_stopping");
        training.say(Text(LAMINA_TEXT("callbacks",
                                      "Epoch %1: early stopping, since %2 has stopped getting "
                                      "better"),
                          epoch + 1, m_monitor));
        if (!m_bestWeights)
            return;
        training.setWeights(*m_bestWeights);
        training.say(Text(LAMINA_TEXT("callbacks", "The weights are those of the best epoch again: epoch %1"),
                          m_bestEpoch + 1));
    }

    std::string m_monitor;
    bool m_more;
    double m_minDelta;
    Index m_patience;
    bool m_restore;
    Index m_firstEpoch;
    std::optional<double> m_baseline;

    double m_best = 0;
    Index m_bestEpoch = 0;
    Index m_wait = 0;
    bool m_warned = false;
    std::optional<Buffer> m_bestWeights;
};
} // namespace

const CallbackType& early_stopping()
{
    static const CallbackType type{
        .className = "EarlyStopping",
        .label = LAMINA_TEXT("callbacks", "Early stopping"),
        .help = LAMINA_TEXT("callbacks", "Ends the training when it has stopped getting better"),
        .fields = earlyStoppingFields,
        .create = [](const Attributes& attributes) -> std::unique_ptr<Callback> {
            return std::make_unique<EarlyStopping>(attributes);
        }};
    return type;
}

} // namespace lamina::callbacks
