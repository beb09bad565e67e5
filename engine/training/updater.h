// The optimizer over all weights: the lanes' gradients are summed, penalised, clipped and applied piece by
// piece, and constrained variables brought back.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/pieces.h"
#include "engine/model/constraints.h"
#include "engine/model/network.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/project.h"
#include "engine/model/regularizers.h"
#include "engine/model/schedule_type.h"

namespace lamina {

class Updater {
public:
    // `path` in faults: training.optimizer. With `accumulated` above 1, that many steps make one update.
    static Result<Updater> make(const Network& network, const PartSpec& optimizer, int accumulated = 1);

    // One step over so many samples: `lanes` hold gradients laid out as the weights, of the mean over the
    // samples; they are summed into the first. Changes the weights once a group of steps is complete, which
    // the last step of an epoch always makes it: by the gradient of the mean over all samples of the group.
    void apply(Workers& workers, float* weights, std::span<float* const> lanes, Index samples = 1,
               bool lastOfEpoch = true);

    // The rate of the last update, or of the first before it.
    double learningRate() const { return m_learningRate; }
    // Not where a schedule says what it is.
    void setLearningRate(double rate);
    bool hasSchedule() const { return m_schedule != nullptr; }

    // What a resumed run needs: updates made, the slots (each laid out as the weights), and what a group has
    // gathered so far.
    Index step() const { return m_step; }
    void resume(Index step, double learningRate)
    {
        m_step = step;
        m_learningRate = learningRate;
    }
    std::vector<Buffer>& slots() { return m_slots; }
    const std::vector<Buffer>& slots() const { return m_slots; }
    const std::vector<std::string>& slotNames() const { return m_slotNames; }
    Buffer& gathered() { return m_gathered; } // empty where each step is an update
    const Buffer& gathered() const { return m_gathered; }
    int stepsGathered() const { return m_stepsGathered; }
    void setGathered(int steps, Index samples)
    {
        m_stepsGathered = steps;
        m_samplesGathered = samples;
    }

private:
    Updater() = default;
    struct Range {
        Index offset;
        Index count;
        Penalty penalty;
        std::size_t variable; // among those trained
    };
    struct Constrained {
        Index offset;
        Constraint constraint;
    };
    enum class Clip { Nothing, Values, Norms, GlobalNorm };

    template <typename Work>
    void forEachRange(Workers& workers, const Work& work) const;
    void complete(const Range& range, const float* weights, std::span<float* const> lanes, Index samples);
    void update(const Range& range, float* weights, const float* gradients);
    void readClipping(const Attributes& attributes);
    void findFactors();

    std::vector<Range> m_ranges; // of trained weights, none longer than a piece
    std::vector<int> m_pieces; // where each piece's ranges begin, and the end
    std::vector<Constrained> m_constrained;
    std::vector<Buffer> m_slots;
    std::vector<std::string> m_slotNames;
    UpdateFunction m_update;
    ScheduleFunction m_schedule; // null: the rate stays as it is set
    Clip m_clip = Clip::Nothing;
    double m_limit = 0;
    std::vector<double> m_squares; // of each range
    std::vector<double> m_factors; // of each trained variable
    Buffer m_gathered;
    int m_accumulated = 1;
    int m_stepsGathered = 0;
    Index m_samplesGathered = 0;
    Index m_step = 0;
    double m_learningRate = 0;
};

} // namespace lamina
