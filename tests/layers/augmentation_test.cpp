// The layers that change pictures while training: what golden numbers cannot show, for they need a fixed
// factor.
#include "engine/kernels/resample.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTest>

#include <set>

using namespace lamina;
using namespace lamina::test;

namespace {
Numbers counting(Index count)
{
    Numbers values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i);
    return values;
}

// The same picture for each sample.
Numbers run(const char* className, const Json& config, const Shape& shape, const Numbers& picture,
            Index batch, const LayerRun& how = {})
{
    Result<OneLayer> made = OneLayer::make(className, config, {shape}, batch);
    Numbers x;
    for (Index n = 0; n < batch; ++n)
        x.insert(x.end(), picture.begin(), picture.end());
    made->dy = {Numbers(x.size(), 1)};
    made->x = {std::move(x)};
    return made->run(how).y[0];
}

struct Layer {
    const char* className;
    Json config;
};

const std::vector<Layer> all{
    {"RandomFlip", Json::object()},
    {"RandomRotation", {{"factor", 0.2}}},
    {"RandomZoom", {{"height_factor", 0.4}}},
    {"RandomTranslation", {{"height_factor", 0.4}, {"width_factor", 0.4}}},
    {"RandomContrast", {{"factor", 0.5}}},
    {"RandomBrightness", {{"factor", 0.2}}},
};
} // namespace

class AugmentationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inInferenceNothingHappens()
    {
        const Numbers picture = counting(4 * 5 * 2);
        for (const Layer& layer : all)
            QCOMPARE(run(layer.className, layer.config, {4, 5, 2}, picture, 1, {.training = false}), picture);
    }

    void everySampleIsChangedInItsOwnWay()
    {
        const Index batch = 12;
        for (const Layer& layer : all) {
            const Numbers y = run(layer.className, layer.config, {4, 5, 2}, counting(40), batch);
            std::set<Numbers> kinds;
            for (Index n = 0; n < batch; ++n)
                kinds.insert(Numbers(y.begin() + n * 40, y.begin() + (n + 1) * 40));
            QVERIFY2(kinds.size() == (layer.className == std::string("RandomFlip") ? 4U : 12U),
                     layer.className);
        }
    }

    void neitherLanesNorThreadsChangeABit()
    {
        for (const Layer& layer : all) {
            const Numbers once = run(layer.className, layer.config, {5, 5, 3}, counting(75), 7);
            QCOMPARE(
                run(layer.className, layer.config, {5, 5, 3}, counting(75), 7, {.lanes = 4, .threads = 3}),
                once);
            QVERIFY(run(layer.className, layer.config, {5, 5, 3}, counting(75), 7, {.step = 8}) != once);
        }
    }

    void flipsMirrorHalfOfThePicturesEachWay()
    {
        const Index batch = 400;
        const Numbers y = run("RandomFlip", Json::object(), {2, 2, 1}, {1, 2, 3, 4}, batch);
        std::map<Numbers, int> seen;
        for (Index n = 0; n < batch; ++n)
            ++seen[Numbers(y.begin() + n * 4, y.begin() + (n + 1) * 4)];
        QCOMPARE(seen.size(), std::size_t{4});
        for (const Numbers& picture : {Numbers{1, 2, 3, 4}, {2, 1, 4, 3}, {3, 4, 1, 2}, {4, 3, 2, 1}})
            QVERIFY2(seen[picture] > 65 && seen[picture] < 135, qPrintable(QString::number(seen[picture])));
        const Numbers sideways = run("RandomFlip", {{"mode", "horizontal"}}, {2, 2, 1}, {1, 2, 3, 4}, batch);
        for (Index n = 0; n < batch; ++n)
            QVERIFY(sideways[static_cast<std::size_t>(4 * n)] <= 2);
    }

    void aQuarterTurnGoesToTheLeft()
    {
        const Numbers y = run("RandomRotation", {{"factor", {0.25, 0.25}}, {"interpolation", "nearest"}},
                              {2, 2, 1}, {1, 2, 3, 4}, 1);
        QCOMPARE(y, (Numbers{2, 4, 1, 3}));
    }

    void shiftsGoDownAndToTheRight()
    {
        const Json config{
            {"height_factor", {0.5, 0.5}}, {"width_factor", {0.5, 0.5}}, {"fill_mode", "constant"}};
        QCOMPARE(run("RandomTranslation", config, {2, 2, 1}, {1, 2, 3, 4}, 1), (Numbers{0, 0, 0, 1}));
    }

    void beyondTheEdgeComesWhatTheModeSays_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<Numbers>("expected");
        QTest::newRow("constant") << int(FillMode::Constant) << Numbers{9, 9, 9, 1, 2, 3};
        QTest::newRow("reflect") << int(FillMode::Reflect) << Numbers{3, 2, 1, 1, 2, 3};
        QTest::newRow("wrap") << int(FillMode::Wrap) << Numbers{4, 5, 6, 1, 2, 3};
        QTest::newRow("nearest") << int(FillMode::Nearest) << Numbers{1, 1, 1, 1, 2, 3};
    }
    void beyondTheEdgeComesWhatTheModeSays()
    {
        QFETCH(int, mode);
        QFETCH(Numbers, expected);
        const ResampleGeometry g{
            .height = 1, .width = 6, .channels = 1, .fill = FillMode(mode), .fillValue = 9};
        Numbers scratch(static_cast<std::size_t>(resampleScratch(g)));
        Numbers y(6);
        resample(g, {.x0 = -3}, Numbers{1, 2, 3, 4, 5, 6}.data(), y.data(), scratch.data());
        QCOMPARE(y, expected);
    }

    void contrastKeepsTheMeanAndStaysInItsRange()
    {
        const Numbers picture{100, 10, 120, 30};
        const Index batch = 50;
        const Numbers y = run("RandomContrast", {{"factor", {0.5, 0.25}}}, {2, 1, 2}, picture, batch);
        float least = 9;
        float most = 0;
        for (std::size_t n = 0; n < static_cast<std::size_t>(batch); ++n) {
            QVERIFY(std::abs(y[4 * n] + y[4 * n + 2] - 220) < 1e-3F);
            QVERIFY(std::abs(y[4 * n + 1] + y[4 * n + 3] - 40) < 1e-3F);
            const float factor = (y[4 * n + 2] - y[4 * n]) / 20;
            least = std::min(least, factor);
            most = std::max(most, factor);
        }
        QVERIFY(least >= 0.499F && least < 0.6F);
        QVERIFY(most <= 1.251F && most > 1.15F);
    }

    void brightnessIsCutAtTheRange()
    {
        const Numbers y = run("RandomBrightness", {{"factor", {0.5, 0.5}}, {"value_range", {0, 1}}},
                              {1, 3, 1}, {0, 0.25F, 0.75F}, 1);
        QCOMPARE(y, (Numbers{0.5F, 0.75F, 1}));
    }

    void whatCannotBeIsExplained_data()
    {
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("words");
        QTest::newRow("flat") << "RandomFlip"
                              << "flat"
                              << "pictures";
        QTest::newRow("ends") << "RandomRotation"
                              << R"({"factor": [0.2, -0.2]})"
                              << "smaller end first";
        QTest::newRow("three ends") << "RandomRotation"
                                    << R"({"factor": [0, 0.1, 0.2]})"
                                    << "a list of 2";
        QTest::newRow("words") << "RandomZoom"
                               << R"({"height_factor": "wide"})"
                               << "a number";
        QTest::newRow("too far") << "RandomTranslation"
                                 << R"({"height_factor": 2, "width_factor": 0})"
                                 << "from -1 to 1";
        QTest::newRow("negative") << "RandomContrast"
                                  << R"({"factor": 1.5})"
                                  << "negative";
        QTest::newRow("one limit") << "RandomBrightness"
                                   << R"({"factor": 0.1, "value_range": 1})"
                                   << "two numbers";
        QTest::newRow("fill") << "RandomRotation"
                              << R"({"factor": 0.1, "fill_mode": "mirror"})"
                              << "reflect";
    }
    void whatCannotBeIsExplained()
    {
        QFETCH(QString, className);
        QFETCH(QString, config);
        QFETCH(QString, words);
        const bool flat = config == "flat";
        const Result<OneLayer> made =
            OneLayer::make(className.toStdString(), flat ? Json::object() : Json::parse(config.toStdString()),
                           {flat ? Shape{12} : Shape{4, 4, 1}}, 1);
        QVERIFY(!made);
        const QString said = QString::fromStdString(sentence(made.faults()));
        QVERIFY2(said.contains(words), qPrintable(said));
    }
};

LAMINA_TEST(AugmentationTest)
#include "augmentation_test.moc"
