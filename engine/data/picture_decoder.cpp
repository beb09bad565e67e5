#include "engine/data/picture_decoder.h"

#include "engine/data/file_bytes.h"
#include "engine/data/picture_size.h"

#include <opencv2/imgcodecs.hpp>

namespace lamina {

namespace {
constexpr std::int64_t mostPixels = 100'000'000;
} // namespace

Fault unreadablePicture(const std::string& name)
{
    return fileFault(LAMINA_TEXT("pictures", "This is not a picture that can be read"), name, {},
                     LAMINA_TEXT("pictures", "give a PNG, JPEG or BMP file that other programs open"));
}

Faults pictureSizeFaults(std::span<const std::uint8_t> bytes, const std::string& name)
{
    const std::optional<PictureSize> size = announcedSize(bytes);
    if (!size || size->width * size->height <= mostPixels)
        return {};
    return {fileFault(
        {LAMINA_TEXT("pictures", "The picture has %1 × %2 pixels"), static_cast<long>(size->width),
         static_cast<long>(size->height)},
        name, {},
        {LAMINA_TEXT("pictures", "make it smaller: at most %1 million pixels"), mostPixels / 1000000})};
}

cv::Mat decodedPicture(std::span<const std::uint8_t> bytes, int mode)
{
    try {
        const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8U, const_cast<std::uint8_t*>(bytes.data()));
        return cv::imdecode(raw, mode);
    } catch (const cv::Exception&) {
        return {};
    }
}

} // namespace lamina
