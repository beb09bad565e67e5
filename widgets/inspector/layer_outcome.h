// What comes of the shown layers: the shape of the output, the number of parameters, and a switch that
// freezes them.
#pragma once

#include "engine/model/network.h"

#include <QWidget>

#include <span>

class QLabel;

namespace lamina {

class Switch;

class LayerOutcome final : public QWidget {
    Q_OBJECT
public:
    explicit LayerOutcome(QWidget* parent = nullptr);

    // At least one layer; `analyses` belong to them in the same order.
    void showLayers(std::span<const LayerSpec> specs, std::span<const LayerAnalysis> analyses);
    void retranslate();

    // The field of every layer that the switch sets.
    static constexpr const char* switchedField = "trainable";

signals:
    void freezeRequested(bool frozen);

private:
    void showFrozen(std::span<const LayerSpec> specs, bool weights);

    QLabel *m_shapeLabel, *m_shape;
    QLabel *m_parametersLabel, *m_parameters;
    QLabel* m_frozenLabel;
    Switch* m_frozen;
};

} // namespace lamina
