#include "widgets/browser/sample_picture.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace lamina {

ValueRange valueRange(std::span<const float> values)
{
    if (values.empty())
        return {};
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    if (*least >= 0 && *greatest <= 1)
        return {0, 1};
    if (*least >= 0 && *greatest <= 255)
        return {0, 255};
    return {*least, std::max(*greatest, *least + 1e-6F)};
}

bool isPicture(const DataField& field)
{
    if (field.kind == DataKind::Picture)
        return true;
    if (field.kind != DataKind::Numbers || field.shape.rank() != 3)
        return false;
    const Index channels = field.shape[2];
    return (channels == 1 || channels == 3 || channels == 4) && field.shape[0] > 1 && field.shape[1] > 1;
}

QImage samplePicture(std::span<const float> values, const Shape& shape, ValueRange range)
{
    assert(shape.rank() == 3 && static_cast<Index>(values.size()) >= shape.elements());
    const int height = static_cast<int>(shape[0]);
    const int width = static_cast<int>(shape[1]);
    const auto channels = static_cast<std::size_t>(shape[2]);
    const float scale = 255.0F / (range.high - range.low);
    const auto byte = [&](float value) {
        return static_cast<uchar>(std::clamp(std::lround((value - range.low) * scale), 0L, 255L));
    };
    if (channels == 1) {
        QImage image(width, height, QImage::Format_Grayscale8);
        const float* from = values.data();
        for (int y = 0; y < height; ++y) {
            uchar* line = image.scanLine(y);
            for (int x = 0; x < width; ++x)
                line[x] = byte(*from++);
        }
        return image;
    }
    QImage image(width, height, channels == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const float* from = values.data();
    for (int y = 0; y < height; ++y) {
        uchar* to = image.scanLine(y);
        for (std::size_t i = 0; i < static_cast<std::size_t>(width) * channels; ++i)
            *to++ = byte(*from++);
    }
    return image;
}

} // namespace lamina
