// A closed block on the canvas: one card for all of its layers, with what comes in, what goes out, and what
// is wrong inside.
#pragma once

#include "engine/model/groups.h"
#include "engine/model/network.h"
#include "widgets/designer/graph_node.h"

#include <vector>

namespace lamina {

class LayerNode;

// What is told of a block as a whole.
struct BlockFacts {
    QStringList layers; // in the order of computation
    Index parameters = 0;
    Index trainableParameters = 0;
    QString input, output; // shapes: "28 × 28 × 1"; empty where they are not known
    GroupEnds ends;
};
// `order`: of the whole model.
BlockFacts blockFacts(const ModelSpec& model, const ModelAnalysis& analysis, const QStringList& order,
                      const LayerNames& layers);

class BlockNode final : public GraphNode {
public:
    enum { Type = UserType + 3 };

    explicit BlockNode(QString name);

    int type() const override { return Type; }
    const QString& name() const { return m_name; }
    // `members`: the nodes of its layers, hidden while it is closed.
    void setBlock(const ModelSpec& model, const BlockFacts& facts, const std::vector<LayerNode*>& members);
    const std::vector<LayerNode*>& members() const { return m_members; }
    void refresh(); // after the faults and advice of its layers have changed
    // As LayerNode::setCost(), of all its layers together.
    void setCost(double share, const QString& text, const QString& full);
    // Its place, from those of its layers: over their middle, as high as the highest.
    QPointF placeOverMembers() const;
    void stand(QPointF place); // without taking the layers along
    // Where a press opens it, in the scene.
    bool onToggle(QPointF point) const;
    QRectF titlePlace() const; // where its name is drawn, in the scene

    QStringList layers() const override { return m_facts.layers; }
    QRectF card() const override;
    bool hasFault() const override { return m_faults > 0; }
    QString spokenText() const override;
    std::vector<Port> ports() const override;
    QPointF placeOf(const Port& port) const override;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    static constexpr double width = 264;
    static constexpr double height = 60;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;

private:
    QString shapesText() const;

    QString m_name;
    BlockFacts m_facts;
    std::vector<LayerNode*> m_members;
    std::vector<std::pair<Port, std::size_t>> m_inputs; // and the slot of each: one a tensor that is read
    std::size_t m_slots = 0;
    int m_faults = 0; // layers with one
    QString m_problem; // the first fault or advice inside
    bool m_blocks = false; // it keeps the model from being trained
    double m_costShare = -1;
    QString m_cost, m_fullCost;
    QPointF m_stood; // where it stood before it was moved
};

} // namespace lamina
