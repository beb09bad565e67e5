// What layers are called in Keras' files whose own names Keras could not build. TensorFlow wants a name of a
// scope: a letter, a digit or a dot, then these, '_', '-', '>', '/' and '\'; so blanks and Korean letters
// fail when the model is loaded. Keras 3 refuses '/', too. Lamina writes its own names beside, and reads them
// back.
#pragma once

#include "engine/formats/keras_h5.h"
#include "engine/formats/keras_words.h"

namespace lamina::keras {

// From one name to another, in all models of a model.
using Renaming = std::map<std::string, std::string>;

// Empty where every name will do. No two names become one, and none becomes one that is there.
Renaming namesFor(Version version, const ModelSpec& model);
Renaming inverse(const Renaming& names);

void rename(ModelSpec& model, const Renaming& names);
void rename(TrainingSpec& training, const Renaming& names); // losses, weights and metrics of single outputs

// A sentence for each layer that is called otherwise there.
std::vector<Text> renamingNotes(Version version, const ModelSpec& model);

} // namespace lamina::keras
