// What a layer gives for one sample, made small enough to be drawn. Made on any thread: it holds no colours
// of the theme, which come with the painting (activation_painter.h).
#pragma once

#include "engine/core/shape.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace lamina {

// How much of an output is kept.
struct ActivationDetail {
    int maps = 24; // feature maps, the first ones
    int side = 48; // cells of a map along each axis; more are averaged
    int bars = 64; // numbers of a vector that are told apart; longer ones become cells
};
inline constexpr ActivationDetail closeLook{.maps = 64, .side = 192, .bars = 256};

struct ActivationPicture {
    enum class Kind {
        Nothing, // no numbers
        Picture, // height × width × 1 or 3 channels
        Maps, // a grid of feature maps
        Cells, // rows and columns of numbers, or a long vector folded into rows
        Bars, // a vector
        Curves, // a sequence of up to four numbers a step
        Text, // what ids stand for
    };

    Kind kind = Kind::Nothing;
    Shape shape;
    // Of all numbers of the output that are finite.
    float low = 0, high = 0;
    double mean = 0;
    qint64 count = 0; // of all numbers
    qint64 zeros = 0;
    qint64 notFinite = 0; // not-a-number, or infinite

    // Picture (one, in colour or grey), Maps (the first ones) and Cells (one). Grey and heat are indexed:
    // 0 is empty, 1 not-a-number, 2 to 255 run from the least to the greatest.
    std::vector<QImage> maps;
    qint64 mapCount = 0; // in the output
    std::vector<std::vector<float>> series; // Bars: one; Curves: one for each number of a step
    bool isProbabilities = false; // a vector: from 0 to 1, together 1
    int likeliest = -1; // of them, unless all are alike
    QStringList names; // of a vector's numbers; may be empty
    QString text;

    bool isConstant() const { return notFinite < count && low == high; }
    QString nameOf(int index) const; // the class's, or its number
};

// `values`: shape.elements() numbers, channels last.
ActivationPicture activationPicture(const Shape& shape, std::span<const float> values,
                                    const ActivationDetail& detail = {});

} // namespace lamina
