// What is wrong with a project, or could be better, before a step is made: each with what puts it right where
// that is certain. All of it is told from what layers and losses declare.
#pragma once

#include "engine/data/dataset.h"
#include "engine/model/fix.h"
#include "engine/model/network.h"

#include <optional>

namespace lamina {

// The data, as far as it matters to the model that shall learn them.
struct TaskFacts {
    struct Target {
        std::string name;
        bool classes = false; // each sample is of one of `count` classes; else its target are numbers
        Index count = 0; // of the classes, or of the numbers; 0: not known
        Shape shape; // of the numbers
        bool ordered = false; // the classes are called 0, 1, 2 …, and may be learnt as numbers
        bool named = false; // the numbers along the last axis stand for something each, as in one-hot rows
    };
    struct Input {
        std::string name;
        std::optional<Shape> shape; // nothing: samples differ in size, or are no numbers
        Index ids = 0; // above 0: whole numbers below it, which stand for things
    };
    std::vector<Input> inputs;
    std::vector<Target> targets;
    Index trainSamples = -1; // -1: not known
    Index validationSamples = -1;
};
TaskFacts taskFacts(const DataParts& parts);

struct Advice {
    Fault fault; // where.layer says on which layer it stands; empty: the model as a whole
    bool blocks = true; // training would be refused or in vain; false: it can be done so, but hardly well
    std::vector<Fix> fixes; // the first is the one to make

    bool operator==(const Advice&) const = default;
};

// The faults that the analysis found, and what does not fit between the model's ends, the loss and the data.
// The latter for models without faults and with one output. `facts`: null while nothing is known.
std::vector<Advice> advise(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts);

// The two parts of it.
std::vector<Advice> adviseFaults(const Project& project, const ModelAnalysis& analysis,
                                 const TaskFacts* facts);
std::vector<Advice> adviseTask(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts);

} // namespace lamina
