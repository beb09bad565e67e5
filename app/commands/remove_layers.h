// Layers go, and the gap is closed: what read from one of them reads what it read.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

class RemoveLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::RemoveLayers)

public:
    enum class Act { Remove, Cut };
    // Names that are not there are passed over.
    RemoveLayers(const Project& project, const std::vector<std::string>& names, Act act = Act::Remove);

private:
    static QString textFor(const std::vector<std::string>& names, Act act);
};

} // namespace lamina
