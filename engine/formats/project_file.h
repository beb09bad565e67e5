// Project files (*.lamina), as design.md, section 3, fixes them, and behind the layout, where there are any,
// the blocks into which the designer gathers layers:
//     "groups": { "Stem": { "layers": ["conv", "relu"], "closed": true } }
// A layer is in one block at the most; a missing "closed" means an open one.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/project.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace lamina {

// Files of this version are written; older ones are migrated on reading, newer ones refused.
constexpr int projectVersion = 1;

// All faults that the file has, each with its place: "model.layers[2].config.units". Whether the layers fit
// each other is not asked here (analyse() and Network::make() tell), so that unfinished work can be opened.
Result<Project> readProject(const std::filesystem::path& path);
// `fileName` stands in the faults.
Result<Project> parseProject(std::string_view text, const std::string& fileName);
// The same for who can put things right: values that a setting cannot take, and settings that are missing,
// stay as they are, as they may while a person edits. They are told where layers and parts are checked.
Result<Project> readForEditing(const std::filesystem::path& path);
Result<Project> parseForEditing(std::string_view text, const std::string& fileName);
// The same for work that was interrupted while it was edited: settings out of their limits and links that
// lead nowhere stay as they are. What cannot be read of a text that projectText() did not write is left out.
Result<Project> parseUnfinished(std::string_view text, const std::string& fileName);

// Equal projects give equal texts, whatever order their keys came in.
std::string projectText(const Project& project);
// All or nothing: a reader sees the file as it was or as it is meant to be.
Result<void> writeProject(const Project& project, const std::filesystem::path& path);

} // namespace lamina
