#include "engine/data/drawing.h"

#include "engine/data/file_bytes.h"
#include "engine/data/ink_finder.h"
#include "engine/data/mass_centre.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace lamina {

namespace {

constexpr int workSide = 80; // four pixels for one of the box
constexpr double leastStroke = 1.7; // pixels of the box

Fault noInk(const std::string& file)
{
    return {FaultKind::Input,
            LAMINA_TEXT("drawing", "There is nothing drawn in the picture"),
            {file, {}, {}},
            LAMINA_TEXT("drawing", "give a picture of one digit, dark on light or light on dark")};
}

InkPicture toInkPicture(const cv::Mat& picture)
{
    InkPicture result{picture.cols, picture.rows, std::vector<float>(picture.total())};
    cv::Mat view(picture.size(), CV_32F, result.values.data());
    picture.convertTo(view, CV_32F); // same size and type: written in place
    assert(view.ptr<float>() == result.values.data());
    return result;
}

// The size of width × height when its longer side becomes `side`.
cv::Size fittedSize(cv::Size size, int side)
{
    const double scale = static_cast<double>(side) / std::max(size.width, size.height);
    const auto scaled = [&](int length) {
        return std::clamp(static_cast<int>(std::lround(length * scale)), 1, side);
    };
    return {scaled(size.width), scaled(size.height)};
}

// Averages areas where the picture shrinks, interpolates where it grows.
cv::Mat resized(const cv::Mat& picture, cv::Size size)
{
    cv::Mat result;
    const bool shrinks = size.width <= picture.cols && size.height <= picture.rows;
    cv::resize(picture, result, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

void brighten(cv::Mat& ink)
{
    double peak = 0;
    cv::minMaxLoc(ink, nullptr, &peak);
    if (peak > 0 && peak < 255)
        ink *= 255 / peak;
}

// The mean width of the lines: twice the area over the outline's length. The outline is counted in steps
// between pixels, which are π/4 of a length on the mean over directions.
double strokeWidth(const cv::Mat& ink)
{
    std::int64_t area = 0;
    std::int64_t steps = 0;
    const auto full = [&](int y, int x) {
        return y >= 0 && x >= 0 && y < ink.rows && x < ink.cols && ink.at<float>(y, x) >= 128;
    };
    for (int y = 0; y <= ink.rows; ++y)
        for (int x = 0; x <= ink.cols; ++x) {
            const bool here = full(y, x);
            area += here;
            steps += here != full(y, x - 1);
            steps += here != full(y - 1, x);
        }
    return steps == 0 ? 0 : 2.0 * static_cast<double>(area) / (0.785398 * static_cast<double>(steps));
}

// Widens lines by `width` pixels in all; the picture grows with them.
cv::Mat widened(const cv::Mat& ink, double width)
{
    const int reach = std::max(1, static_cast<int>(std::lround(width / 2)));
    cv::Mat result;
    cv::copyMakeBorder(ink, result, reach, reach, reach, reach, cv::BORDER_CONSTANT, 0);
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * reach + 1, 2 * reach + 1});
    cv::dilate(result, result, disc);
    return result;
}

cv::Mat fitInto20(const cv::Mat& cropped)
{
    cv::Mat ink;
    cropped.convertTo(ink, CV_32F);
    const bool large = std::max(ink.cols, ink.rows) > workSide;
    if (large)
        ink = resized(ink, fittedSize(ink.size(), workSide));
    brighten(ink);
    const double unit = std::max(ink.cols, ink.rows) / static_cast<double>(digitBoxSide);
    const double missing = leastStroke * unit - strokeWidth(ink);
    if (large && missing > 0.5)
        ink = widened(ink, missing);
    const cv::Size size = fittedSize(ink.size(), digitBoxSide);
    ink = resized(ink, size);
    brighten(ink);
    const int left = (digitBoxSide - size.width) / 2;
    const int top = (digitBoxSide - size.height) / 2;
    cv::Mat box;
    cv::copyMakeBorder(ink, box, top, digitBoxSide - size.height - top, left,
                       digitBoxSide - size.width - left, cv::BORDER_CONSTANT, 0);
    return box;
}

Result<PreparedDrawing> prepare(std::span<const std::uint8_t> grey, int width, int height,
                                const std::string& file)
{
    assert(width >= 0 && height >= 0
           && grey.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (grey.empty())
        return noInk(file);
    const cv::Mat picture(height, width, CV_8U, const_cast<std::uint8_t*>(grey.data()));
    const cv::Mat ink = findInk(picture);
    if (ink.empty())
        return noInk(file);

    PreparedDrawing result;
    result.cropped = toInkPicture(ink);
    result.fitted = toInkPicture(fitInto20(ink));
    for (float& value : result.fitted.values)
        value = std::clamp(std::round(value), 0.0F, 255.0F);
    result.centred = {digitSide, digitSide, std::vector<float>(digitSide * digitSide)};
    placeByMass(result.fitted.values, result.centred.values);
    return result;
}

} // namespace

Result<PreparedDrawing> prepareDrawing(std::span<const std::uint8_t> grey, int width, int height)
{
    return prepare(grey, width, height, {});
}

Result<PreparedDrawing> prepareDrawing(const std::filesystem::path& file)
{
    const Result<GreyPicture> picture = readGreyPicture(file);
    if (!picture)
        return picture.faults();
    return prepare(picture->values, picture->width, picture->height, file.string());
}

} // namespace lamina
