// The blocks of one model in perspective, and the links between them.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QGraphicsScene>
#include <QHash>

#include "engine/model/network.h"
#include "widgets/designer/layer_kind.h"

#include <map>
#include <optional>

namespace lamina {

class BlockItem;

class LayeredScene final : public QGraphicsScene {
    Q_OBJECT

public:
    explicit LayeredScene(QObject* parent = nullptr);

    // `room`: of the view at full size.
    void setModel(const ModelSpec& model, const ModelAnalysis& analysis, QSizeF room);
    void setRoom(QSizeF room);
    // Whether names and shapes stand below the blocks; nothing: where they can be read in the room.
    void setNamesWanted(std::optional<bool> wanted);
    bool showsNames() const { return m_showsNames; }

    const QStringList& order() const { return m_order; } // as computed
    BlockItem* block(const QString& name) const { return m_blocks.value(name); }
    QStringList followers(const QString& name) const;
    QStringList inputs(const QString& name) const;
    QStringList selection() const; // in the order of computation
    void select(const QStringList& names);
    const QRectF& content() const { return m_content; }
    const std::map<LayerKind, int>& kinds() const { return m_kinds; } // how many layers of each

private:
    void place();

    ModelSpec m_model;
    ModelAnalysis m_analysis;
    QSizeF m_room;
    std::optional<bool> m_namesWanted;
    bool m_showsNames = false;
    QStringList m_order;
    QHash<QString, BlockItem*> m_blocks;
    std::map<LayerKind, int> m_kinds;
    QRectF m_content;
};

} // namespace lamina
