// The layered view: the model as blocks in perspective, and what their colours stand for.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QWidget>

#include "engine/model/network.h"
#include "widgets/common/picture.h"

class QToolButton;

namespace lamina {

class LayeredCanvas;
class LayerLegend;

class LayeredView final : public QWidget {
    Q_OBJECT

public:
    explicit LayeredView(QWidget* parent = nullptr);

    LayeredCanvas* canvas() const { return m_canvas; }
    void setModel(const ModelSpec& model, const ModelAnalysis& analysis);
    Picture picture() const; // with the legend below

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    LayeredCanvas* m_canvas;
    LayerLegend* m_legend;
    QToolButton* m_names;
};

} // namespace lamina
