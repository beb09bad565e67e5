// A model in small: its layers as bars in their families' hues with their links, laid out as on the canvas.
#pragma once

#include "engine/model/model_spec.h"
#include "widgets/designer/graph_layout.h"

#include <QPolygonF>

#include <optional>

class QPainter;

namespace lamina {

enum class Family;

class ModelPicture {
public:
    ModelPicture() = default;
    // `room`: the size at which it will be seen.
    ModelPicture(const ModelSpec& model, QSizeF room);

    bool isEmpty() const { return m_nodes.empty(); }
    // In the middle of the place, as large as it fits, but never larger than meant. With the theme's colours.
    void paint(QPainter& painter, const QRectF& place) const;

private:
    struct Node {
        QRectF place;
        std::optional<Family> family; // nothing: a model in the model, or an unknown layer
    };
    std::vector<Node> m_nodes;
    std::vector<QPolygonF> m_links;
    QRectF m_content;
};

} // namespace lamina
