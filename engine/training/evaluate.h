// Loss and metrics of a model over a part of the data, in inference mode.
#pragma once

#include "engine/formats/keras_h5.h"
#include "engine/model/project.h"
#include "engine/training/batch_stream.h"
#include "engine/training/callback_type.h"

#include <functional>

namespace lamina {

// A plan for whole batches and one for what is left over, kept between calls.
class Evaluator {
public:
    Evaluator(const Network& network, const Objective& objective, const Feed& feed, Index batch);
    ~Evaluator();

    // `progress` is told how many steps are done of how many, and may return false to give up: then the
    // result is empty.
    Result<Logs> run(Workers& workers, const Dataset& data, float* weights,
                     const std::function<bool(Index, Index)>& progress = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
};

struct Evaluation {
    Logs logs; // loss and metrics under Keras' present names: accuracy, also for acc
    std::vector<std::string> names; // of the logs but the loss, in the project's order
    bool usedValidation = false; // there was no test set
    Index samples = 0;
};

// The test part of the project's data, or the validation part where there is none. What the model learned of
// its own data (`extras`) is used again where the project prepares in the same way; else it is learned from
// the project's training part.
Result<Evaluation> evaluate(const Project& project, const Network& network, const Buffer& weights,
                            const ModelExtras& extras, const std::filesystem::path& projectFolder,
                            int threads);

} // namespace lamina
