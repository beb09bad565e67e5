// What a model costs, layer by layer, told while it is designed. What is counted is known at once; memory and
// the time of a step take a while and are found on a thread of their own.
#pragma once

#include "engine/core/pieces.h"
#include "engine/model/fix.h"
#include "engine/model/network.h"
#include "engine/training/memory.h"

#include <functional>
#include <optional>

namespace lamina {

struct LayerCost {
    Index parameters = 0;
    Index trainableParameters = 0;
    double multiplyAdds = 0; // of one sample on its way through
    double memory = 0; // bytes while it is trained
    double seconds = 0; // of a training step
};

struct ModelCost {
    enum class Source {
        Unknown,
        Estimated, // from what was measured before, or with a smaller batch
        Measured, // on this machine, for just this model and batch
    };

    std::vector<LayerCost> layers; // as in the spec
    LayerCost all; // more than the layers' sum: batches, the optimizer's update
    Index batch = 0;
    Source memory = Source::Unknown;
    Source time = Source::Unknown;
    std::optional<TrainingMemory> memoryParts;
    std::optional<Fault> tooLarge; // for this machine's memory
    Index fittingBatch = 0; // then: the largest that fits, or 0
};

// Parameters and multiply-adds, also of a model with faults.
ModelCost countedCost(const ModelAnalysis& analysis, Index batch);

// How many samples the parts of the data have; -1: not known.
struct SampleCounts {
    Index training = -1;
    Index validation = -1;
};

// Asked between the pieces of work that follow: false ends them.
using GoesOn = std::function<bool()>;

// Memory and, unless `timed` is false, the time of a step with random data of the model's shape. A project
// whose loss does not fit is looked at with one that always does. A step that is long is measured with fewer
// samples. Nothing if it was ended, or if the model has faults.
std::optional<ModelCost> findCost(const Project& project, const SampleCounts& samples, double available,
                                  Workers& workers, bool timed, const GoesOn& goesOn);

// Remembers what layers took, to say at once what a model like it will take.
class CostMemory {
public:
    void remember(const ModelSpec& model, const ModelAnalysis& analysis, const ModelCost& found);
    // Fills in memory and time as far as anything like them was found before.
    void estimate(const ModelSpec& model, const ModelAnalysis& analysis, ModelCost& cost) const;

private:
    struct Known {
        std::optional<double> memory;
        std::optional<double> seconds;
    };
    std::map<std::string, Known> m_layers; // by kind, settings, what comes in, and batch
    double m_secondsPerWork = 0; // of layers that are not among them; 0: nothing was measured yet
    double m_bytesPerNumber = 0;
    double m_secondsBeside = 0; // of a step, beside its layers
    double m_bytesBeside = 0;
};

} // namespace lamina
