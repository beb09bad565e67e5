// The optimizer over all weights: the lanes' gradients are summed and applied in one pass, piece by piece.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/pieces.h"
#include "engine/model/network.h"
#include "engine/model/optimizer_type.h"
#include "engine/model/project.h"

namespace lamina {

class Updater {
public:
    // `path` in faults: training.optimizer.
    static Result<Updater> make(const Network& network, const PartSpec& optimizer);

    // One step: `lanes` hold gradients laid out as the weights; they are summed into the first.
    void apply(Workers& workers, float* weights, std::span<float* const> lanes);

    double learningRate() const { return m_learningRate; }
    void setLearningRate(double rate) { m_learningRate = rate; }

    // What a resumed run needs: steps taken, and the slots (each laid out as the weights).
    Index step() const { return m_step; }
    void setStep(Index step) { m_step = step; }
    std::vector<Buffer>& slots() { return m_slots; }
    const std::vector<Buffer>& slots() const { return m_slots; }
    const std::vector<std::string>& slotNames() const { return m_slotNames; }

private:
    Updater() = default;
    struct Range {
        Index offset;
        Index count;
    };
    std::vector<Range> m_ranges; // of trained weights, none longer than a piece
    std::vector<int> m_pieces; // where each piece's ranges begin, and the end
    std::vector<Buffer> m_slots;
    std::vector<std::string> m_slotNames;
    UpdateFunction m_update;
    Index m_step = 0;
    double m_learningRate = 0;
};

} // namespace lamina
