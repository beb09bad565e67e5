// What was painted, kept to be painted again: in the interface thread it is gathered, on any thread it
// becomes pixels or a document.
#pragma once

#include <QPainter>
#include <QSizeF>

#include <functional>
#include <memory>
#include <vector>

namespace lamina {

// Asked now and then by what takes long; false: it shall end without a result.
using DrawingGoesOn = std::function<bool()>;

class Drawing final {
public:
    Drawing() = default;
    // `paint` is called once, here. `size`: of the device that it is shown; nothing is cut off there.
    Drawing(QSize size, const std::function<void(QPainter&)>& paint);

    // In the painter's present coordinates. False: it was ended before it was complete.
    bool draw(QPainter& painter, const DrawingGoesOn& goesOn = {}) const;

private:
    friend class DrawingEngine;
    // `base`: the coordinates in which it is drawn.
    using Step = std::function<void(QPainter&, const QTransform& base)>;
    std::shared_ptr<const std::vector<Step>> m_steps; // copies of a drawing share them
};

} // namespace lamina
