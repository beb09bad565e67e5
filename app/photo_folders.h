// Photographs that a project learns from: whether they are there, and where a person has them.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/project.h"

#include <QString>

class QWidget;

namespace lamina {

class Studio;

// Whether the project learns from folders of photographs, and the one for training is not there.
bool photosAreMissing(const Project& project, const QString& projectFolder);
// The same data with the folders that are found in `folder` by their usual names.
Result<DataSpec> withPhotosFrom(DataSpec data, const QString& folder);
// Where the question for them begins: beside those that the project has, else where people keep pictures.
QString whereToLookForPhotos(const DataSpec& data, const QString& projectFolder);
// Asks for the folder and takes its photographs, as one step of undo.
void choosePhotos(Studio& studio, QWidget* parent);
// What has to be where, and where such a set can be had: a title and rich text.
QString photosTitle();
QString photosHelp();

} // namespace lamina
