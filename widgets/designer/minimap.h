// The whole model, small, in the corner of the canvas, with a frame around what is seen: shown while the
// model is larger than the view. A press or a drag moves the view there, and so do the arrow keys.
#pragma once

#include <QWidget>

namespace lamina {

class GraphView;

class Minimap final : public QWidget {
    Q_OBJECT

public:
    explicit Minimap(GraphView* view);

    bool isWanted() const { return m_wanted; }
    void setWanted(bool wanted); // also by M on the canvas

signals:
    void wantedChanged(bool wanted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void retranslate();
    QRectF seen() const; // in the scene
    QTransform fromScene() const;
    void go(QPointF place);

    GraphView* m_view;
    QRectF m_content;
    bool m_wanted = true;
};

} // namespace lamina
