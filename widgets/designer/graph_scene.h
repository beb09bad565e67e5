// The layers and links of one model on the canvas. It is told a model and keeps its items in step with it.
#pragma once

#include "engine/model/links.h"
#include "engine/model/network.h"
#include "engine/model/project.h"
#include "widgets/designer/graph_layout.h"

#include <QGraphicsScene>
#include <QHash>

#include <optional>

namespace lamina {

class BlockFrame;
class BlockNode;
class GraphNode;
class LayerNode;
class LinkItem;

using Positions = std::map<std::string, CanvasPosition>;

class GraphScene final : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(QObject* parent = nullptr);

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                  QSizeF room, const LayerGroups& groups = {});
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
    const LayerGroups& groups() const { return m_groups; }
    // A layer's own card, hidden while its block is closed.
    LayerNode* node(const QString& name) const { return m_nodes.value(name); }
    const QStringList& order() const { return m_order; } // as computed
    // What stands for a layer on the canvas: its own card, or that of its closed block.
    GraphNode* shown(const QString& name) const;
    const std::vector<GraphNode*>& shownNodes() const { return m_shown; } // in the order of computation
    BlockNode* block(const QString& name) const { return m_blocks.value(name); } // a closed one
    BlockFrame* frame(const QString& name) const { return m_frames.value(name); } // of an open one
    const QHash<QString, BlockFrame*>& frames() const { return m_frames; }
    QStringList layersOf(const std::string& group) const; // in the order of computation
    const std::vector<LinkItem*>& links() const { return m_links; }
    LinkItem* link(const LinkEnd& end) const; // nullptr: there is none
    QList<GraphNode*> followers(const GraphNode* node) const;
    QList<GraphNode*> inputs(const GraphNode* node) const;
    bool isPlaced() const { return !m_positions.empty(); } // by a person
    Positions positions() const; // of every layer, as it stands: an arrangement
    QRectF content() const; // around nodes and links

    void nodeMoved(LayerNode* node);
    void nodeResized(const LayerNode* node);
    void blockMoved(BlockNode* block, QPointF by); // its layers go along
    void refreshBlocks(); // after faults or advice of layers have changed

private:
    void place();
    void placeByHand();
    QSizeF card() const; // of a layer without a fault
    void setBlocks(const LayerGroups& groups);
    void reroute(const GraphNode* moved);
    void removeLinksOf(const QHash<QString, LayerNode*>& gone);
    void makeLinks(const ModelSpec& model);
    // All that decides where layers stand.
    struct Arrangement {
        QStringList names, order;
        std::vector<std::pair<int, int>> edges;
        LayerGroups groups;
        Positions positions;
        QSizeF room, card;

        bool operator==(const Arrangement&) const = default;
    };
    void arrange(const Arrangement& wanted);
    // The way of each link by the layout, which stays while its ends stand to each other as they did.
    struct Route {
        QString from;
        LinkEnd to;
        QPointF start, end; // where the cards of its ends stood
        std::vector<QPointF> bends;
    };
    void keepRoutes();
    std::vector<QPointF> keptRoute(const LinkItem& link) const;

    ModelSpec m_model;
    ModelAnalysis m_analysis;
    LayerGroups m_groups;
    QHash<QString, LayerNode*> m_nodes;
    QHash<QString, BlockNode*> m_blocks;
    QHash<QString, BlockFrame*> m_frames;
    QHash<QString, BlockNode*> m_blockOf; // of the layers in closed blocks
    std::vector<GraphNode*> m_shown;
    QStringList m_names; // as in the spec
    QStringList m_order;
    std::vector<LinkItem*> m_links;
    std::vector<std::pair<int, int>> m_edges; // by index into m_names
    Positions m_positions;
    QSizeF m_room;
    QHash<QString, QRectF> m_enclosed; // by the layout, for each frame
    std::vector<Route> m_routes;
    std::optional<Arrangement> m_arranged; // what everything stands by; nothing: something was moved since
    bool m_placing = false;
    bool m_previewsShown = false;
};

} // namespace lamina
