// The canvas on which a model is seen and arranged. It shows values and says what the person asks: what is
// selected, moved, to be removed. It knows no layer by name and keeps no undo.
#pragma once

#include "widgets/common/picture.h"
#include "widgets/designer/arrange.h"
#include "widgets/designer/port.h"
#include "widgets/designer/zoom_view.h"

#include <QBasicTimer>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QMenu;

namespace lamina {

class BlockFrame;
class GraphNode;
class LinkDraft;

// Where on the canvas a new layer is wanted: on a link, at a port, after a layer, or standing alone.
struct DropPlace {
    QPointF corner; // upper left, of the new node
    std::optional<LinkEnd> link;
    std::optional<Port> port;
    QString after;
};

class GraphView final : public ZoomView {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions,
                  const LayerGroups& groups = {});
    // Another model stands here: seen whole, nothing selected.
    void startAfresh();

    // Layers, in the order of computation. With a closed block all of its layers are selected.
    QStringList selection() const;
    void setSelection(const QStringList& names);
    QStringList selectedBlocks() const; // open and closed ones, all of whose layers are selected
    QString selectedBlock() const; // the one whose layers are selected and no others
    // What a layer that is added to the selection reads: of a block what leads out of it.
    QStringList selectedEnds() const;
    // Says why a block cannot be called so, or an empty text. `self` is its present name.
    using NameCheck = std::function<QString(const QString& self, const QString& name)>;
    void setBlockNameCheck(NameCheck check) { m_blockNameCheck = std::move(check); }
    void refreshBlocks(); // after faults or advice of layers have changed
    std::optional<LinkEnd> selectedLink() const; // the first, if several are
    std::vector<LinkEnd> selectedLinks() const;
    void selectLink(const LinkEnd& end);
    void reveal(const QString& name);
    const QString& currentLayer() const { return m_current; } // where the keyboard stands

    const GraphScene& graph() const { return *m_scene; }
    // Room on each layer for what it gives; the pictures come through LayerNode::setPreview().
    void setPreviewsShown(bool shown);
    // Where a layer of that kind goes when it is dropped there (viewport coordinates).
    DropPlace placeAt(QPoint at, const QString& className) const;
    Picture picture() const; // of the whole model
    std::optional<QPointF> pointedAt() const; // the scene's point under the pointer, if it is over the canvas
    bool isLinking() const { return m_draft != nullptr; }
    QString hint() const; // what stands beside the pointer

    static constexpr const char* layerMime = "application/x-lamina-layer"; // a class name, dragged

public slots:
    void fit() override;
    void selectAllLayers();
    void beginConnecting(); // by keyboard, from the selected layer; or the end of the selected link
    void arrange(lamina::Arrange how); // the selected layers
    void renameBlock(const QString& name); // in place
    void toggleBlocks(); // those that are selected, or the one around the selected layer

signals:
    void selectionChanged();
    // Where every layer stands: the arrangement is the person's now. `what` was done, if it was no drag;
    // `step` by step with the keyboard.
    void layersMoved(const lamina::Positions& positions, const QString& what, bool step);
    void removeRequested(const QStringList& names);
    void unlinkRequested(const std::vector<lamina::LinkEnd>& links);
    void linkRequested(const lamina::TensorRef& from, const lamina::LinkEnd& to,
                       const std::optional<lamina::LinkEnd>& moved);
    void layerDropped(const QString& className, const lamina::DropPlace& place);
    void layerWanted(const lamina::DropPlace& place, QPoint globalPosition); // which, is still to be chosen
    void copyRequested();
    void cutRequested();
    void pasteRequested(const std::optional<QPointF>& corner); // in the scene; nothing: where it fits
    void duplicateRequested();
    void blocksToggled(const QStringList& names, bool close);
    void blockRenamed(const QString& from, const QString& to);
    void menuOpened(QMenu* menu); // on layers, a link or the canvas: who can do more adds it
    void paletteRequested(); // the "/" key
    void inspectorRequested(); // Return on a layer, or a double click
    void renameRequested(const QString& name); // F2
    void layoutRequested(); // the L key
    void previewsToggled(bool shown); // by setPreviewsShown(), also with the P key
    void previewOpened(const QString& name); // pressed on, or the V key on the layer

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    bool viewportEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void followContent() override;
    void frameAgain() override;
    void spaceTapped() override { toggleBlocks(); }
    void goToEnd(bool first) override;

private:
    enum class Scale { Readable, Any };
    void frame(Scale scale);
    QSizeF room() const;
    GraphNode* currentNode() const;
    void go(const GraphNode* to);
    bool goAlong(int key, bool extend);
    bool goAlongLink(int key);
    void walkLinks(bool incoming);
    GraphNode* nearest(const GraphNode* from, int key) const;
    void say();
    void layersBeforeLinks();
    void nudge(int key, bool far);
    Snap snapOf(QPointF corner) const;
    void snapDragged(bool snaps);
    QString previewAt(QPoint at) const;
    bool editKey(QKeyEvent* event);

    // Links (graph_view_links.cpp)
    double reach() const; // of the pointer, in the scene
    bool pressPort(QPoint at);
    void beginLink(const Port& fixed, const std::optional<LinkEnd>& moved);
    void followLink(QPoint to);
    void releaseLink(QPoint at);
    void endLink();
    bool connectKey(QKeyEvent* event);
    void tellLink(); // beside the loose end
    void hover(QPoint at);
    void showHint(const QString& text, QPoint at, bool refused);
    void hideHint();
    void paintPorts(QPainter* painter, const QRectF& rect) const;

    // Blocks (graph_view_blocks.cpp)
    bool pressBlock(QMouseEvent* event);
    bool releaseBlock(QMouseEvent* event);
    QString blockAt(QPoint at) const; // whose card or tab is there
    QString toggleAt(QPoint at) const; // that a press there opens or closes
    void finishRename(bool keep);

    // What is dragged in (graph_view_drops.cpp)
    void showDrop(QPoint at);
    void endDrop();
    void paintDrop(QPainter* painter) const;
    void scrollAtEdge(QPoint at);

    GraphScene* m_scene;
    QString m_current; // where the keyboard stands
    Scale m_scale = Scale::Readable; // in which it was framed last: a resize keeps to it
    Positions m_pressed; // where nodes stood when a drag began
    QString m_pressedPreview; // the layer on whose preview the mouse was pressed
    std::vector<QLineF> m_guides; // along which a dragged node stands in line

    std::unique_ptr<LinkDraft> m_draft;
    bool m_connecting = false; // the draft is drawn with the keyboard
    QPoint m_pressedAt;
    bool m_drawn = false; // the pointer left where it was pressed
    std::optional<Port> m_hovered;
    QString m_toggle; // the block whose chevron is pressed
    QLineEdit* m_rename; // over the name of a block
    QString m_renamed;
    NameCheck m_blockNameCheck;
    QLabel* m_hint;
    QBasicTimer m_hintTimer, m_scrollTimer;
    QPoint m_scrollAt;
    QString m_dropped; // the class that is dragged over the canvas
    std::optional<DropPlace> m_drop;
};

} // namespace lamina
