// The blocks of the layered view, looked at from near and far, chosen with the pointer and the keys.
#pragma once

#include "widgets/designer/layered_scene.h"

#include <QGraphicsView>

namespace lamina {

class LayeredCanvas final : public QGraphicsView {
    Q_OBJECT

public:
    explicit LayeredCanvas(QWidget* parent = nullptr);
    ~LayeredCanvas() override;

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis);
    void setNamesWanted(bool wanted);
    void setSelection(const QStringList& names); // says nothing
    const LayeredScene& blocks() const { return *m_scene; }
    double zoom() const { return transform().m11(); }

public slots:
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomToFullSize();

signals:
    void selectionChanged(const QStringList& names); // by the person
    void inspectorRequested(); // Return on a layer, or a double click
    void renameRequested(); // F2
    void zoomChanged(double zoom);

protected:
    bool viewportEvent(QEvent* event) override;
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
    QSizeF room() const;
    void setZoom(double zoom, std::optional<QPoint> anchor = {}); // the point that stays
    void followContent();
    void leaveFrame(); // before it is moved
    void go(const QString& name);
    bool goAlong(int key);
    void reveal(const QString& name);
    void say();

    LayeredScene* m_scene;
    QString m_current; // where the keyboard stands
    bool m_framed = true; // nobody zoomed or panned: the whole model stays in view
    bool m_spaceHeld = false, m_panning = false;
    QPoint m_panFrom;
};

} // namespace lamina
