#include "engine/data/photos/photo.h"

#include "engine/data/file_bytes.h"
#include "engine/data/photos/resize.h"
#include "engine/data/picture.h"
#include "engine/data/picture_decoder.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <opencv2/imgcodecs.hpp>

namespace lamina {

namespace {

using Bytes = std::span<const std::uint8_t>;

// What files of the formats that OpenCV reads begin with.
bool hasPictureSignature(Bytes bytes)
{
    const auto begins = [&](std::string_view with, std::size_t at = 0) {
        return bytes.size() >= at + with.size()
            && std::equal(with.begin(), with.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                          [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    };
    using namespace std::string_view_literals;
    return begins("\xFF\xD8\xFF"sv) || begins("\x89PNG\r\n\x1A\n"sv) || begins("BM"sv) || begins("II*\0"sv)
        || begins("MM\0*"sv) || (begins("RIFF"sv) && begins("WEBP"sv, 8))
        || (begins("P"sv) && bytes.size() > 2 && bytes[1] >= '1' && bytes[1] <= '6' && bytes[2] <= ' ')
        || begins("\0\0\0\x0CjP  "sv);
}

// A JPEG file without its end: decoders fill the rest with grey and say nothing. The mark of the end cannot
// stand inside the pixels, but well in a preview before them.
bool isCutOff(Bytes bytes)
{
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && bytes[at] == 0xFF && bytes[at + 1] != 0xDA) // to the start of the scan
        at += bytes[at + 1] == 0xFF ? 1 : 2 + (std::size_t{bytes[at + 2]} << 8 | bytes[at + 3]);
    constexpr std::array<std::uint8_t, 2> end{0xFF, 0xD9};
    at = std::min(at, bytes.size());
    return std::search(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), end.begin(), end.end())
        == bytes.end();
}

Fault damaged(const std::string& name)
{
    return fileFault(LAMINA_TEXT("photos", "The picture is damaged: it ends too early"), name, {},
                     LAMINA_TEXT("photos", "get it again, or take it out of the folder"));
}

// Blue, green, red to red, green, blue, or to the grey that Pillow makes of them.
std::vector<std::uint8_t> channelsOf(const cv::Mat& picture, int channels)
{
    std::vector<std::uint8_t> values(picture.total() * static_cast<std::size_t>(channels));
    std::uint8_t* to = values.data();
    for (int y = 0; y < picture.rows; ++y) {
        const std::uint8_t* from = picture.ptr(y);
        for (int x = 0; x < picture.cols; ++x, from += 3) {
            if (channels == 3) {
                *to++ = from[2];
                *to++ = from[1];
                *to++ = from[0];
            } else {
                *to++ = static_cast<std::uint8_t>(
                    (from[2] * 19595 + from[1] * 38470 + from[0] * 7471 + 0x8000) >> 16);
            }
        }
    }
    return values;
}

} // namespace

Result<void> readPhoto(const std::filesystem::path& file, const PhotoForm& form, std::span<std::uint8_t> into)
{
    const Result<std::vector<std::uint8_t>> bytes = readFile(file, {}, largestPictureFile);
    if (!bytes)
        return bytes.faults();
    const std::string name = file.string();
    if (Faults faults = pictureSizeFaults(*bytes, name); !faults.empty())
        return faults;
    if (isCutOff(*bytes))
        return damaged(name);
    const cv::Mat picture = decodedPicture(*bytes, cv::IMREAD_COLOR);
    if (picture.empty())
        return unreadablePicture(name);
    const auto channels = static_cast<int>(form.shape[2]);
    const std::vector<std::uint8_t> values = channelsOf(picture, channels);
    const PixelSize size{static_cast<int>(form.shape[1]), static_cast<int>(form.shape[0])};
    (form.bilinear ? resizeBilinear : resizeNearest)(values, {picture.cols, picture.rows}, channels, into,
                                                     size);
    return {};
}

Result<void> checkPhoto(const std::filesystem::path& file)
{
    if (Result<void> ordinary = checkFile(file, {}); !ordinary)
        return ordinary;
    std::array<std::uint8_t, 16384> start;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fileFault(LAMINA_TEXT("files", "The file cannot be opened"), file, {},
                         LAMINA_TEXT("files", "check that you are allowed to read it"));
    stream.read(reinterpret_cast<char*>(start.data()), start.size());
    const Bytes bytes(start.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.empty())
        return fileFault(LAMINA_TEXT("files", "The file is empty"), file, {},
                         LAMINA_TEXT("files", "download or save it again"));
    if (!hasPictureSignature(bytes))
        return unreadablePicture(file.string());
    return pictureSizeFaults(bytes, file.string());
}

bool isPhotoName(std::string_view name)
{
    constexpr std::array<std::string_view, 14> endings{"bmp", "dib", "jp2", "jpe", "jpeg", "jpg",  "pbm",
                                                       "pgm", "png", "pnm", "ppm", "tif",  "tiff", "webp"};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    std::string ending(name.substr(dot + 1));
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::ranges::find(endings, ending) != endings.end();
}

Json photoReadingToJson(const PhotoForm& form)
{
    return {{"source", "image_folder"}, {"interpolation", form.bilinear ? "bilinear" : "nearest"}};
}

Result<std::vector<float>> readModelPicture(const std::filesystem::path& file, const Shape& shape,
                                            const Json& learned)
{
    const bool photographs = learned.is_object() && learned.contains("source")
        && learned["source"] == "image_folder" && learned.contains("interpolation");
    if (!photographs || shape.rank() != 3 || (shape[2] != 1 && shape[2] != 3))
        return readPicture(file, shape);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.elements()));
    if (Result<void> read = readPhoto(file, {shape, learned["interpolation"] == "bilinear"}, pixels); !read)
        return read.faults();
    return std::vector<float>(pixels.begin(), pixels.end());
}

} // namespace lamina
