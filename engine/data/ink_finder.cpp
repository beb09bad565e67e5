#include "engine/data/ink_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace lamina {

namespace {

constexpr int largestSide = 1024; // larger pictures are halved, thirded … first
constexpr int leastContrast = 16; // levels; less is no ink
constexpr double cleanNoise = 1.5; // levels; a drawing on a canvas has less

struct BorderPixel {
    int x, y;
    double value;
};

std::vector<BorderPixel> borderOf(const cv::Mat& grey)
{
    std::vector<BorderPixel> border;
    border.reserve(static_cast<std::size_t>(2 * (grey.cols + grey.rows)));
    for (int x = 0; x < grey.cols; ++x) {
        border.push_back({x, 0, static_cast<double>(grey.at<std::uint8_t>(0, x))});
        border.push_back({x, grey.rows - 1, static_cast<double>(grey.at<std::uint8_t>(grey.rows - 1, x))});
    }
    for (int y = 1; y + 1 < grey.rows; ++y) {
        border.push_back({0, y, static_cast<double>(grey.at<std::uint8_t>(y, 0))});
        border.push_back({grey.cols - 1, y, static_cast<double>(grey.at<std::uint8_t>(y, grey.cols - 1))});
    }
    return border;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// The paper as a plane of brightness, a + bx + cy, and how much single pixels stray from it.
struct Paper {
    double base = 0, perX = 0, perY = 0;
    double noise = 0; // standard deviation
};

// Fitted to the border twice: pixels far from the first plane are ink that touches the edge.
Paper paperOf(const cv::Mat& grey)
{
    const std::vector<BorderPixel> border = borderOf(grey);
    std::vector<double> values;
    values.reserve(border.size());
    for (const BorderPixel& pixel : border)
        values.push_back(pixel.value);
    Paper paper;
    paper.base = median(values);
    const auto deviation = [&] {
        std::vector<double> away;
        away.reserve(border.size());
        for (const BorderPixel& p : border)
            away.push_back(std::abs(p.value - paper.base - paper.perX * p.x - paper.perY * p.y));
        return 1.4826 * median(std::move(away));
    };
    paper.noise = deviation();
    if (paper.noise < 0.5)
        return paper; // a canvas: one level, save where a line touches the edge

    double limit = std::max(40.0, 3 * paper.noise);
    for (int pass = 0; pass < 3; ++pass) {
        cv::Matx33d normal = cv::Matx33d::eye() * 1e-6;
        cv::Vec3d right(0, 0, 0);
        for (const BorderPixel& p : border) {
            const cv::Vec3d row(1, p.x, p.y);
            if (std::abs(p.value - paper.base - paper.perX * p.x - paper.perY * p.y) > limit)
                continue;
            normal += row * row.t();
            right += row * p.value;
        }
        const cv::Vec3d plane = normal.solve(right, cv::DECOMP_CHOLESKY);
        paper = {plane[0], plane[1], plane[2], 0};
        paper.noise = deviation();
        limit = std::max(12.0, 3.5 * paper.noise);
    }
    return paper;
}

cv::Mat pictureOf(const Paper& paper, cv::Size size)
{
    cv::Mat picture(size, CV_8U);
    for (int y = 0; y < size.height; ++y) {
        std::uint8_t* row = picture.ptr(y);
        for (int x = 0; x < size.width; ++x)
            row[x] = cv::saturate_cast<std::uint8_t>(paper.base + paper.perX * x + paper.perY * y);
    }
    return picture;
}

// How much each pixel differs from the paper, to the side, darker or lighter, that differs more in all.
cv::Mat strengthOf(const cv::Mat& grey, const Paper& paper, double unsure)
{
    const cv::Mat ground = paper.perX == 0 && paper.perY == 0
        ? cv::Mat(grey.size(), CV_8U, cv::Scalar(paper.base))
        : pictureOf(paper, grey.size());
    cv::Mat darker;
    cv::Mat lighter;
    cv::subtract(ground, grey, darker); // saturates at 0
    cv::subtract(grey, ground, lighter);
    const auto amount = [unsure](const cv::Mat& strength) {
        cv::Mat sure;
        cv::threshold(strength, sure, unsure, 255, cv::THRESH_TOZERO);
        return cv::sum(sure)[0];
    };
    return amount(darker) >= amount(lighter) ? darker : lighter;
}

using Histogram = std::array<std::int64_t, 256>;

Histogram histogramOf(const cv::Mat& values)
{
    Histogram counts{};
    for (int y = 0; y < values.rows; ++y) {
        const std::uint8_t* row = values.ptr(y);
        for (int x = 0; x < values.cols; ++x)
            ++counts[row[x]];
    }
    return counts;
}

// The level that `count` pixels reach.
int levelReachedBy(const Histogram& counts, std::int64_t count)
{
    int level = 255;
    for (std::int64_t sum = counts[255]; level > 0 && sum < count;
         sum += counts[static_cast<std::size_t>(level)])
        --level;
    return level;
}

// Blanks what belongs to no piece of ink of some size: dust and noise.
void removeSpecks(cv::Mat& mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    int largest = 0;
    for (int i = 1; i < count; ++i)
        largest = std::max(largest, stats.at<int>(i, cv::CC_STAT_AREA));
    const int least = std::max(4, largest / 40);
    for (int y = 0; y < mask.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        std::uint8_t* row = mask.ptr(y);
        for (int x = 0; x < mask.cols; ++x)
            if (label[x] > 0 && stats.at<int>(label[x], cv::CC_STAT_AREA) < least)
                row[x] = 0;
    }
}

} // namespace

cv::Mat findInk(const cv::Mat& picture)
{
    cv::Mat grey = picture;
    const int shrink = (std::max(grey.cols, grey.rows) + largestSide - 1) / largestSide;
    if (shrink > 1)
        cv::resize(grey, grey, {std::max(1, grey.cols / shrink), std::max(1, grey.rows / shrink)}, 0, 0,
                   cv::INTER_AREA);
    const Paper paper = paperOf(grey);
    const bool clean = paper.noise < cleanNoise;
    const double unsure = std::max<double>(leastContrast - 1, 4 * paper.noise);
    cv::Mat strength = strengthOf(grey, paper, unsure);
    if (!clean)
        cv::GaussianBlur(strength, strength, {3, 3}, 0);

    // The level of full ink: three quarters of what surely is ink are lighter.
    const Histogram counts = histogramOf(strength);
    const std::int64_t fewest = clean ? 1 : 3 + static_cast<std::int64_t>(grey.total() / 20000);
    const int peak = levelReachedBy(counts, fewest);
    if (peak <= unsure)
        return {};
    std::int64_t sure = 0;
    for (int level = std::max(peak / 2, static_cast<int>(unsure) + 1); level < 256; ++level)
        sure += counts[static_cast<std::size_t>(level)];
    const int full = levelReachedBy(counts, std::max<std::int64_t>(1, sure / 4));

    const double floor = clean ? 0 : 2 * paper.noise;
    const double bound = std::max(floor + 1, (clean ? 0.2 : 0.4) * full);
    cv::Mat mask;
    cv::threshold(strength, mask, bound, 255, cv::THRESH_BINARY);
    if (!clean) {
        removeSpecks(mask);
        cv::Mat wide; // the soft edge belongs to the ink
        cv::dilate(mask, wide, cv::Mat::ones(3, 3, CV_8U));
        cv::bitwise_and(strength, wide, strength);
    }
    const cv::Rect bounds = cv::boundingRect(mask);
    if (bounds.empty())
        return {};
    cv::Mat ink;
    const double scale = 255 / std::max(1.0, full - floor);
    strength(bounds).convertTo(ink, CV_8U, scale, -floor * scale);
    return ink;
}

} // namespace lamina
