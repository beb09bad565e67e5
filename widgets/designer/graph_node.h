// What stands on the canvas for a layer, or for all layers of a closed block: a card at which links begin and
// end.
#pragma once

#include "engine/model/links.h"

#include <QGraphicsItem>
#include <QStringList>

namespace lamina {

// A place on a card where links begin or end: outputs on its lower edge, inputs on its upper.
struct Port {
    QString layer;
    bool isOutput = false;
    std::size_t index = 0; // of an input: as many as the layer reads is a further one

    bool operator==(const Port&) const = default;

    TensorRef tensor() const { return {layer.toStdString(), static_cast<int>(index)}; } // of an output
    LinkEnd end() const { return {layer.toStdString(), index}; } // of an input
};

class GraphNode : public QGraphicsItem {
public:
    virtual QStringList layers() const = 0; // that it stands for, in the order of computation
    virtual QRectF card() const = 0; // in its own coordinates
    virtual bool hasFault() const = 0;
    // Everything the card tells, for screen readers.
    virtual QString spokenText() const = 0;
    // All that can be taken hold of. The layers of a closed block show those that lead out of it.
    virtual std::vector<Port> ports() const = 0;
    virtual QPointF placeOf(const Port& port) const = 0; // in the scene

    QRectF sceneCard() const { return mapRectToScene(card()); }
};

} // namespace lamina
