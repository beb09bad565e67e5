// The views of a model as pictures: nothing selected, and all of it, whatever part the window shows. A
// picture is drawn from what it is made of, which has to be there still.
#pragma once

#include "widgets/common/picture.h"

class QString;

namespace lamina {

class GraphScene;
class LayeredScene;
class SummaryModel;

Picture graphPicture(GraphScene& scene);
Picture layeredPicture(LayeredScene& scene); // with the legend below
Picture summaryPicture(const SummaryModel& table, const QString& title);

} // namespace lamina
