// What a view shows, as a picture that can leave the window: PNG, SVG or PDF.
#pragma once

#include "widgets/common/drawing.h"

#include <QByteArray>
#include <QImage>

namespace lamina {

// Drawn with its upper left at the origin, in the theme's present colours. `draw` lives no longer than the
// view that gave it.
struct Picture {
    QSizeF size; // pixels at full size
    std::function<void(QPainter&)> draw;
};

struct PictureFormat {
    enum Kind { Png, Svg, Pdf };
    Kind kind = Png;
    double scale = 2; // of a PNG: pixels for each of the picture's
    bool transparent = false; // nothing behind the picture
    bool dark = false; // the dark theme's colours, whatever the window's are

    static QString ending(Kind kind); // "png"
    // Pixels of the PNG, margin included.
    QSize pixels(QSizeF picture) const;
};

// A picture as it was when this was made, in the interface thread; any thread makes a file of it.
class DrawnPicture final {
public:
    DrawnPicture(const Picture& picture, const PictureFormat& format);

    // Empty: there was not enough memory, or it was ended.
    QByteArray file(const DrawingGoesOn& goesOn = {}) const;
    QImage image(const DrawingGoesOn& goesOn = {}) const; // of a PNG; null as above

private:
    QByteArray png(const DrawingGoesOn& goesOn) const;
    QByteArray svg(const DrawingGoesOn& goesOn) const;
    QByteArray pdf(const DrawingGoesOn& goesOn) const;

    QSizeF m_size; // with its margin
    PictureFormat m_format;
    Drawing m_drawing;
};

// The largest scale at which a PNG of that picture is made: what is larger, few programs open.
double largestScale(QSizeF picture);

} // namespace lamina
