// Blocks come, go, change their layers or name, open and close.
#pragma once

#include "app/commands/edit_structure.h"

#include <QCoreApplication>

namespace lamina {

// These layers are the block of that name, which may be new. groupFault() found nothing against it.
class GroupLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::GroupLayers)

public:
    GroupLayers(const Project& project, const std::string& name, const LayerNames& layers);
};

// The blocks go, their layers stay.
class UngroupLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::UngroupLayers)

public:
    UngroupLayers(const Project& project, const std::vector<std::string>& names);
};

class RenameGroup final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::RenameGroup)

public:
    // groupNameFault() found nothing against `to`.
    RenameGroup(const Project& project, const std::string& from, const std::string& to);
};

class CloseGroups final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::CloseGroups)

public:
    // `moved`: layers that make room for those that appear.
    CloseGroups(const Project& project, const std::vector<std::string>& names, bool closed,
                const std::map<std::string, CanvasPosition>& moved = {});
};

} // namespace lamina
