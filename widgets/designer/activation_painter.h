// Draws what a layer gives in the theme's colours, and says it in words.
#pragma once

#include "widgets/designer/activation_picture.h"

class QPainter;
class QRectF;

namespace lamina {

// Fills the room, pictures in their own proportions. Crisp where a cell is larger than a pixel.
void paintActivation(QPainter& painter, const QRectF& room, const ActivationPicture& picture);

// Two short pieces for the line below: "0 … 2.418", and "16 of 32" or the likeliest class. The first is the
// one that must be read.
struct ActivationCaption {
    QString range;
    QString more;
    bool isWarning = false; // numbers that are none, or nothing but one number
};
ActivationCaption captionOf(const ActivationPicture& picture);

// "28 × 28 × 1, from 0 to 1, mean 0.1307": for screen readers.
QString spokenText(const ActivationPicture& picture);

} // namespace lamina
