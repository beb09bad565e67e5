// The frame around the layers of an open block, with its name on a tab. The tab is taken to move the block;
// inside the frame everything is as it is outside.
#pragma once

#include <QGraphicsItem>
#include <QStringList>

#include <vector>

namespace lamina {

class LayerNode;

class BlockFrame final : public QGraphicsItem {
public:
    enum { Type = UserType + 4 };

    explicit BlockFrame(QString name);

    int type() const override { return Type; }
    const QString& name() const { return m_name; }
    const QStringList& layers() const { return m_layers; } // in the order of computation
    // `least`: what it encloses besides its layers.
    void setMembers(const QStringList& layers, const std::vector<LayerNode*>& members);
    void surround(const QRectF& least = {}); // again, where its layers stand now
    bool isWhollySelected() const;
    QString spokenText() const; // for screen readers

    QRectF frame() const { return m_frame; } // all of it, in the scene
    QRectF tab() const;
    bool onToggle(QPointF point) const;

    QRectF boundingRect() const override { return m_frame.adjusted(-2, -2, 2, 2); }
    QPainterPath shape() const override; // the tab
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    static constexpr double padding = 16;
    static constexpr double tabHeight = 26;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;

private:
    QString m_name;
    QStringList m_layers;
    std::vector<LayerNode*> m_members;
    QRectF m_frame;
};

} // namespace lamina
