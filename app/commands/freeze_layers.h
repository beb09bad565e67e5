// Layers whose weights training leaves as they are, or lets go again: `trainable` of several at once.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

class FreezeLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::FreezeLayers)

public:
    FreezeLayers(const Project& project, const std::vector<std::string>& names, bool freeze);

    static bool isFrozen(const LayerSpec& layer);

private:
    static QString textFor(const std::vector<std::string>& names, bool freeze);
};

} // namespace lamina
