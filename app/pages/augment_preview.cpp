#include "app/pages/augment_preview.h"

#include "engine/data/augment.h"
#include "widgets/browser/augment_strip.h"
#include "widgets/browser/sample_picture.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace lamina {

namespace {
constexpr std::uint64_t epochs = 12;

std::vector<QImage> augmented(const std::vector<PartSpec>& steps, const std::vector<float>& values,
                              const Shape& shape, std::uint64_t sample, std::uint64_t seed)
{
    std::vector<QImage> pictures{samplePicture(values, shape, valueRange(values))};
    const SampleAugment augment = compileAugment(steps, shape, seed);
    for (std::uint64_t epoch = 0; epoch < epochs; ++epoch) {
        std::vector<float> changed = values;
        augment(changed, epoch, sample);
        // A step may scale or centre: then the values run over something else.
        pictures.push_back(samplePicture(changed, shape, valueRange(changed)));
    }
    return pictures;
}
} // namespace

AugmentPreview::AugmentPreview(AugmentStrip* strip, QObject* parent) : QObject(parent), m_strip(strip)
{
    strip->hide();
}

void AugmentPreview::show(const std::vector<PartSpec>& steps, const std::vector<float>& values,
                          const Shape& shape, std::uint64_t sample, std::uint64_t seed)
{
    const quint64 number = ++m_newest;
    const bool picture = shape.rank() == 3 && shape.elements() == static_cast<Index>(values.size())
        && isPicture({.name = {}, .kind = DataKind::Numbers, .shape = shape, .classNames = {}});
    if (steps.empty() || !picture || !checkAugment(steps).empty()) {
        m_strip->hide();
        return;
    }
    const QPointer<AugmentPreview> self(this);
    QThreadPool::globalInstance()->start([=] {
        auto pictures = std::make_shared<std::vector<QImage>>(augmented(steps, values, shape, sample, seed));
        // Through the application, which outlives the pool's work.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, number, pictures] {
                if (!self || number != self->m_newest)
                    return;
                self->m_strip->setPictures(std::move(*pictures));
                self->m_strip->show();
            },
            Qt::QueuedConnection);
    });
}

} // namespace lamina
