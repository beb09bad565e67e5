// What a project file says of the canvas: where layers stand, and the blocks they are gathered in.
#pragma once

#include "engine/formats/section_reader.h"

namespace lamina {

// Reads "layout" and "groups" of the file into the project; tells what is wrong in the section's faults.
void readCanvas(const SectionReader& root, const std::vector<std::string>& layerNames, Project& project);

// A name that no layer has, with the one that is most like it.
Fault unknownLayer(const std::vector<std::string>& layerNames, const std::string& name, const Place& where);

} // namespace lamina
