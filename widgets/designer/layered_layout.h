// The layers of a model as blocks in perspective, each as large as what comes out of it: height and width of
// a picture upwards and backwards, its channels along the way; what is far longer than wide in several rows.
#pragma once

#include "engine/model/network.h"

#include <QPainterPath>
#include <QString>

#include <vector>

namespace lamina {

struct BlockSize {
    double height = 0; // upwards
    double depth = 0; // backwards
    double thickness = 0; // along the way
};

// How large shapes are drawn: by the square root for pictures and channels, so that 150 × 150 × 3 and
// 1 × 1 × 512 are both seen; by the logarithm for rows of numbers, which are tall and thin. One scale for all
// of a model.
class BlockScale final {
public:
    explicit BlockScale(const std::vector<Shape>& shapes);
    BlockSize of(const Shape& shape) const;

private:
    double m_side = 0, m_channel = 0, m_number = 0; // pixels for each unit of root or logarithm
};

struct LayerBlock {
    int layer = 0; // of the spec
    bool known = false; // its shape could be inferred
    QRectF front; // the face towards the reader
    QPointF back; // from a corner of the front to the same one of the back
    QRectF words; // where its name and shape stand; empty: nowhere

    QRectF bounds() const { return front | front.translated(back); }
    QPolygonF outline() const;
    QPolygonF top() const;
    QPolygonF side() const;
};

struct LayeredLayout {
    std::vector<LayerBlock> blocks; // in the order of computation
    std::vector<QPainterPath> links; // each ends at the block that reads
    QRectF bounds;
};

// `room`: of the view at full size; decides the number of rows. `words`: how much name and shape of each
// layer of the spec take; none: they are left out.
LayeredLayout layOutBlocks(const ModelSpec& model, const ModelAnalysis& analysis, QSizeF room,
                           const std::vector<QSizeF>& words);

} // namespace lamina
