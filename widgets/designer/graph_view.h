// The canvas on which a model is seen and arranged. It shows values and says what the person asks: what is
// selected, moved, to be removed. It knows no layer by name and keeps no undo.
#pragma once

#include "widgets/designer/graph_scene.h"

#include <QGraphicsView>

#include <optional>

namespace lamina {

// The link that ends at this input of a layer.
struct SelectedLink {
    QString layer;
    std::size_t input = 0;

    bool operator==(const SelectedLink&) const = default;
};

class GraphView final : public QGraphicsView {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis, const Positions& positions);
    // Another model stands here: seen whole, nothing selected.
    void startAfresh();

    QStringList selection() const; // in the order of computation
    void setSelection(const QStringList& names);
    std::optional<SelectedLink> selectedLink() const;
    void reveal(const QString& name);
    void lookAt(QPointF place) // in the scene
    {
        m_framed = false;
        centerOn(place);
    }

    const GraphScene& graph() const { return *m_scene; }
    double zoom() const { return transform().m11(); }

public slots:
    void fit(); // all of it, whatever the scale
    void zoomIn();
    void zoomOut();
    void zoomToFullSize();
    void selectAllLayers();

signals:
    void selectionChanged();
    void
    layersMoved(const lamina::Positions& positions); // of every layer: the arrangement is the person's now
    void removeRequested(const QStringList& names);
    void paletteRequested(); // the "/" key
    void inspectorRequested(); // Return on a layer, or a double click
    void renameRequested(const QString& name); // F2
    void layoutRequested(); // the L key
    void zoomChanged(double zoom);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Scale { Readable, Any };
    void frame(Scale scale);
    void setZoom(double zoom);
    QSizeF room() const;
    void followContent();
    LayerNode* currentNode() const;
    void go(LayerNode* to);
    bool goAlong(int key);
    LayerNode* nearest(const LayerNode* from, int key) const;
    void pan(QPoint to);
    void say();

    GraphScene* m_scene;
    QString m_current; // where the keyboard stands
    Scale m_scale = Scale::Readable; // in which it was framed last: a resize keeps to it
    bool m_framed = true; // nobody zoomed or panned: the whole model stays in view
    bool m_spaceHeld = false;
    bool m_panning = false;
    QPoint m_panFrom;
    Positions m_pressed; // where nodes stood when a drag began
};

} // namespace lamina
