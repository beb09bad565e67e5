#include "engine/formats/layer_text.h"
#include "engine/formats/project_file.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
LayerClip clip()
{
    return {{{"Conv2D", "conv", {{"filters", 8}, {"kernel_size", {3, 3}}}, {{"input", 0}}},
             {"LSTM", "memory", {{"units", 4}, {"return_state", true}}, {{"outside", 2}}},
             {"Add", "sum", Json::object(), {{"before", 0}, {"conv", 0}, {"memory", 1}, {"behind", 3}}}},
            {{"conv", {8, 16}}, {"sum", {8, 116}}},
            {{"Stem", {{"conv", "memory"}, true}}}};
}
} // namespace

class LayerTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBack();
    void theLayersAreThoseOfAProjectFile();
    void whatWasCopiedOutOfAFileIsRead_data();
    void whatWasCopiedOutOfAFileIsRead();
    void otherTextIsRefusedWithASentence_data();
    void otherTextIsRefusedWithASentence();
};

void LayerTextTest::whatIsWrittenReadsBack()
{
    const Result<LayerClip> read = parseLayers(layersText(clip()));
    QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
    QVERIFY(*read == clip());
}

void LayerTextTest::theLayersAreThoseOfAProjectFile()
{
    Project project;
    project.model.layers = clip().layers;
    const std::string file = projectText(project), text = layersText(clip());
    const std::string layer = R"("class_name": "Conv2D")";
    QVERIFY(file.find(layer) != std::string::npos);
    const auto line = [&](const std::string& whole) {
        const std::size_t at = whole.find(layer);
        std::string found = whole.substr(at, whole.find("\"Add\"") - at);
        std::erase_if(found, [](char c) { return c == ' ' || c == '\n'; });
        return found;
    };
    QCOMPARE(line(text), line(file));
}

void LayerTextTest::whatWasCopiedOutOfAFileIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray layer =
        R"({"class_name": "Dense", "name": "d", "config": {"units": 3}, "inputs": ["x"]})";
    QTest::newRow("one layer") << layer;
    QTest::newRow("a list") << "  [" + layer + "]\n";
    QTest::newRow("a model") << R"({"layers": [)" + layer + "]}";
    QTest::newRow("a project") << R"({"format": "lamina-project", "version": 1, "model": {"layers": [)"
            + layer + "]}}";
}

void LayerTextTest::whatWasCopiedOutOfAFileIsRead()
{
    QFETCH(QByteArray, text);
    const Result<LayerClip> read = parseLayers(text.toStdString());
    QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
    QVERIFY(read->layers == (std::vector<LayerSpec>{{"Dense", "d", {{"units", 3}}, {{"x", 0}}}}));
}

void LayerTextTest::otherTextIsRefusedWithASentence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QByteArray() << QByteArray("no layers");
    QTest::newRow("prose") << QByteArray("Dear Sir") << QByteArray("no layers");
    QTest::newRow("other json") << QByteArray(R"({"a": 1})") << QByteArray("no layers");
    QTest::newRow("an empty list") << QByteArray("[]") << QByteArray("no layers");
    QTest::newRow("half") << QByteArray(R"([{"class_name": "Dense",)") << QByteArray("line 1");
    QTest::newRow("unknown layer") << QByteArray(R"([{"class_name": "Dence", "name": "d"}])")
                                   << QByteArray("Dense");
    QTest::newRow("without a name") << QByteArray(R"([{"class_name": "Flatten"}])") << QByteArray("name");
    QTest::newRow("a setting out of limits")
        << QByteArray(R"([{"class_name": "Dense", "name": "d", "config": {"units": -1}}])")
        << QByteArray("units");
    QTest::newRow("newer") << QByteArray(
        R"({"format": "lamina-layers", "version": 2, "layers": [{"class_name": "Flatten", "name": "f"}]})")
                           << QByteArray("newer");
    QTest::newRow("layers that are none") << QByteArray(R"({"layers": [1, 2]})") << QByteArray("object");
    QTest::newRow("inputs that are none")
        << QByteArray(R"([{"class_name": "Flatten", "name": "f", "inputs": [[], 3]}])")
        << QByteArray("output");
}

void LayerTextTest::otherTextIsRefusedWithASentence()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const Result<LayerClip> read = parseLayers(text.toStdString());
    QVERIFY(!read);
    const std::string told = sentence(read.faults());
    QVERIFY2(told.find(says.toStdString()) != std::string::npos, told.c_str());
}

LAMINA_TEST(LayerTextTest)
#include "layer_text_test.moc"
