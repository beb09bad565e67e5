#include "engine/data/photos/resize.h"
#include "engine/data/photos/transform.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/run.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace lamina;

class GoldenPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resizingIsPillows_data()
    {
        test::addGoldenRows("resizing", [](const Json& golden) {
            return golden["method"].get<std::string>() + " " + golden["from"].dump() + " to "
                + golden["to"].dump();
        });
    }
    void resizingIsPillows()
    {
        QFETCH(Json, golden);
        const auto size = [](const Json& list) { return PixelSize{list[1].get<int>(), list[0].get<int>()}; };
        const auto pixels = golden["pixels"].get<std::vector<std::uint8_t>>();
        const auto expected = golden["result"].get<std::vector<std::uint8_t>>();
        std::vector<std::uint8_t> found(expected.size());
        (golden["method"] == "nearest" ? resizeNearest : resizeBilinear)(
            pixels, size(golden["from"]), golden["channels"].get<int>(), found, size(golden["to"]));
        QCOMPARE(found, expected);
    }

    void transformsAreKeras_data()
    {
        test::addGoldenRows("augmenting",
                            [](const Json& golden) { return golden["title"].get<std::string>(); });
    }
    void transformsAreKeras()
    {
        QFETCH(Json, golden);
        const Json& draws = golden["draws"];
        const auto optional = [&](const char* name) {
            return draws.contains(name) ? std::optional(draws[name].get<double>()) : std::nullopt;
        };
        const PictureTransform transform{.theta = draws.value("theta", 0.0),
                                         .shiftX = draws.value("tx", 0.0),
                                         .shiftY = draws.value("ty", 0.0),
                                         .shear = draws.value("shear", 0.0),
                                         .zoomX = draws.value("zx", 1.0),
                                         .zoomY = draws.value("zy", 1.0),
                                         .channelShift = optional("channel_shift"),
                                         .flipHorizontal = draws.value("flip_horizontal", false),
                                         .flipVertical = draws.value("flip_vertical", false),
                                         .brightness = optional("brightness")};
        constexpr std::array modes{"constant", "nearest", "reflect", "wrap"};
        const auto mode = std::ranges::find(modes, golden["fill_mode"].get<std::string>());
        const Filling filling{static_cast<FillMode>(mode - modes.begin()), golden["cval"].get<float>(),
                              golden["order"] == 1};
        test::Numbers values = test::numbersOf(golden["x"]);
        transformPicture(values, Shape(golden["shape"].get<std::vector<Index>>()), transform, filling);
        QVERIFY(test::agrees(values, golden["y"], "the picture"));
    }
};

LAMINA_TEST(GoldenPicturesTest)
#include "golden_pictures_test.moc"
