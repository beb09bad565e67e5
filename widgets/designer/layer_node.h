// A layer on the canvas: a card with its family's bar, icon, name, type, output shape and parameters; what is
// wrong with it stands on it.
#pragma once

#include "engine/model/layer_type.h"
#include "engine/model/network.h"
#include "widgets/designer/graph_node.h"

#include <QPixmap>

#include <memory>

namespace lamina {

struct ActivationPicture;

class LayerNode final : public GraphNode {
public:
    enum { Type = UserType + 1 };

    explicit LayerNode(QString name);

    int type() const override { return Type; }
    const QString& name() const { return m_name; }
    // True if anything that is drawn changed.
    bool setLayer(const LayerSpec& spec, const LayerAnalysis& analysis);
    void restyle();
    // What could be better about a layer without faults; `blocks`: training would be refused.
    void setAdvice(const QString& advice, bool blocks);
    // Its share of the dearest layer's cost, from 0 to 1; below 0: none is shown. `text` stands in place of
    // the parameters, `full` in the tooltip.
    void setCost(double share, const QString& text, const QString& full);

    // Whether the card has room for what the layer gives, and what that is (layer_node_preview.cpp). Without
    // a picture the note says why there is none.
    void setPreviewShown(bool shown);
    void setPreview(std::shared_ptr<const ActivationPicture> picture, const QString& note = {});
    const std::shared_ptr<const ActivationPicture>& preview() const { return m_preview; }
    QRectF previewRect() const; // in its own coordinates; empty where none is shown

    QStringList layers() const override { return {m_name}; }
    bool hasFault() const override { return !m_fault.isEmpty(); }
    bool hasAdvice() const { return !m_advice.isEmpty(); }
    QString costText() const { return m_cost; }
    QString faultText() const { return m_fault; }
    QString adviceText() const { return m_advice; }
    QString spokenText() const override;

    QRectF card() const override; // grows downwards with a fault and a preview
    std::vector<Port> ports() const override;
    QPointF placeOf(const Port& port) const override;
    // Ports, in scene coordinates. The input numbered as many as it reads is a further one it would take.
    QPointF inputPort(std::size_t index) const;
    QPointF outputPort(std::size_t index = 0) const;
    std::size_t inputCount() const { return m_inputs; } // that it reads
    std::size_t outputCount() const { return m_outputs; } // at least 1
    bool takesMore() const { return m_takesMore; }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // "28 × 28 × 1"
    static QString shapeText(const Shape& shape);

    static constexpr double width = 232;
    static constexpr double height = 60;
    static constexpr double faultHeight = 20;
    static constexpr double previewHeight = 104;

protected:
    void showTip();
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;

private:
    void setPorts(const LayerSpec& spec, const LayerAnalysis& analysis);
    double headHeight() const { return height + (hasFault() || hasAdvice() ? faultHeight : 0); }
    void paintPreview(QPainter* painter, double scale, double ratio);

    std::size_t m_inputs = 0, m_outputs = 1;
    bool m_takesMore = false;
    QString m_name, m_type, m_shape, m_parameters, m_fault, m_tip;
    Family m_family = Family::Linear;
    bool m_known = false; // the engine has such a layer
    bool m_frozen = false;
    QString m_advice, m_cost, m_fullCost;
    bool m_adviceBlocks = false;
    double m_costShare = -1;
    QString m_icon;
    QPixmap m_pixmap;
    bool m_previewShown = false;
    std::shared_ptr<const ActivationPicture> m_preview;
    QString m_previewNote;
    QPixmap m_previewPixmap; // of the picture, in the theme's colours
};

} // namespace lamina
