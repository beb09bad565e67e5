// CosineDecayRestarts: half a cosine wave again and again, each t_mul times as long and m_mul times as high
// as the one before. Loshchilov and Hutter 2017 (SGDR).
#include "engine/schedules/schedule_fields.h"

namespace lamina::schedules {

namespace {
const std::array restartFields{
    fields::initialRate(),
    fields::steps("first_decay_steps", nullptr, LAMINA_TEXT("schedules", "First decay steps"),
                  LAMINA_TEXT("schedules", "Updates that the first wave takes")),
    fields::real("t_mul", "2", 1, 1e6, LAMINA_TEXT("schedules", "Longer by"),
                 LAMINA_TEXT("schedules", "How many times as long each wave is as the one before")),
    fields::real("m_mul", "1", 0, 1e6, LAMINA_TEXT("schedules", "Higher by"),
                 LAMINA_TEXT("schedules", "How many times as high each wave is as the one before")),
    fields::real("alpha", "0", 0, 1e6, LAMINA_TEXT("schedules", "Alpha"),
                 LAMINA_TEXT("schedules", "Share of the initial learning rate that is never fallen below"))};

struct Wave {
    double index; // from 0
    double part; // that is done, from 0 to 1
};

// By adding up waves and not by logarithms, which are off by one where a wave just ends.
Wave waveAt(double done, double longer)
{
    if (longer == 1)
        return {std::floor(done), done - std::floor(done)};
    double index = 0;
    double length = 1;
    for (; done >= length; ++index) {
        done -= length;
        length *= longer;
    }
    return {index, done / length};
}

ScheduleFunction compile(const Attributes& attributes)
{
    return [initial = attributes.real("initial_learning_rate"), first = attributes.real("first_decay_steps"),
            longer = attributes.real("t_mul"), higher = attributes.real("m_mul"),
            alpha = attributes.real("alpha")](Index step) {
        const Wave wave = waveAt(static_cast<double>(step) / first, longer);
        const double height =
            0.5 * std::pow(higher, wave.index) * (1 + std::cos(std::numbers::pi * wave.part));
        return initial * ((1 - alpha) * height + alpha);
    };
}
} // namespace

const ScheduleType& cosine_decay_restarts()
{
    static const ScheduleType type{
        .className = "CosineDecayRestarts",
        .label = LAMINA_TEXT("schedules", "Cosine decay with restarts"),
        .help = LAMINA_TEXT("schedules", "Falls gently, jumps up and falls again, ever slower"),
        .fields = restartFields,
        .compile = compile};
    return type;
}

} // namespace lamina::schedules
