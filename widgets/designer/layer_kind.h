// What a layer is, as colours and legends tell it: of a family, a model in the model, or of a class that
// nobody knows.
#pragma once

#include "engine/model/layer_type.h"
#include "engine/model/model_spec.h"

#include <QColor>
#include <QString>

#include <optional>

namespace lamina {

struct LayerKind {
    std::optional<Family> family;
    bool nested = false;

    static LayerKind of(const LayerSpec& layer);
    QColor colour() const; // the theme's
    QString name() const; // in the reader's language

    auto operator<=>(const LayerKind&) const = default; // NOLINT(modernize-use-nullptr): none is there
};

// "2D convolution", in the reader's language.
QString layerTypeText(const LayerSpec& layer);

} // namespace lamina
