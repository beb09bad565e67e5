// A layer's name, also where others read from it, in the model's inputs and outputs, in its block, and in the
// layout.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

class RenameLayer final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::RenameLayer)

public:
    // `to` is free: see nameFault().
    RenameLayer(const Project& project, const std::string& from, const std::string& to);

    // Why a layer cannot be called so, or an empty text. `self` is the layer that asks.
    static QString nameFault(const ModelSpec& model, const std::string& self, const std::string& name);
};

} // namespace lamina
