// Another model stands in the project: from a template or a file. The layout starts afresh.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

class ReplaceModel final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::ReplaceModel)

public:
    // `weights`: the file to start from.
    ReplaceModel(const Project& project, ModelSpec model, std::map<std::string, CanvasPosition> layout = {},
                 std::string weights = {});
};

} // namespace lamina
