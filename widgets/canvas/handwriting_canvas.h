// Paper to write on by mouse, pen or finger.
#pragma once

#include "widgets/canvas/stroke.h"

#include <QWidget>

class QTouchEvent;

namespace lamina {

class HandwritingCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit HandwritingCanvas(QWidget* parent = nullptr);

    // Pixels of the drawing along each side, whatever the widget's size and the screen's resolution.
    static constexpr int side = 560;

    // Grey, side × side: 0 is bare paper, 255 is ink. Not of a picture that is shown.
    const QImage& ink() const { return m_ink; }
    // Nothing drawn and no picture shown.
    bool isEmpty() const;
    // Shows a picture in place of the drawing until a stroke begins.
    void showPicture(const QImage& picture);
    const QImage& picture() const { return m_present.picture; }

    bool canUndo() const { return !m_past.empty(); }
    bool canRedo() const { return !m_future.empty(); }
    std::size_t strokes() const { return m_present.strokes.size(); }

    // False: pictures alone can be put on it.
    void setDrawable(bool drawable);
    // In sides of the paper; a pen's pressure makes it thinner.
    void setPenWidth(double width) { m_penWidth = width; }
    double penWidth() const { return m_penWidth; }
    void setHint(const QString& hint);

    QSize sizeHint() const override { return {448, 448}; }
    QSize minimumSizeHint() const override { return {200, 200}; }

public slots:
    void clear();
    void undo();
    void redo();

signals:
    void changed(); // after each move that left ink, too
    void historyChanged(); // canUndo, canRedo, isEmpty
    void pictureDropped(const QString& filePath);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Drawing {
        std::vector<StrokePtr> strokes;
        QImage picture;
    };

    QRectF paper() const; // where it lies in the widget
    void begin(const QPointF& position, double pressure, bool erases);
    void extend(const QPointF& position, double pressure);
    void finish();
    void inkChanged(const QRect& pixels);
    void become(Drawing drawing); // and paint it anew
    bool touch(QTouchEvent* event);

    Drawing m_present;
    std::vector<Drawing> m_past;
    std::vector<Drawing> m_future;
    std::shared_ptr<Stroke> m_stroke; // being drawn; the last of m_present
    QImage m_ink;
    QString m_hint;
    double m_penWidth = 0.075;
    bool m_drawable = true;
    bool m_penIsDown = false; // a tablet's pen: the mouse that it moves must not draw as well
};

} // namespace lamina
