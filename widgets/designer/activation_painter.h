// Draws what a layer gives in the theme's colours, and says it in words.
#pragma once

#include "widgets/designer/activation_picture.h"

class QPainter;
class QRectF;

namespace lamina {

// Fills the room, pictures in their own proportions. Crisp where a cell is larger than a pixel.
void paintActivation(QPainter& painter, const QRectF& room, const ActivationPicture& picture);

// What stands below it; both may be empty.
struct ActivationCaption {
    QString main; // "0 … 2.418", of probabilities "dog · 70.0 %"
    QString more; // "24 of 32 maps"
    bool isWarning = false; // numbers that are none, or nothing but one number
};
ActivationCaption captionOf(const ActivationPicture& picture);

// "values from 0 to 1, mean 0.1307": for screen readers.
QString spokenText(const ActivationPicture& picture);

} // namespace lamina
