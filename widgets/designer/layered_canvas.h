// The blocks of the layered view, looked at from near and far, chosen with the pointer and the keys.
#pragma once

#include "widgets/designer/layered_scene.h"
#include "widgets/designer/zoom_view.h"

namespace lamina {

class LayeredCanvas final : public ZoomView {
    Q_OBJECT

public:
    explicit LayeredCanvas(QWidget* parent = nullptr);
    ~LayeredCanvas() override;

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis);
    void setNamesWanted(bool wanted);
    void setSelection(const QStringList& names); // says nothing
    void choose(const QStringList& names); // as the person would, the last of them for the keyboard
    const QString& currentLayer() const { return m_current; } // where the keyboard stands
    const LayeredScene& blocks() const { return *m_scene; }

public slots:
    void fit() override;

signals:
    void selectionChanged(const QStringList& names); // by the person
    void inspectorRequested(); // Return on a layer, or a double click
    void renameRequested(); // F2

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void leaveFrame() override;
    void followContent() override;
    void frameAgain() override { fit(); }
    void goToEnd(bool first) override;

private:
    QSizeF room() const;
    void go(const QString& name);
    bool goAlong(int key);
    void reveal(const QString& name);
    void say();

    LayeredScene* m_scene;
    QString m_current; // where the keyboard stands
};

} // namespace lamina
