// The one icon set: SVG strokes on a 24 px grid, drawn in the theme's text colour.
#pragma once

#include <QColor>
#include <QIcon>
#include <QImage>

namespace lamina {

enum class Family; // engine/model/layer_type.h

// Of resources/icons/NAME.svg, in the theme's present colours (normal, disabled, selected) or in one colour.
// Follows a change of theme.
QIcon icon(const QString& name);
QIcon icon(const QString& name, const QColor& colour);
// In the colour that is read on an accent button.
QIcon iconOnAccent(const QString& name);
// The name of a layer family's icon: "layer-pooling".
QString familyIcon(Family family);
// `side` × `side` device pixels.
QImage iconImage(const QString& name, const QColor& colour, int side);
// The same, made once for all that show it.
QPixmap iconPixmap(const QString& name, const QColor& colour, int side);

} // namespace lamina
