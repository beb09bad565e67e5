// The difference between two states of a project's model, layout and blocks, small enough to be kept for
// ever: the layers from the first to the last that differ, the places and blocks that differ, and the
// training where it names outputs. Swapping it in twice gives the first state again.
#pragma once

#include "app/commands/document_command.h"

#include <optional>

namespace lamina {

class ProjectPatch {
public:
    static ProjectPatch between(const Project& before, const Project& after);

    bool empty() const;
    // Turns `before` into `after`, or back. Only on the states it was made from.
    Changes exchange(Project& project);

private:
    std::size_t m_first = 0; // layers before it are alike in both states
    std::size_t m_present = 0; // how many of the project's layers give way
    std::vector<LayerSpec> m_layers; // to what
    struct Links {
        std::vector<TensorRef> inputs, outputs;
    };
    std::optional<Links> m_links; // of the model, where they differ
    std::optional<std::string> m_weights;
    std::optional<TrainingSpec> m_training;
    std::map<std::string, std::optional<CanvasPosition>> m_positions;
    std::map<std::string, std::optional<LayerGroup>> m_groups;
};

} // namespace lamina
