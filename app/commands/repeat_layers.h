// A chain or block is made longer by copies of itself, one behind the other: each reads what the one before
// it gives, and what read the last layer reads the last copy.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/core/fault.h"

#include <QCoreApplication>

namespace lamina {

struct Repetition {
    LayerNames layers{};
    int copies = 1;
    double distance = 0; // between the places of two copies, downwards, where layers were placed
    std::map<std::string, CanvasPosition> arrangement{}; // where the others stand from now on
};

// Why these layers cannot be repeated, or nothing.
std::optional<Fault> repeatFault(const ModelSpec& model, const LayerNames& layers);

struct Repeated {
    Project project;
    std::vector<std::string> added; // the copies' layers
};
// The project with the copies. repeatFault() found nothing against it.
Repeated withCopies(Project project, const Repetition& wanted);

class RepeatLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::RepeatLayers)

public:
    RepeatLayers(const Project& project, const Repetition& wanted);
};

} // namespace lamina
