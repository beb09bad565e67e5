#include "engine/data/picture.h"

#include "engine/data/file_bytes.h"
#include "engine/data/picture_decoder.h"
#include "engine/data/picture_size.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace lamina {

namespace {

// Ink on a transparent ground: the ground becomes white paper under dark ink and black under light ink.
cv::Mat flattened(const cv::Mat& picture)
{
    cv::Mat deep = picture;
    if (picture.depth() == CV_16U)
        picture.convertTo(deep, CV_8U, 1 / 257.0);
    double light = 0;
    double weight = 0;
    for (int y = 0; y < deep.rows; ++y) {
        const auto* row = deep.ptr<cv::Vec4b>(y);
        for (int x = 0; x < deep.cols; ++x) {
            light += row[x][3] * (row[x][0] + row[x][1] + row[x][2]) / 3.0;
            weight += row[x][3];
        }
    }
    const int paper = weight > 0 && light > 127.5 * weight ? 0 : 255;
    cv::Mat result(deep.rows, deep.cols, CV_8UC3);
    for (int y = 0; y < deep.rows; ++y) {
        const auto* row = deep.ptr<cv::Vec4b>(y);
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < deep.cols; ++x)
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<std::uint8_t>((row[x][c] * row[x][3] + paper * (255 - row[x][3]) + 127)
                                                     / 255);
    }
    return result;
}

Result<cv::Mat> decodeTo(std::span<const std::uint8_t> bytes, bool colour, const std::string& name)
{
    if (Faults faults = pictureSizeFaults(bytes, name); !faults.empty())
        return faults;
    if (mayBeTransparent(bytes)) {
        cv::Mat picture = decodedPicture(bytes, cv::IMREAD_UNCHANGED);
        if (picture.channels() == 4 && !picture.empty()) {
            picture = flattened(picture);
            if (!colour)
                cv::cvtColor(picture, picture, cv::COLOR_BGR2GRAY);
            return picture;
        }
    }
    cv::Mat picture = decodedPicture(bytes, colour ? cv::IMREAD_COLOR : cv::IMREAD_GRAYSCALE);
    if (picture.empty())
        return unreadablePicture(name);
    return picture;
}

} // namespace

Result<GreyPicture> readGreyPicture(const std::filesystem::path& file)
{
    Result<std::vector<std::uint8_t>> bytes = readFile(file, {}, largestPictureFile);
    if (!bytes)
        return bytes.faults();
    Result<cv::Mat> picture = decodeTo(*bytes, false, file.string());
    if (!picture)
        return picture.faults();
    GreyPicture grey{picture->cols, picture->rows, {}};
    grey.values.reserve(picture->total());
    for (int y = 0; y < picture->rows; ++y)
        grey.values.insert(grey.values.end(), picture->ptr(y), picture->ptr(y) + picture->cols);
    return grey;
}

Result<std::vector<float>> decodePicture(std::span<const std::uint8_t> bytes, const Shape& shape,
                                         const std::string& name)
{
    if (shape.rank() != 3 || (shape[2] != 1 && shape[2] != 3))
        return Fault{
            FaultKind::Input,
            {LAMINA_TEXT("pictures", "A picture does not fit an input of shape %1"), shape.text()},
            {name, {}, {}},
            LAMINA_TEXT("pictures", "use a model whose input is (height, width, 1) or (height, width, 3)")};
    const bool colour = shape[2] == 3;
    Result<cv::Mat> picture = decodeTo(bytes, colour, name);
    if (!picture)
        return picture.faults();
    const cv::Size size(static_cast<int>(shape[1]), static_cast<int>(shape[0]));
    cv::Mat values;
    picture->convertTo(values, CV_32F);
    if (picture->size() != size) {
        const bool shrinks = picture->cols >= size.width && picture->rows >= size.height;
        cv::resize(values, values, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    }
    if (colour)
        cv::cvtColor(values, values, cv::COLOR_BGR2RGB);
    assert(values.isContinuous());
    const auto* first = values.ptr<float>();
    return std::vector<float>(first, first + shape.elements());
}

Result<std::vector<float>> readPicture(const std::filesystem::path& file, const Shape& shape)
{
    Result<std::vector<std::uint8_t>> bytes = readFile(file, {}, largestPictureFile);
    if (!bytes)
        return bytes.faults();
    return decodePicture(*bytes, shape, file.string());
}

} // namespace lamina
