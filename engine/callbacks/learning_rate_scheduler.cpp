// LearningRateScheduler: sets the learning rate at the beginning of each epoch. Where Keras takes a function,
// it takes a schedule, whose steps are epochs here: 0 is the first.
#include "engine/callbacks/monitor.h"
#include "engine/model/schedule_type.h"

namespace lamina::callbacks {

namespace {
const std::array schedulerFields{
    Field{.name = "schedule",
          .kind = FieldKind::RealOrPart,
          .defaultJson = nullptr,
          .label = LAMINA_TEXT("callbacks", "Schedule"),
          .help = LAMINA_TEXT("callbacks", "A number, or how the rate changes; its steps are epochs"),
          .minimum = 0,
          .maximum = 1e6,
          .parts = scheduleParts},
    monitor::verboseField()};

// Remembers nothing: the rate follows from the epoch.
class LearningRateScheduler final : public Callback {
public:
    explicit LearningRateScheduler(const Attributes& attributes)
        : m_schedule(compileSchedule(attributes.value("schedule"))),
          m_verbose(attributes.whole("verbose") > 0)
    {
    }

    void epochBegin(RunningTraining& training, Index epoch) override
    {
        const double rate = m_schedule(epoch);
        training.setLearningRate(rate);
        if (m_verbose)
            training.say(
                Text(LAMINA_TEXT("callbacks", "Epoch %1: the learning rate is set to %2"), epoch + 1, rate));
    }

private:
    ScheduleFunction m_schedule;
    bool m_verbose;
};
} // namespace

const CallbackType& learning_rate_scheduler()
{
    static const CallbackType type{.className = "LearningRateScheduler",
                                   .label = LAMINA_TEXT("callbacks", "Learning rate scheduler"),
                                   .help =
                                       LAMINA_TEXT("callbacks", "Sets the learning rate before each epoch"),
                                   .fields = schedulerFields,
                                   .setsLearningRate = true,
                                   .create = [](const Attributes& attributes) -> std::unique_ptr<Callback> {
                                       return std::make_unique<LearningRateScheduler>(attributes);
                                   }};
    return type;
}

} // namespace lamina::callbacks
