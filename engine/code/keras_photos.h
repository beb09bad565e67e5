// Photographs for Keras: folders, and pictures changed at random.
#pragma once

#include "engine/code/lines.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

#include <set>

namespace lamina::code {

struct KerasPhotos {
    Lines lines; // def load_data(): … return train, validation, test, those that are not there None
    std::set<std::string> imports;
    bool validation = false;
    bool test = false;
    std::vector<Text> notes;
};
KerasPhotos kerasPhotos(const Project& project, const Network& network);

// ImageDataGenerator(…) with the steps' settings and more.
std::string imageGenerator(const std::vector<PartSpec>& augment, const Json& more, int room);

} // namespace lamina::code
