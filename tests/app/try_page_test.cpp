#include "app/live_predictor.h"
#include "app/pages/try_page.h"
#include "app/studio.h"
#include "engine/model/predictor.h"
#include "tests/app/fake_training.h"
#include "tests/support/run.h"
#include "widgets/canvas/handwriting_canvas.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/canvas/seen_strip.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace lamina;

namespace {
Project digits()
{
    Project project;
    project.name = "Digits";
    project.seed = 5;
    project.data.preprocess = {{"Rescaling", {{"scale", 1.0 / 255}}}};
    project.model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                            {"Flatten", "flatten", Json::object(), {{"input"}}},
                            {"Dense", "digit", {{"units", 10}, {"activation", "softmax"}}, {{"flatten"}}}};
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    return project;
}

void drawOne(HandwritingCanvas& canvas)
{
    const QPoint centre = canvas.rect().center();
    const int reach = std::min(canvas.width(), canvas.height()) / 3;
    QTest::mousePress(&canvas, Qt::LeftButton, {}, centre - QPoint(0, reach));
    for (int i = 1; i < 10; ++i)
        QTest::mouseMove(&canvas, centre + QPoint(i, -reach + 2 * reach * i / 10));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, centre + QPoint(10, reach));
}
} // namespace

class TestTryPage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aStrokeIsAnswered();
    void anEmptyCanvasGivesNoAnswer();
    void theAnswerIsTheNetworksOfThePreparedDrawing();
    void itSaysWhichWeightsAnswer();
    void theNewestWeightsAnswerWhileATrainingRuns();
    void aModelWithoutAPictureSaysWhatIsNeeded();
    void aPictureThatComesOutIsSeenBesideTheOneThatGoesIn();
    void whatComesOutInManyRowsIsSaidToBeNothingToSee();
    void numbersThatAreNoProbabilitiesAreShownAsNumbers();
    void aPictureFileIsAnswered();
    void aBrokenPictureFileIsSaid();
    void photographsAreAskedForByTheirClasses();
};

void TestTryPage::initTestCase()
{
    QCoreApplication::setOrganizationName("LaminaTest");
    QCoreApplication::setApplicationName("try_page");
}

void TestTryPage::aStrokeIsAnswered()
{
    Studio studio;
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    QSignalSpy answered(&page, &TryPage::answered);
    drawOne(page.canvas());
    QTRY_VERIFY(answered.count() > 0);
    QVERIFY(page.bars().best() >= 0);
    QCOMPARE(page.answerText(), QString::number(page.bars().best()));
}

void TestTryPage::anEmptyCanvasGivesNoAnswer()
{
    Studio studio;
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    QCOMPARE(page.answerText(), QString());
    QSignalSpy answered(&page, &TryPage::answered);
    drawOne(page.canvas());
    QTRY_VERIFY(answered.count() > 0);
    page.canvas().clear(); // answers that are still on their way must not show
    QCOMPARE(page.answerText(), QString());
    QTest::qWait(50);
    QCOMPARE(page.answerText(), QString());
    page.canvas().undo();
    QTRY_VERIFY(!page.answerText().isEmpty());
}

void TestTryPage::theAnswerIsTheNetworksOfThePreparedDrawing()
{
    const auto project = std::make_shared<const Project>(digits());
    QImage ink(560, 560, QImage::Format_Grayscale8);
    ink.fill(0);
    for (int y = 100; y < 460; ++y)
        for (int x = 260; x < 300; ++x)
            ink.scanLine(y)[x] = 255;
    LivePredictor predictor;
    LiveAnswer answer;
    connect(&predictor, &LivePredictor::answered, [&](const LiveAnswer& given) { answer = given; });
    const quint64 number = predictor.askDrawing({project, nullptr}, ink);
    QTRY_COMPARE(answer.question, number);
    QVERIFY(answer.faults.empty());

    const Result<PreparedDrawing> prepared =
        prepareDrawing({ink.constBits(), static_cast<std::size_t>(560 * 560)}, 560, 560);
    QVERIFY(bool(prepared));
    std::vector<float> input = prepared->centred.values;
    for (float& value : input)
        value *= static_cast<float>(1.0 / 255); // the project's Rescaling
    const auto network = std::make_shared<const Network>(*Network::make(project->model));
    Predictor direct(network);
    const auto expected = direct.run(input, network->initialWeights(5));
    QCOMPARE(answer.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(answer.values[i] - expected[i]) < 1e-6F);
    QVERIFY(std::abs(std::accumulate(answer.values.begin(), answer.values.end(), 0.0F) - 1) < 1e-4F);
}

void TestTryPage::itSaysWhichWeightsAnswer()
{
    Studio studio;
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.show();
    QVERIFY(page.suggestsTraining());
    QVERIFY2(page.weightsText().contains("nitial"), qPrintable(page.weightsText()));
}

void TestTryPage::theNewestWeightsAnswerWhileATrainingRuns()
{
    Studio studio;
    // An engine whose weights give class 3 first and class 8 later, whatever is drawn.
    const auto network = std::make_shared<const Network>(*Network::make(digits().model));
    std::atomic<int> favourite = 3;
    studio.session().setTrainer([&](const Project&, const TrainingOptions&, TrainingObserver& observer,
                                    TrainingControl& control) -> Result<TrainingOutcome> {
        observer.onBegin({});
        while (!control.stopping()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (!control.wantsSnapshot())
                continue;
            auto made = std::make_shared<Snapshot>();
            made->network = network;
            made->weights = Buffer(network->weightCount());
            made->weights.data()[network->variables()[1].offset + favourite] = 9; // the bias
            control.publish(made);
        }
        return TrainingOutcome{EndReason::Stopped, {}, nullptr};
    });
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    studio.startTraining();
    drawOne(page.canvas());
    QTRY_COMPARE(page.answerText(), QString("3"));
    QVERIFY(!page.suggestsTraining());
    favourite = 8;
    QTRY_COMPARE(page.answerText(), QString("8"));
    studio.session().stop();
    QTRY_VERIFY(!studio.session().isBusy());
    studio.document().setProject(digits(), QString()); // another project: not its weights
    QVERIFY(page.suggestsTraining());
}

void TestTryPage::aModelWithoutAPictureSaysWhatIsNeeded()
{
    Project project = digits();
    project.model.layers[0].config = {{"shape", {4}}};
    Studio studio;
    studio.document().setProject(project, QString());
    TryPage page(studio);
    QVERIFY(!page.takesPictures());
    studio.document().setProject(digits(), QString());
    QVERIFY(page.takesPictures());
}

void TestTryPage::aPictureThatComesOutIsSeenBesideTheOneThatGoesIn()
{
    // It gives back what comes in, brighter by a tenth; in a row, which stands for a picture where the
    // samples are what is learnt.
    Project project = digits();
    project.data.target = "input";
    project.model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                            {"Rescaling", "brighter", {{"scale", 1.0}, {"offset", 0.1}}, {{"input"}}},
                            {"Flatten", "row", Json::object(), {{"brighter"}}}};
    Studio studio;
    studio.document().setProject(project, QString());
    QVERIFY(studio.canTry());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    QVERIFY(page.takesPictures());
    QVERIFY(page.comparison().isVisible() && !page.bars().isVisible());
    QSignalSpy answered(&page, &TryPage::answered);
    drawOne(page.canvas());
    QTRY_VERIFY(answered.count() > 0);
    QTRY_VERIFY(!page.comparison().stages().at(1).image.isNull());
    const QImage in = page.comparison().stages().at(0).image, out = page.comparison().stages().at(1).image;
    QCOMPARE(in.size(), QSize(28, 28));
    QCOMPARE(out.size(), QSize(28, 28));
    int inked = 0;
    for (int y = 0; y < 28; ++y)
        for (int x = 0; x < 28; ++x) {
            const int grey = qGray(in.pixel(x, y));
            inked += grey > 128;
            QVERIFY(std::abs(std::min(grey + 26, 255) - qGray(out.pixel(x, y))) <= 1);
        }
    QVERIFY(inked > 10);
    page.canvas().clear();
    QVERIFY(page.comparison().stages().at(1).image.isNull());

    studio.document().setProject(digits(), QString());
    QVERIFY(!page.comparison().isVisible() && page.bars().isVisible());
}

void TestTryPage::whatComesOutInManyRowsIsSaidToBeNothingToSee()
{
    Project project = digits();
    project.model.layers.resize(1);
    project.model.layers.push_back(
        {"Conv2D", "maps", {{"filters", 8}, {"kernel_size", 3}}, {{"input"}}}); // 26 × 26 × 8
    Studio studio;
    studio.document().setProject(project, QString());
    QVERIFY(!studio.canTry());
    TryPage page(studio);
    page.show();
    QVERIFY(!page.takesPictures());
    bool told = false;
    for (const QLabel* label : page.findChildren<QLabel*>())
        told = told || (label->isVisible() && label->text().contains("neither a class"));
    QVERIFY(told);
}

void TestTryPage::numbersThatAreNoProbabilitiesAreShownAsNumbers()
{
    Project project = digits();
    project.model.layers.back().config = {{"units", 2}, {"kernel_initializer", "zeros"}};
    Studio studio;
    studio.document().setProject(project, QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    QSignalSpy answered(&page, &TryPage::answered);
    drawOne(page.canvas());
    QTRY_VERIFY(answered.count() > 0);
    QTRY_COMPARE(page.answerText(), QStringLiteral("0, 0"));
    QVERIFY(!page.bars().isVisible());
}

void TestTryPage::aPictureFileIsAnswered()
{
    QTemporaryDir folder;
    QImage image(300, 200, QImage::Format_Grayscale8);
    image.fill(240);
    for (int y = 40; y < 160; ++y)
        for (int x = 140; x < 158; ++x)
            image.scanLine(y)[x] = 20;
    const QString path = folder.filePath("one.png");
    QVERIFY(image.save(path));
    Studio studio;
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    QSignalSpy answered(&page, &TryPage::answered);
    page.openPicture(path);
    QTRY_VERIFY(answered.count() > 0);
    QVERIFY(!page.answerText().isEmpty());
}

void TestTryPage::aBrokenPictureFileIsSaid()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("broken.png");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no picture");
    file.close();
    LivePredictor predictor;
    LiveAnswer answer;
    connect(&predictor, &LivePredictor::answered, [&](const LiveAnswer& given) { answer = given; });
    predictor.askPicture({std::make_shared<const Project>(digits()), nullptr}, path, true);
    QTRY_VERIFY(answer.question > 0);
    QVERIFY(answer.values.empty());
    QVERIFY(QString::fromStdString(sentence(answer.faults)).contains("broken.png"));
}

void TestTryPage::photographsAreAskedForByTheirClasses()
{
    QTemporaryDir folder;
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (const char* name :
         {"train/cats/1.png", "train/cats/2.png", "train/dogs/1.png", "train/dogs/2.png"}) {
        QVERIFY(QDir(folder.path()).mkpath(QFileInfo(name).path()));
        QVERIFY(image.save(folder.filePath(name)));
    }
    Studio studio;
    studio.document().setProject(digits(), QString());
    TryPage page(studio);
    page.resize(1000, 700);
    page.show();
    const auto says = [&page](const QString& text) {
        const auto labels = page.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* each) { return each->isVisible() && each->text() == text; });
    };
    auto* pen = page.findChild<QSlider*>();
    QVERIFY(pen && pen->isVisible());
    QCOMPARE(page.bars().names().size(), 10);
    QVERIFY(says("Draw, and the network answers"));

    Project pets = digits();
    pets.data.source = "image_folder";
    pets.data.options = {
        {"train", folder.filePath("train").toStdString()}, {"target_size", {8, 8}}, {"class_mode", "binary"}};
    pets.model.layers[0].config["shape"] = {8, 8, 3};
    pets.model.layers[2].config = {{"units", 1}, {"activation", "sigmoid"}};
    pets.training.loss = {"binary_crossentropy", Json::object()};
    studio.document().setProject(pets, QString());
    QVERIFY(page.bars().names().isEmpty() || page.bars().names().contains("cats")); // and no digits
    QTRY_COMPARE(page.bars().names(), QStringList({"cats", "dogs"}));
    QVERIFY(says("Open a picture, and the network answers"));
    QVERIFY(!pen->isVisible());

    studio.document().setProject(digits(), QString());
    QCOMPARE(page.bars().names().size(), 10);
    QVERIFY(pen->isVisible());
}

LAMINA_TEST(TestTryPage)
#include "try_page_test.moc"
