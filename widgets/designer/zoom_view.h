// A scene that is looked at from near and far: zoomed by wheel, fingers and keys, moved by the middle button
// or with the space bar held, and seen whole until somebody does one of this.
#pragma once

#include <QGraphicsView>

#include <optional>

namespace lamina {

class ZoomView : public QGraphicsView {
    Q_OBJECT

public:
    struct Limits {
        double smallest, largest;
    };

    ZoomView(QGraphicsScene* scene, Limits limits, QWidget* parent);

    double zoom() const { return transform().m11(); }
    void lookAt(QPointF place); // in the scene

public slots:
    virtual void fit() = 0; // all of it, whatever the scale
    void zoomIn();
    void zoomOut();
    void zoomToFullSize();

signals:
    void zoomChanged(double zoom);

protected:
    static constexpr int margin = 24; // around what is shown, in view pixels

    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    const Limits& limits() const { return m_limits; }
    void setZoom(double zoom, std::optional<QPoint> anchor = {}); // the point that stays
    bool isFramed() const { return m_framed; } // nobody zoomed or panned: all of it stays in view
    void setFramed() { m_framed = true; }
    virtual void leaveFrame() { m_framed = false; } // before it is moved
    virtual void followContent() = 0; // what can be scrolled to, at the present zoom
    virtual void frameAgain() = 0; // the view has another size
    virtual void spaceTapped() { } // pressed and let go, and nothing was moved
    virtual void goToEnd(bool) { } // by Tab the keyboard came to the first, or back to the last

    // True: it was meant for this.
    bool beginPan(QMouseEvent* event);
    bool continuePan(QMouseEvent* event);
    bool endPan(QMouseEvent* event);
    bool zoomKey(QKeyEvent* event); // also the space bar
    Qt::CursorShape restingCursor() const { return m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor; }

private:
    Limits m_limits;
    bool m_framed = true;
    bool m_spaceHeld = false;
    bool m_spaceUsed = false; // to pan, or held longer
    bool m_panning = false;
    QPoint m_panFrom;
};

} // namespace lamina
