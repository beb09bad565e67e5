// Batches made from a data set on demand: samples read, preprocessed and laid side by side, targets encoded
// as the loss wants them.
#pragma once

#include "engine/core/buffer.h"
#include "engine/core/pieces.h"
#include "engine/data/augment.h"
#include "engine/data/dataset.h"
#include "engine/data/preprocess_type.h"
#include "engine/model/network.h"
#include "engine/model/objective.h"

#include <optional>
#include <vector>

namespace lamina {

// How the fields of a data set feed a network: checked once, used for each part.
class Feed {
public:
    // A shape or kind that does not fit is a fault that names layer and field. `classWeight` as the project
    // has it, checked by compileObjective().
    // `augment`: checked steps for the pictures among the inputs.
    static Result<Feed> make(const DataParts& parts, const Network& network, const Objective& objective,
                             PreprocessFunction preprocess, const Json& classWeight = nullptr,
                             const std::vector<PartSpec>& augment = {}, std::uint64_t seed = 0);
    // Without targets: what a model's inputs are fed with.
    static Result<Feed> ofInputs(const DataParts& parts, const Network& network,
                                 PreprocessFunction preprocess);

    struct Field {
        int index = 0; // in the data set
        Index elements = 0; // of one sample in the batch
        bool oneHot = false; // a class number becomes a row with one 1
        bool prepared = true; // an input that preprocessing applies to
        SampleAugment augment{}; // of pictures, in training; may be empty
        int copyOf = -1; // a target that is what comes in, as it comes in: which input
    };
    const std::vector<Field>& inputs() const { return m_inputs; }
    const std::vector<Field>& targets() const { return m_targets; }
    int weightField() const { return m_weightField; } // -1: all samples count the same
    std::span<const float> classWeights() const { return m_classWeights; } // empty: all classes do
    const PreprocessFunction& preprocess() const { return m_preprocess; }

private:
    Faults takeInputs(const DataParts& parts, const Network& network); // takes none if they are not as many

    std::vector<Field> m_inputs;
    std::vector<Field> m_targets;
    int m_weightField = -1;
    std::vector<float> m_classWeights;
    PreprocessFunction m_preprocess;
};

// Class weights count and pictures are augmented in training alone; sample weights count everywhere, as in
// Keras.
enum class BatchUse { Training, Evaluation };

class BatchBuffers {
public:
    BatchBuffers(const Feed& feed, Index batch, BatchUse use = BatchUse::Evaluation);

    // Sample i of the batch is data set sample order[i]. order may be shorter than the batch. `epoch` counts
    // where pictures are augmented.
    Result<void> fill(Workers& workers, const Dataset& data, std::span<const Index> order, Index epoch = 0);
    // The same for one sample: sample `from` of the data set becomes sample `to` of the batch.
    Result<void> fillSample(const Dataset& data, Index from, Index to, Index epoch);
    std::span<const float* const> inputs() const { return m_inputAddresses; }
    std::span<const float* const> targets() const { return m_targetAddresses; }
    const float* weights() const { return m_weights.size() > 0 ? m_weights.data() : nullptr; }

private:
    Result<float> weightOf(const Dataset& data, Index from, Index to) const;

    const Feed& m_feed;
    std::vector<Buffer> m_inputs;
    std::vector<Buffer> m_targets;
    Buffer m_weights;
    bool m_trains;
    bool m_usesClassWeights = false;
    std::vector<std::optional<Result<void>>> m_failures; // of the pieces
    std::vector<const float*> m_inputAddresses;
    std::vector<const float*> m_targetAddresses;
};

// The order of an epoch's samples: a pure function of seed and epoch. Not shuffled: 0, 1, 2 …
void orderOfEpoch(std::uint64_t seed, Index epoch, bool shuffle, std::vector<Index>& order);

} // namespace lamina
