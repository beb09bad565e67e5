// Projects to start from.
#pragma once

#include "engine/model/model_template.h"
#include "engine/model/project.h"

namespace lamina {

// The built-in digits and how to learn them, and no layer yet.
Project emptyProject(const std::string& name);

// With data that fit: built-in ones where there are any; folders of pictures, to be named by the person; else
// none yet. The fault says why the network cannot be built for the task.
Result<Project> projectFrom(const ModelTemplate& model, const ModelTask& task, const std::string& name);

} // namespace lamina
