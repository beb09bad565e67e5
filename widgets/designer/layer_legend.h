// Which colour stands for which kind of layer, and how many of each there are; in as many lines as it takes.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QWidget>

#include "widgets/designer/layer_kind.h"

#include <map>

namespace lamina {

using LayerKinds = std::map<LayerKind, int>;

// The height it takes in that width.
double legendHeight(const LayerKinds& kinds, double width);
void paintLegend(QPainter& painter, const LayerKinds& kinds, double width); // from the origin

class LayerLegend final : public QWidget {
    Q_OBJECT

public:
    explicit LayerLegend(QWidget* parent = nullptr);

    void setKinds(const LayerKinds& kinds);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    LayerKinds m_kinds;
};

} // namespace lamina
