// What a view shows, as a picture that can leave the window: PNG, SVG or PDF.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>

#include <functional>

class QPainter;

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

// A picture that is drawn, and has still to be made a file of: by any thread.
class DrawnPicture final {
public:
    // In the interface thread. A PNG too large for the memory becomes an empty one.
    DrawnPicture(const Picture& picture, const PictureFormat& format);

    QByteArray file() const; // empty: there was not enough memory
    const QImage& image() const { return m_image; } // of a PNG

private:
    QImage m_image;
    QByteArray m_document;
};

// The largest scale at which a PNG of that picture is made: what is larger, few programs open.
double largestScale(QSizeF picture);

} // namespace lamina
