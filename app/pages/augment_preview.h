// Augments a sample beside the window, several times as different epochs would, and shows it.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>

#include "engine/core/shape.h"
#include "engine/model/project.h"

namespace lamina {

class AugmentStrip;

class AugmentPreview final : public QObject {
    Q_OBJECT
public:
    explicit AugmentPreview(AugmentStrip* strip, QObject* parent = nullptr);

    // Hidden where there is nothing to augment, or the steps have faults. `values` of one picture.
    void show(const std::vector<PartSpec>& steps, const std::vector<float>& values, const Shape& shape,
              std::uint64_t sample, std::uint64_t seed);

private:
    AugmentStrip* m_strip;
    quint64 m_newest = 0;
};

} // namespace lamina
