#include "widgets/designer/layer_kind.h"

#include "engine/model/nested.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/palette/layer_palette.h"

#include <QCoreApplication>

namespace lamina {

LayerKind LayerKind::of(const LayerSpec& layer)
{
    const LayerType* type = layers::find(layer.className);
    return {type ? std::optional(type->family) : std::nullopt, isNested(layer)};
}

QColor LayerKind::colour() const
{
    const Theme& theme = Theme::instance();
    return family ? theme.family(*family) : nested ? theme.colours().muted : theme.colours().fault;
}

QString LayerKind::name() const
{
    if (family)
        return LayerPalette::familyName(*family);
    return nested ? QCoreApplication::translate("LayerNode", "Model")
                  : QCoreApplication::translate("LayerKind", "Unknown");
}

QString layerTypeText(const LayerSpec& layer)
{
    const LayerType* type = layers::find(layer.className);
    return type           ? words(type->label)
        : isNested(layer) ? QCoreApplication::translate("LayerNode", "Model")
                          : QString::fromStdString(layer.className);
}

} // namespace lamina
