// Convolutions and their gradients against the definition in double precision, over the shapes for which
// there are kernels of our own: Winograd's for 3 × 3 between many channels, the narrow gradient for pictures.
#include "engine/core/random.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
struct Sizes {
    Index height, width, in, kernelHeight, kernelWidth, out, stride, dilation, top, left, rows, columns;
};

struct Defined {
    std::vector<double> y, dx, kernel, bias;
};

Defined define(const Sizes& s, Index batch, const OneLayer& layer, bool relu)
{
    const auto size = [](Index count) { return static_cast<std::size_t>(count); };
    Defined d{.y = std::vector<double>(size(batch * s.rows * s.columns * s.out)),
              .dx = std::vector<double>(size(batch * s.height * s.width * s.in)),
              .kernel = std::vector<double>(size(s.kernelHeight * s.kernelWidth * s.in * s.out)),
              .bias = std::vector<double>(size(s.out))};
    const auto eachTap = [&](Index b, Index row, Index column, auto&& visit) {
        for (Index i = 0; i < s.kernelHeight; ++i)
            for (Index j = 0; j < s.kernelWidth; ++j) {
                const Index r = row * s.stride + i * s.dilation - s.top;
                const Index c = column * s.stride + j * s.dilation - s.left;
                if (r >= 0 && r < s.height && c >= 0 && c < s.width)
                    visit(((b * s.height + r) * s.width + c) * s.in, (i * s.kernelWidth + j) * s.in * s.out);
            }
    };
    for (Index b = 0; b < batch; ++b)
        for (Index row = 0; row < s.rows; ++row)
            for (Index column = 0; column < s.columns; ++column) {
                const Index at = ((b * s.rows + row) * s.columns + column) * s.out;
                for (Index o = 0; o < s.out; ++o) {
                    double sum = layer.parameters[1][size(o)];
                    eachTap(b, row, column, [&](Index x, Index k) {
                        for (Index c = 0; c < s.in; ++c)
                            sum += static_cast<double>(layer.x[0][size(x + c)])
                                * static_cast<double>(layer.parameters[0][size(k + c * s.out + o)]);
                    });
                    const bool passes = !relu || sum > 0;
                    d.y[size(at + o)] = passes ? sum : 0;
                    const double dy = passes ? static_cast<double>(layer.dy[0][size(at + o)]) : 0;
                    d.bias[size(o)] += dy;
                    eachTap(b, row, column, [&](Index x, Index k) {
                        for (Index c = 0; c < s.in; ++c) {
                            d.kernel[size(k + c * s.out + o)] +=
                                dy * static_cast<double>(layer.x[0][size(x + c)]);
                            d.dx[size(x + c)] +=
                                dy * static_cast<double>(layer.parameters[0][size(k + c * s.out + o)]);
                        }
                    });
                }
            }
    return d;
}

double difference(const Numbers& got, const std::vector<double>& wanted)
{
    if (got.size() != wanted.size())
        return std::numeric_limits<double>::infinity();
    double largest = 0, off = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        largest = std::max(largest, std::abs(wanted[i]));
        off = std::max(off, std::abs(static_cast<double>(got[i]) - wanted[i]));
    }
    return off / largest;
}

// One convolution of a batch of pictures, filled with random numbers.
OneLayer convolution(const Json& config, Index batch, const Shape& picture)
{
    OneLayer layer = *OneLayer::make("Conv2D", config, {picture}, batch);
    layer.fill();
    return layer;
}
} // namespace

class ConvolutionDefinitionTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheDefinition_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QList<int>>("picture"); // batch, height, width, channels
        QTest::addRow("many channels, valid")
            << R"({"filters": 32, "kernel_size": 3})" << QList<int>{3, 14, 11, 16};
        QTest::addRow("many channels, same")
            << R"({"filters": 16, "kernel_size": 3, "padding": "same"})" << QList<int>{2, 13, 17, 32};
        QTest::addRow("whole tiles") << R"({"filters": 48, "kernel_size": 3})" << QList<int>{2, 18, 18, 16};
        QTest::addRow("relu") << R"({"filters": 16, "kernel_size": 3, "activation": "relu"})"
                              << QList<int>{2, 16, 16, 16};
        QTest::addRow("more tiles than fit at once")
            << R"({"filters": 16, "kernel_size": 3, "padding": "same"})" << QList<int>{1, 44, 45, 16};
        QTest::addRow("a kernel larger than the cache")
            << R"({"filters": 304, "kernel_size": 3, "padding": "same"})" << QList<int>{24, 3, 4, 288};
        QTest::addRow("few tiles") << R"({"filters": 16, "kernel_size": 3})" << QList<int>{1, 5, 6, 16};
        QTest::addRow("a picture") << R"({"filters": 16, "kernel_size": 3})" << QList<int>{2, 9, 75, 3};
        QTest::addRow("a picture, same, stride")
            << R"({"filters": 32, "kernel_size": [5, 4], "strides": 2, "padding": "same"})"
            << QList<int>{2, 11, 8, 3};
        QTest::addRow("one channel, dilated")
            << R"({"filters": 16, "kernel_size": 3, "dilation_rate": 2, "padding": "same"})"
            << QList<int>{1, 10, 9, 1};
    }

    void agreesWithTheDefinition()
    {
        QFETCH(QString, config);
        QFETCH(QList<int>, picture);
        const Json given = Json::parse(config.toStdString());
        OneLayer layer = convolution(given, picture[0], Shape{picture[1], picture[2], picture[3]});
        const auto list = [&](const char* key, std::size_t i) -> Index {
            const Json value = given.value(key, Json(1));
            return value.is_array() ? value[i].get<Index>() : value.get<Index>();
        };
        const Shape& y = layer.layer().signature.outputs[0];
        const Index stride = list("strides", 0), dilation = list("dilation_rate", 0);
        const auto before = [&](Index size, Index kernel, Index output) -> Index {
            return given.value("padding", "valid") == "same"
                ? std::max<Index>((output - 1) * stride + (kernel - 1) * dilation + 1 - size, 0) / 2
                : 0;
        };
        const Sizes sizes{picture[1],
                          picture[2],
                          picture[3],
                          list("kernel_size", 0),
                          list("kernel_size", 1),
                          given["filters"].get<Index>(),
                          stride,
                          dilation,
                          before(picture[1], list("kernel_size", 0), y[0]),
                          before(picture[2], list("kernel_size", 1), y[1]),
                          y[0],
                          y[1]};
        const LayerStep step = layer.run();
        const Defined wanted = define(sizes, picture[0], layer, given.contains("activation"));
        const std::array differences{difference(step.y[0], wanted.y), difference(step.dx[0], wanted.dx),
                                     difference(step.gradients[0], wanted.kernel),
                                     difference(step.gradients[1], wanted.bias)};
        for (const double off : differences)
            QVERIFY2(off < 5e-6, qPrintable(QString::number(off)));
    }

    void whatIsNotANumberStaysSo()
    {
        OneLayer layer =
            convolution({{"filters", 16}, {"kernel_size", 3}, {"activation", "relu"}}, 1, {22, 22, 16});
        layer.x[0][0] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(std::isnan(layer.run().y[0][0]));
    }
};

LAMINA_TEST(ConvolutionDefinitionTest)
#include "convolution_definition_test.moc"
