#include "engine/training/updater.h"

#include "engine/model/plan.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace lamina {

namespace {
constexpr Index pieceSize = 32768; // floats: a piece's weights, gradient and slots fit a core's cache
constexpr std::size_t slotsAtMost = 4;
} // namespace

Result<Updater> Updater::make(const Network& network, const PartSpec& optimizer)
{
    const OptimizerType* type = optimizers::find(optimizer.className);
    if (!type) {
        std::string names;
        for (const OptimizerType* each : optimizers::all())
            names += (names.empty() ? "" : ", ") + std::string(each->className);
        return Fault{FaultKind::Input,
                     Text(LAMINA_TEXT("training", "There is no optimizer '%1'"), optimizer.className),
                     Place{{}, "training.optimizer", {}},
                     Text(LAMINA_TEXT("training", "use one of: %1"), names)};
    }
    Faults faults = check(type->fields, optimizer.config, Place{{}, "training.optimizer.config", {}});
    if (!faults.empty())
        return faults;
    const Attributes attributes(type->fields, optimizer.config);
    Updater updater;
    updater.m_update = type->compile(attributes);
    updater.m_learningRate = attributes.real("learning_rate");
    updater.m_slotNames = type->slots(attributes);
    assert(updater.m_slotNames.size() <= slotsAtMost);
    for (std::size_t s = 0; s < updater.m_slotNames.size(); ++s) {
        updater.m_slots.emplace_back(network.weightCount());
        if (type->slotStart)
            std::ranges::fill(updater.m_slots.back().values(),
                              type->slotStart(attributes, static_cast<int>(s)));
    }
    Index inPiece = pieceSize;
    for (const Variable& variable : network.variables())
        for (Index done = 0; variable.trainable && done < variable.count; done += pieceSize) {
            const Index count = std::min(pieceSize, variable.count - done);
            if (inPiece + count > pieceSize) {
                updater.m_pieces.push_back(static_cast<int>(updater.m_ranges.size()));
                inPiece = 0;
            }
            updater.m_ranges.push_back({variable.offset + done, count});
            inPiece += count;
        }
    updater.m_pieces.push_back(static_cast<int>(updater.m_ranges.size()));
    return updater;
}

void Updater::apply(Workers& workers, float* weights, std::span<float* const> lanes)
{
    ++m_step;
    workers.run(static_cast<int>(m_pieces.size()) - 1, [&](int piece) {
        for (int r = m_pieces[static_cast<std::size_t>(piece)];
             r < m_pieces[static_cast<std::size_t>(piece) + 1]; ++r) {
            const Range& range = m_ranges[static_cast<std::size_t>(r)];
            sumLanes(lanes, range.offset, range.count);
            std::array<float*, slotsAtMost> slots{};
            for (std::size_t s = 0; s < m_slots.size(); ++s)
                slots[s] = m_slots[s].data() + range.offset;
            m_update({.weights = weights + range.offset,
                      .gradient = lanes[0] + range.offset,
                      .slots = {slots.data(), m_slots.size()},
                      .count = range.count,
                      .step = m_step,
                      .learningRate = m_learningRate});
        }
    });
}

} // namespace lamina
