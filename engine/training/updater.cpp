#include "engine/training/updater.h"

#include "engine/core/listed.h"
#include "engine/kernels/clones.h"
#include "engine/losses/sums.h"
#include "engine/model/plan.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace lamina {

namespace {
constexpr Index pieceSize = 32768; // floats: a piece's weights, gradient and slots fit a core's cache
constexpr std::size_t slotsAtMost = 4;

LAMINA_CLONES void addScaled(float* into, const float* other, Index count, float factor)
{
    for (Index i = 0; i < count; ++i)
        into[i] += factor * other[i];
}

// gradient = (gathered + factor × gradient) / all, and nothing is gathered any more.
LAMINA_CLONES void drain(float* gathered, float* gradient, Index count, float factor, float all)
{
    for (Index i = 0; i < count; ++i) {
        gradient[i] = (gathered[i] + factor * gradient[i]) / all;
        gathered[i] = 0;
    }
}

LAMINA_CLONES void clipValues(float* g, Index count, float limit)
{
    for (Index i = 0; i < count; ++i)
        g[i] = g[i] > limit ? limit : (g[i] < -limit ? -limit : g[i]);
}

LAMINA_CLONES void scale(float* g, Index count, float factor)
{
    for (Index i = 0; i < count; ++i)
        g[i] *= factor;
}

LAMINA_CLONES double sumOfSquares(const float* g, Index count)
{
    return sumOf(count, [g](Index i) { return static_cast<double>(g[i]) * static_cast<double>(g[i]); });
}
} // namespace

Result<Updater> Updater::make(const Network& network, const PartSpec& optimizer, int accumulated)
{
    const OptimizerType* type = optimizers::find(optimizer.className);
    if (!type)
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("training", "There is no optimizer '%1'"), optimizer.className),
                     Place{{}, "training.optimizer", {}},
                     Text(LAMINA_TEXT("training", "use one of: %1"),
                          listed(optimizers::all(), &OptimizerType::className))};
    const Place where{{}, "training.optimizer.config", {}};
    Faults faults = check(type->fields, optimizer.config, where);
    const Attributes attributes(type->fields, optimizer.config);
    if (faults.empty() && type->check)
        faults = type->check(attributes, where);
    if (!faults.empty())
        return faults;
    Updater updater;
    updater.m_update = compileUpdate(*type, attributes);
    const Json rate = attributes.value("learning_rate");
    const ScheduleFunction schedule = compileSchedule(rate);
    updater.m_learningRate = schedule(0);
    if (isSchedule(rate))
        updater.m_schedule = schedule;
    updater.readClipping(attributes);
    updater.m_slotNames = type->slots(attributes);
    assert(updater.m_slotNames.size() <= slotsAtMost);
    for (std::size_t s = 0; s < updater.m_slotNames.size(); ++s) {
        updater.m_slots.emplace_back(network.weightCount());
        if (type->slotStart)
            std::ranges::fill(updater.m_slots.back().values(),
                              type->slotStart(attributes, static_cast<int>(s)));
    }
    updater.m_accumulated = accumulated;
    if (accumulated > 1)
        updater.m_gathered = Buffer(network.weightCount());
    Index inPiece = pieceSize;
    for (const Variable& variable : network.variables()) {
        if (!variable.trainable)
            continue;
        const Penalty penalty = penaltyOf(variable.regularizer);
        for (Index done = 0; done < variable.count; done += pieceSize) {
            const Index count = std::min(pieceSize, variable.count - done);
            if (inPiece + count > pieceSize) {
                updater.m_pieces.push_back(static_cast<int>(updater.m_ranges.size()));
                inPiece = 0;
            }
            updater.m_ranges.push_back({variable.offset + done, count, penalty, updater.m_factors.size()});
            inPiece += count;
        }
        updater.m_factors.push_back(1);
        if (std::optional<Constraint> constraint = Constraint::make(variable.constraint, variable.shape))
            updater.m_constrained.push_back({variable.offset, std::move(*constraint)});
    }
    updater.m_pieces.push_back(static_cast<int>(updater.m_ranges.size()));
    updater.m_squares.resize(updater.m_ranges.size());
    return updater;
}

// The first of these that is set and above 0 counts, as in Keras.
void Updater::readClipping(const Attributes& attributes)
{
    constexpr std::array<std::pair<const char*, Clip>, 3> order{
        {{"clipnorm", Clip::Norms}, {"global_clipnorm", Clip::GlobalNorm}, {"clipvalue", Clip::Values}}};
    for (const auto& [name, clip] : order)
        if (m_clip == Clip::Nothing && !attributes.isNull(name) && attributes.real(name) > 0) {
            m_clip = clip;
            m_limit = attributes.real(name);
        }
}

void Updater::setLearningRate(double rate)
{
    assert(!hasSchedule());
    m_learningRate = rate;
}

template <typename Work>
void Updater::forEachRange(Workers& workers, const Work& work) const
{
    workers.run(static_cast<int>(m_pieces.size()) - 1, [&](int piece) {
        for (int r = m_pieces[static_cast<std::size_t>(piece)];
             r < m_pieces[static_cast<std::size_t>(piece) + 1]; ++r)
            work(static_cast<std::size_t>(r));
    });
}

// The whole gradient of a range, in lanes[0]: over all lanes and steps of the group, with the penalty's.
void Updater::complete(const Range& range, const float* weights, std::span<float* const> lanes, Index samples)
{
    sumLanes(lanes, range.offset, range.count);
    float* gradient = lanes[0] + range.offset;
    if (m_samplesGathered > 0)
        drain(m_gathered.data() + range.offset, gradient, range.count, static_cast<float>(samples),
              static_cast<float>(m_samplesGathered + samples));
    if (range.penalty.any())
        range.penalty.addGradient(weights + range.offset, gradient, range.count);
    if (m_clip == Clip::Values)
        clipValues(gradient, range.count, static_cast<float>(m_limit));
}

void Updater::update(const Range& range, float* weights, const float* gradients)
{
    std::array<float*, slotsAtMost> slots{};
    for (std::size_t s = 0; s < m_slots.size(); ++s)
        slots[s] = m_slots[s].data() + range.offset;
    m_update({.weights = weights + range.offset,
              .gradient = gradients + range.offset,
              .slots = {slots.data(), m_slots.size()},
              .count = range.count,
              .step = m_step,
              .learningRate = m_learningRate});
}

// What each variable's gradient is multiplied by so that no norm is above the limit. The squares are added up
// in the order of the ranges, whoever has summed them.
void Updater::findFactors()
{
    std::ranges::fill(m_factors, 0.0);
    for (std::size_t r = 0; r < m_ranges.size(); ++r)
        m_factors[m_clip == Clip::Norms ? m_ranges[r].variable : 0] += m_squares[r];
    const auto factorOf = [this](double squares) {
        const double norm = std::sqrt(squares);
        return std::isnan(norm) ? norm : m_limit / std::max(norm, m_limit);
    };
    if (m_clip == Clip::Norms)
        std::ranges::transform(m_factors, m_factors.begin(), factorOf);
    else if (!m_factors.empty())
        // An infinite norm leaves no number, as TensorFlow's clip_by_global_norm.
        std::ranges::fill(m_factors,
                          std::isfinite(m_factors[0]) ? factorOf(m_factors[0])
                                                      : std::numeric_limits<double>::quiet_NaN());
}

void Updater::apply(Workers& workers, float* weights, std::span<float* const> lanes, Index samples,
                    bool lastOfEpoch)
{
    if (++m_stepsGathered < m_accumulated && !lastOfEpoch) {
        forEachRange(workers, [&](std::size_t r) {
            const Range& range = m_ranges[r];
            sumLanes(lanes, range.offset, range.count);
            addScaled(m_gathered.data() + range.offset, lanes[0] + range.offset, range.count,
                      static_cast<float>(samples));
        });
        m_samplesGathered += samples;
        return;
    }
    if (m_schedule)
        m_learningRate = m_schedule(m_step);
    ++m_step;
    if (m_clip == Clip::Norms || m_clip == Clip::GlobalNorm) {
        forEachRange(workers, [&](std::size_t r) {
            complete(m_ranges[r], weights, lanes, samples);
            m_squares[r] = sumOfSquares(lanes[0] + m_ranges[r].offset, m_ranges[r].count);
        });
        findFactors();
        forEachRange(workers, [&](std::size_t r) {
            const Range& range = m_ranges[r];
            if (m_factors[range.variable] != 1)
                scale(lanes[0] + range.offset, range.count, static_cast<float>(m_factors[range.variable]));
            update(range, weights, lanes[0]);
        });
    } else {
        forEachRange(workers, [&](std::size_t r) {
            complete(m_ranges[r], weights, lanes, samples);
            update(m_ranges[r], weights, lanes[0]);
        });
    }
    workers.run(static_cast<int>(m_constrained.size()), [&](int c) {
        Constrained& each = m_constrained[static_cast<std::size_t>(c)];
        each.constraint.apply(weights + each.offset);
    });
    setGathered(0, 0);
}

} // namespace lamina
