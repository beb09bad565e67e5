// All settings of one layer or of several back at their defaults. What must be given stays, and so does what
// is no setting of their kind of layer: their names, whether they are frozen.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

class ResetLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::ResetLayers)

public:
    ResetLayers(const Project& project, const std::vector<std::string>& names);

private:
    static QString textFor(const std::vector<std::string>& names);
};

} // namespace lamina
