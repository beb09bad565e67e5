// Computes what each layer of a model gives for a sample of the project's data, on the caller's thread. Keeps
// what it opened and compiled, so that the next sample, or newer weights, cost only the computation.
#pragma once

#include "engine/data/preprocess.h"
#include "engine/model/layer_outputs.h"
#include "engine/training/batches.h"
#include "engine/training/training.h"
#include "widgets/designer/activation_picture.h"

#include <filesystem>
#include <functional>
#include <map>

namespace lamina {

using ActivationPtr = std::shared_ptr<const ActivationPicture>;

struct PreviewQuestion {
    std::shared_ptr<const Project> project; // with absolute paths
    std::filesystem::path folder; // of its data
    SnapshotPtr snapshot; // null: the weights that a training would begin with
    qint64 sample = 0; // of the training part
    std::string closeLook; // a layer that is wanted in detail, or empty
};

struct PreviewAnswer {
    std::map<std::string, ActivationPtr> layers; // those that could be computed
    ActivationPtr close; // the one that was wanted in detail; null if it could not be computed
    qint64 sample = 0; // that it is of
    qint64 samples = 0; // that there are
    QString label; // the sample's target, or empty
    SnapshotPtr snapshot; // whose weights; null: those that a training would begin with
    bool isBrought = false; // no snapshot: weights from a file
    Faults faults; // nothing could be computed
    double seconds = 0; // of a processor that it took
};

class PreviewMachine {
public:
    // `goesOn` is asked between the parts of the work; after a no the answer is worth nothing.
    PreviewAnswer answer(const PreviewQuestion& question, const std::function<bool()>& goesOn);

private:
    Result<void> openParts(const PreviewQuestion& question);
    Result<void> takeNetwork(const PreviewQuestion& question);
    Result<void> takeFeed(const PreviewQuestion& question);
    Result<Buffer> startingWeights(const PreviewQuestion& question, const std::function<bool()>& goesOn);
    Result<void> look(const PreviewQuestion& question, const std::function<bool()>& goesOn,
                      PreviewAnswer& into);
    ActivationPicture pictureOf(const LayerSpec& layer, const Shape& shape, std::span<const float> values,
                                const ActivationDetail& detail) const;
    QString labelOf(qint64 sample) const;

    // The data that is open.
    DataSpec m_data;
    std::filesystem::path m_folder;
    std::uint64_t m_seed = 0;
    std::optional<DataParts> m_parts;
    std::shared_ptr<const LearnedSteps> m_ownSteps; // learned here, of m_parts
    // The network that is compiled, of this model or of a snapshot.
    ModelSpec m_model;
    std::optional<LayerOutputs> m_outputs;
    std::string m_weightsFile;
    std::optional<Buffer> m_weights; // that a training would begin with; found when first wanted
    // How its inputs are fed.
    std::shared_ptr<const LearnedSteps> m_steps; // that the feed prepares with
    std::optional<Feed> m_feed;
    std::optional<BatchBuffers> m_buffers; // reads m_feed
};

} // namespace lamina
