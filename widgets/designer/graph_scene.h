// The layers and links of one model on the canvas. It is told a model and keeps its items in step with it.
#pragma once

#include "engine/model/links.h"
#include "engine/model/network.h"
#include "engine/model/project.h"
#include "widgets/designer/graph_layout.h"

#include <QGraphicsScene>
#include <QHash>

namespace lamina {

class LayerNode;
class LinkItem;

using Positions = std::map<std::string, CanvasPosition>;

class GraphScene final : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(QObject* parent = nullptr);

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                  QSizeF room);
    // Room for what the layers give, and that itself (LayerNode::setPreview).
    void setPreviewsShown(bool shown);
    bool showsPreviews() const { return m_previewsShown; }
    // An arrangement is of cards without previews. Where they are shown it is stretched downwards.
    QPointF onCanvas(const CanvasPosition& arranged) const;
    CanvasPosition arranged(QPointF onCanvas) const;
    // Lays out again for a view of another size. True if anything moved.
    bool setRoom(QSizeF room);
    void restyle();

    const ModelSpec& model() const { return m_model; }
    const ModelAnalysis& analysis() const { return m_analysis; }
    LayerNode* node(const QString& name) const { return m_nodes.value(name); }
    const QStringList& order() const { return m_order; } // as computed
    const std::vector<LinkItem*>& links() const { return m_links; }
    LinkItem* link(const LinkEnd& end) const; // nullptr: there is none
    QList<LayerNode*> followers(const LayerNode* node) const;
    QList<LayerNode*> inputs(const LayerNode* node) const;
    bool isPlaced() const { return !m_positions.empty(); } // by a person
    Positions positions() const; // of every node, as it stands: an arrangement
    QRectF content() const; // around nodes and links

    void nodeMoved(LayerNode* node);
    void nodeResized(const LayerNode* node);

private:
    void place();
    QSizeF card() const; // without a fault
    void makeLinks(const ModelSpec& model);

    ModelSpec m_model;
    ModelAnalysis m_analysis;
    QHash<QString, LayerNode*> m_nodes;
    QStringList m_names; // as in the spec
    QStringList m_order;
    std::vector<LinkItem*> m_links;
    std::vector<std::pair<int, int>> m_edges; // by index into m_names
    Positions m_positions;
    QSizeF m_room;
    bool m_placing = false;
    bool m_previewsShown = false;
};

} // namespace lamina
