// ReduceLROnPlateau: a smaller learning rate when the watched number has stopped getting better.
#include "engine/callbacks/monitor.h"

#include <algorithm>

namespace lamina::callbacks {

namespace {
using namespace monitor;

const std::array plateauFields{
    monitorField(),
    fields::real("factor", "0.1", 0, 0.999999999, LAMINA_TEXT("callbacks", "Factor"),
                 LAMINA_TEXT("callbacks", "What the learning rate is multiplied by, below 1")),
    fields::whole("patience", "10", 0, 1e9, LAMINA_TEXT("callbacks", "Patience"),
                  LAMINA_TEXT("callbacks", "Epochs without getting better before it is reduced")),
    verboseField(),
    modeField(),
    fields::real("min_delta", "0.0001", 0, 1e9, LAMINA_TEXT("callbacks", "Least change"),
                 LAMINA_TEXT("callbacks", "A smaller change does not count as better")),
    fields::whole("cooldown", "0", 0, 1e9, LAMINA_TEXT("callbacks", "Cooldown"),
                  LAMINA_TEXT("callbacks", "Epochs to wait after a reduction before it watches again")),
    fields::real("min_lr", "0", 0, 1e6, LAMINA_TEXT("callbacks", "Smallest rate"),
                 LAMINA_TEXT("callbacks", "The learning rate never goes below"))};

bool namesAccuracy(std::string_view name)
{
    return name.find("acc") != std::string_view::npos;
}

class ReduceLROnPlateau final : public Callback {
public:
    explicit ReduceLROnPlateau(const Attributes& attributes)
        : m_monitor(attributes.text("monitor")), m_more(moreIsBetter(attributes, namesAccuracy)),
          m_factor(attributes.real("factor")), m_patience(attributes.whole("patience")),
          m_minDelta(attributes.real("min_delta")), m_cooldown(attributes.whole("cooldown")),
          m_minRate(attributes.real("min_lr"))
    {
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
                                     "ReduceLROnPlateau watches '%1', which this training does not have. "
                                     "It has: %2"),
                         m_monitor, namesOf(logs)));
            m_warned = true;
            return {};
        }
        if (m_cooling > 0) {
            --m_cooling;
            m_wait = 0;
        }
        if (m_more ? *current > m_best + m_minDelta : *current < m_best - m_minDelta) {
            m_best = *current;
            m_wait = 0;
        } else if (m_cooling == 0 && ++m_wait >= m_patience) {
            reduce(training, epoch);
        }
        return {};
    }

    Json state() const override
    {
        return {{"best", toJson(m_best)}, {"wait", m_wait}, {"cooling", m_cooling}, {"warned", m_warned}};
    }
    void setState(const Json& state) override
    {
        m_best = fromJson(state.at("best"));
        m_wait = state.at("wait").get<Index>();
        m_cooling = state.at("cooling").get<Index>();
        m_warned = state.at("warned").get<bool>();
    }

private:
    void reset()
    {
        m_best = m_more ? -infinity : infinity;
        m_wait = 0;
        m_cooling = 0;
        m_warned = false;
    }
    void reduce(RunningTraining& training, Index epoch)
    {
        const double rate = training.learningRate();
        if (!(rate > m_minRate))
            return;
        const double next = std::max(rate * m_factor, m_minRate);
        training.setLearningRate(next);
        training.say(Text(LAMINA_TEXT("callbacks",
                                      "Epoch %1: the learning rate is reduced to %2, since %3 has stopped "
                                      "getting better"),
                          epoch + 1, next, m_monitor));
        m_cooling = m_cooldown;
        m_wait = 0;
    }

    std::string m_monitor;
    bool m_more;
    double m_factor;
    Index m_patience;
    double m_minDelta;
    Index m_cooldown;
    double m_minRate;

    double m_best = 0;
    Index m_wait = 0;
    Index m_cooling = 0;
    bool m_warned = false;
};
} // namespace

const CallbackType& reduce_lr_on_plateau()
{
    static const CallbackType type{
        .className = "ReduceLROnPlateau",
        .label = LAMINA_TEXT("callbacks", "Reduce the learning rate on a plateau"),
        .help = LAMINA_TEXT("callbacks", "Takes smaller steps when it has stopped getting better"),
        .fields = plateauFields,
        .setsLearningRate = true,
        .create = [](const Attributes& attributes) -> std::unique_ptr<Callback> {
            return std::make_unique<ReduceLROnPlateau>(attributes);
        }};
    return type;
}

} // namespace lamina::callbacks
