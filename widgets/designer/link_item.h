// A link between two layers: a smooth curve with an arrowhead. It can be selected, so that a layer is put on
// it.
#pragma once

#include "widgets/designer/graph_node.h"

#include <QPainterPath>

#include <optional>
#include <vector>

namespace lamina {

class LayerNode;

class LinkItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    // From output `output` to input `input`.
    LinkItem(LayerNode* from, std::size_t output, LayerNode* to, std::size_t input);

    int type() const override { return Type; }
    LayerNode* from() const { return m_from; }
    LayerNode* to() const { return m_to; }
    std::size_t input() const { return m_input; }
    std::size_t output() const { return m_output; }
    LinkEnd end() const;
    // The cards it is drawn between: those of its layers, or of the closed blocks they are in. Within one
    // closed block it is not seen.
    void setCards(const GraphNode* first, const GraphNode* last);
    const GraphNode* firstCard() const { return m_firstCard; }
    const GraphNode* lastCard() const { return m_lastCard; }
    QPointF start() const; // in the scene
    QPointF tip() const;
    QString spokenText() const; // for screen readers

    // A link with a loose end, as it is drawn by hand.
    static QPainterPath loosePath(QPointF from, QPointF to);
    static constexpr double arrowLength = 8;

    void setBends(std::vector<QPointF> bends); // where it passes; dropped when an end is moved by hand
    const std::vector<QPointF>& bends() const { return m_bends; }
    bool hasBends() const { return !m_bends.empty(); }
    void route(); // does nothing where it is drawn so already
    void showTip(); // in the present language
    const QPainterPath& path() const { return m_path; } // to the arrow's foot, in scene coordinates

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    LayerNode* m_from;
    LayerNode* m_to;
    const GraphNode* m_firstCard;
    const GraphNode* m_lastCard;
    std::size_t m_output, m_input;
    std::vector<QPointF> m_bends;
    // What the path was made for: the ends, the sides of the cards between which it climbs, the bends.
    struct Way {
        QPointF from, to;
        double sourceRight = 0, targetLeft = 0;
        std::vector<QPointF> bends;

        bool operator==(const Way&) const = default;
    };
    std::optional<Way> m_way;
    QPainterPath m_path;
    bool m_hovered = false;
};

} // namespace lamina
