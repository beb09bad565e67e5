// A layer in the layered view: a block in perspective in its family's colour, its name and shape below.
#pragma once

#include "widgets/designer/layer_kind.h"
#include "widgets/designer/layered_layout.h"

#include <QGraphicsItem>

namespace lamina {

class BlockItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 11 };

    BlockItem(const LayerBlock& block, const LayerSpec& spec, const LayerAnalysis& analysis);

    int type() const override { return Type; }
    const QString& name() const { return m_name; }
    const LayerBlock& block() const { return m_block; }
    const QString& spokenText() const { return m_spoken; } // everything it tells, for screen readers

    // What name and shape of a layer take below its block.
    static QSizeF wordsSize(const LayerSpec& spec, const LayerAnalysis& analysis);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void paintWords(QPainter& painter, bool selected) const;

    LayerBlock m_block;
    LayerKind m_kind;
    QString m_name, m_shape, m_spoken;
    bool m_faulty = false, m_hovered = false;
};

} // namespace lamina
